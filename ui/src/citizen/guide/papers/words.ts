// The words of taking pictures of papers: they come with the part of the page that needs them.
import en from '../../../../locales/en/papers.ftl?raw';
import vi from '../../../../locales/vi/papers.ftl?raw';
import { teach } from '../../words';

teach({ vi, en });
