// Numbers as people read them: in groups, and sums in words.
import type { Say } from '../../shared/words';

/** How a number stands on its paper: the citizen number in threes, a telephone number 4-3-3, a sum in
 * thousands from its end. */
export type Grouping = 'threes' | 'phone' | 'thousands';

/** The digits in their groups; without digits one empty group. */
export function groupsOf(digits: string, grouping: Grouping | null): string[] {
  const pattern =
    grouping === 'threes'
      ? /.{1,3}/g
      : grouping === 'phone'
        ? /^.{1,4}|.{1,3}/g
        : grouping === 'thousands'
          ? /.{1,3}(?=(?:.{3})*$)/g
          : /[\s\S]+/g;
  return digits.match(pattern) ?? [''];
}

const SCALES = [
  ['billions', 1_000_000_000],
  ['millions', 1_000_000],
  ['thousands', 1_000],
] as const;

/** "1 triệu 250 nghìn đồng"; nothing for sums that everybody reads at once. */
export function inWords(amount: number, say: Say): string | null {
  if (amount < 10_000) return null;
  const parts: string[] = [];
  let rest = amount;
  for (const [name, worth] of SCALES) {
    const count = Math.floor(rest / worth);
    if (count > 0) parts.push(say(`amount-${name}`, { count: String(count) }));
    rest -= count * worth;
  }
  if (rest > 0) parts.push(String(rest));
  return say('amount-read', { amount: parts.join(' ') });
}
