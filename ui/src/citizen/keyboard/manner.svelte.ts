// How the person at the machine types: theirs until the visit ends, and the page with it.
import { type Manner, USUAL } from './syllable';

export const manner = $state<Manner>({ ...USUAL });
