// Pictures by the words the catalogue uses for them.
import Baby from '@lucide/svelte/icons/baby';
import Briefcase from '@lucide/svelte/icons/briefcase';
import Car from '@lucide/svelte/icons/car';
import FileText from '@lucide/svelte/icons/file-text';
import GraduationCap from '@lucide/svelte/icons/graduation-cap';
import Construction from '@lucide/svelte/icons/hard-hat';
import Heart from '@lucide/svelte/icons/heart-handshake';
import HeartPulse from '@lucide/svelte/icons/heart-pulse';
import House from '@lucide/svelte/icons/house';
import IdCard from '@lucide/svelte/icons/id-card';
import Land from '@lucide/svelte/icons/map';
import Scale from '@lucide/svelte/icons/scale';
import Stamp from '@lucide/svelte/icons/stamp';
import Store from '@lucide/svelte/icons/store';
import Tree from '@lucide/svelte/icons/tree-pine';
import Users from '@lucide/svelte/icons/users-round';

const ICONS: Record<string, typeof FileText> = {
  baby: Baby,
  briefcase: Briefcase,
  build: Construction,
  car: Car,
  family: Users,
  health: HeartPulse,
  heart: Heart,
  house: House,
  'id-card': IdCard,
  land: Land,
  scale: Scale,
  school: GraduationCap,
  shop: Store,
  stamp: Stamp,
  tree: Tree,
};

/** The words there are pictures for. */
export const ICON_WORDS = ['document', ...Object.keys(ICONS)];

/** The picture for a word; a sheet of paper for one not known. */
export const iconOf = (word: string) => ICONS[word] ?? FileText;
