// How what is answered so far is read aloud.
import type { Say } from '../../shared/words';

/** The sentence that says the answer; one that is none yet is said too. */
export const answered = (say: Say, value: string | null | undefined): string =>
  value ? say('aloud-answer', { value }) : say('aloud-empty');
