// The words of answering what an officer asked for: they come with the pages that need them.
import en from '../../../locales/en/supplement.ftl?raw';
import vi from '../../../locales/vi/supplement.ftl?raw';
import { teach } from '../words';

teach({ vi, en });
