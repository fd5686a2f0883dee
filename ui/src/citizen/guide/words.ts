// The words of forms, keyboards and fields: they come with the part of the page that needs them.
import en from '../../../locales/en/guide.ftl?raw';
import vi from '../../../locales/vi/guide.ftl?raw';
import { teach } from '../words';

teach({ vi, en });
