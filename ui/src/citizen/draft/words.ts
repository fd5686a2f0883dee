// The words of drafts: they come with the pages that need them.
import en from '../../../locales/en/draft.ftl?raw';
import vi from '../../../locales/vi/draft.ftl?raw';
import { teach } from '../words';

teach({ vi, en });
