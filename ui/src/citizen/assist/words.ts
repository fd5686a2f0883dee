// The words of an officer's help: they come with the pages that need them.
import en from '../../../locales/en/assist.ftl?raw';
import vi from '../../../locales/vi/assist.ftl?raw';
import { teach } from '../words';

teach({ vi, en });
