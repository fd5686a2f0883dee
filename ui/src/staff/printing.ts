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

/** How the paper of a number or an appointment stands, that a citizen is to be given. */
export function slipWords(end: Print['end']): string {
  if (!end) return say('staff-slip-waiting');
  if (end.state === 'printed') return say(end.trial ? 'staff-slip-trial' : 'staff-slip-printed');
  return say(`staff-slip-${end.state}`, { cause: causeWords(end.cause) });
}

/** How Mẫu 01 stands. */
export function printWords(print: Print): string {
  const { end } = print;
  if (!end) return say('staff-print-waiting');
  if (end.state === 'printed') return say(end.trial ? 'staff-print-trial' : 'staff-print-printed');
  return say(`staff-print-${end.state}`, { cause: causeWords(end.cause) });
}
