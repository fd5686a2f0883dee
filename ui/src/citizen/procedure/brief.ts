// Answers that are short enough to stand beside their question.

/** Letters of an answer that stands beside its question. */
const BRIEF = 40;

/** The answer where all rows give the same short one. */
export function brief(values: string[]): string {
  const [first = '', ...others] = new Set(values);
  return others.length === 0 && first.length <= BRIEF ? first : '';
}
