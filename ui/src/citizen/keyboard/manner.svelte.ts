// How the person at the machine types: theirs until the visit ends, and the page with it.
import type { Manner } from './syllable';

/** How everybody types who chose nothing: no letter changes another, so that every name stays whole. */
export const USUAL: Manner = { method: 'keys', rule: 'traditional' };

export const manner = $state<Manner>({ ...USUAL });

/** Whether the next person would find it otherwise than usual. */
export const isOtherwise = (): boolean => manner.method !== USUAL.method || manner.rule !== USUAL.rule;
