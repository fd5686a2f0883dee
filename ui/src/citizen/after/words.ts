// The words of what comes after "Nộp", loaded with it.
import en from '../../../locales/en/after.ftl?raw';
import vi from '../../../locales/vi/after.ftl?raw';
import { teach } from '../words';

teach({ vi, en });
