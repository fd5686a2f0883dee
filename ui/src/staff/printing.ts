// What the console says of a print. Only the device's own word makes it printed.
import { staff } from '../shared/bindings/commands';
import type { PrintView } from '../shared/bindings/PrintView';
import type { Print } from './submissions.svelte';
import { say } from './words';

/** The end of a job. One that nobody could learn is unknown, never printed. */
export const printEnd = (job: number): Promise<PrintView> =>
  staff.console_print_result(job).catch((): PrintView => ({ state: 'unknown', cause: 'mute', trial: false }));

/** A printer's cause in words; a cause nobody knows is said to be unknown. */
export function causeWords(cause: string | null): string {
  const key = `staff-cause-${cause}`;
  const words = say(key);
  return words === key ? say('staff-cause-other') : words;
}

/** A kind of paper in words. */
export function paperName(paper: string): string {
  const key = `staff-paper-${paper}`;
  const words = say(key);
  return words === key ? say('staff-paper-other') : words;
}

/** How the paper of a number or an appointment stands, that a citizen is to be given. */
export const slipWords = (end: Print['end']): string => endWords('staff-slip', end);

/** How Mẫu 01 stands. */
export const printWords = ({ end }: Print): string => endWords('staff-print', end);

/** How a review that is to be signed stands. */
export const reviewWords = (end: Print['end']): string => endWords('assist-sign-print', end);

/** How the receipt stands of what was submitted for somebody. */
export const receiptWords = (end: Print['end']): string => endWords('assist-receipt', end);

/** How a paper of another kind stands, by its name in words. */
export const paperWords = (name: string, end: Print['end']): string =>
  endWords('official-job', end, { paper: name });

function endWords(paper: string, end: Print['end'], args: Record<string, string> = {}): string {
  if (!end) return say(`${paper}-waiting`, args);
  if (end.state === 'printed') return say(`${paper}-${end.trial ? 'trial' : 'printed'}`, args);
  return say(`${paper}-${end.state}`, { ...args, cause: causeWords(end.cause) });
}
