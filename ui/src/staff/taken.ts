// The papers an officer ticks while accepting.
import type { PaperLine } from '../shared/bindings/PaperLine';
import type { PaperTaken } from '../shared/bindings/PaperTaken';

/** The most of one paper that can be entered. */
const MOST = 99;

/** Papers ticked, by the form's name; what is not ticked is not there. Nothing is ticked at first. */
export type Taken = Record<string, PaperTaken>;

/** Ticks a paper with the counts that were asked for, or takes the tick away. */
export function tick(taken: Taken, paper: PaperLine): Taken {
  const { [paper.evidence]: was, ...others } = taken;
  if (was) return others;
  return { ...others, [paper.evidence]: { originals: paper.originals, copies: paper.copies } };
}

/** Counts one more or one less of a ticked paper, from 0 to 99. */
export function count(taken: Taken, evidence: string, what: keyof PaperTaken, step: 1 | -1): Taken {
  const was = taken[evidence];
  if (!was) return taken;
  return { ...taken, [evidence]: { ...was, [what]: Math.min(MOST, Math.max(0, was[what] + step)) } };
}

/** What goes on Mẫu 01: ticked papers of which at least one was taken. */
export function handedIn(taken: Taken): Taken {
  return Object.fromEntries(Object.entries(taken).filter(([, paper]) => paper.originals + paper.copies > 0));
}
