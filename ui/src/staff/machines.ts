// What is the matter with the machines of the centre, and who wants help at them.
import type { ConsoleView } from '../shared/bindings/ConsoleView';
import type { DeviceInfo } from '../shared/bindings/DeviceInfo';
import type { DeviceStatus } from '../shared/bindings/DeviceStatus';
import type { HelpCall } from '../shared/bindings/HelpCall';
import type { Moment } from '../shared/bindings/Moment';
import { dateOf, timeOf } from '../shared/moment';
import { elapsed, momentAt } from '../shared/now';
import { causeWords } from './printing';
import { say } from './words';

/** How long a call that an officer has answered is shown above every page, in milliseconds. */
const ANSWERED_SHOWN = 5 * 60_000;

/** A machine at which somebody wants help. */
export interface Call {
  id: string;
  machine: string;
  call: HelpCall;
}

/** Something that needs somebody, at a machine. */
export interface Alert {
  key: string;
  machine: string;
  text: string;
}

/** Open calls for help, those nobody goes to first, then the oldest. */
export function calls(view: ConsoleView, now: number): Call[] {
  const open = view.devices.flatMap(({ id, name, help }) =>
    help && !(help.answer && elapsed(help.answer.at, now) > ANSWERED_SHOWN)
      ? [{ id, machine: name, call: help }]
      : [],
  );
  const place = ({ call }: Call) => `${call.answer ? 1 : 0}${call.since}`;
  return open.sort((one, other) => (place(one) < place(other) ? -1 : 1));
}

/** A printer of a kiosk that needs somebody. */
export interface PrinterAlert extends Alert {
  /** It still prints. */
  soon: boolean;
}

/** The kiosks whose printer needs somebody: people stand before them. */
export function printers({ devices }: ConsoleView): PrinterAlert[] {
  return devices.flatMap((device) => {
    const { status, stale } = device;
    if (stale || !status?.faces.includes('citizen')) return [];
    const words = printerWords(status);
    const soon = status.printer?.ready === true && !status.printer.failed;
    return words ? [{ ...of(device, 'printer-out', words), soon }] : [];
  });
}

/** What is the matter with each machine: calls for help first, then in the order of the machines. */
export function alerts(view: ConsoleView, now: number): Alert[] {
  const help = view.devices
    .filter((device) => device.help)
    .map((device) => of(device, 'help', helpWords(device)));
  const rest = view.devices.flatMap((device) =>
    matters(device, now).map(([what, text]) => of(device, what, text)),
  );
  return [...help, ...rest];
}

function of({ id, name }: DeviceInfo, what: string, text: string): Alert {
  return { key: `${what}-${id}`, machine: name, text };
}

function helpWords({ help }: DeviceInfo): string {
  const since = say('staff-alert-help', { time: help ? timeOf(help.since) : '' });
  return help?.answer
    ? `${since} ${say('staff-alert-help-answered', { officer: help.answer.officer })}`
    : since;
}

/** Of a silent machine nothing else is known to be true any more. */
function matters({ status, stale, heard_at }: DeviceInfo, now: number): [string, string][] {
  if (stale) return [['silent', silentWords(heard_at, now)]];
  if (!status) return [];
  const printer = printerWords(status);
  return [
    ...(printer ? [['printer', printer] as [string, string]] : []),
    ...(status.mute ? [['mute', say('staff-alert-mute')] as [string, string]] : []),
    ...(status.unsent > 0
      ? [['unsent', say('staff-alert-unsent', { count: status.unsent })] as [string, string]]
      : []),
    ...(status.untold > 0
      ? [['untold', say('staff-alert-untold', { count: status.untold })] as [string, string]]
      : []),
    ...(status.prints_cut_off > 0
      ? [['prints', say('staff-alert-prints', { count: status.prints_cut_off })] as [string, string]]
      : []),
    ...(status.forms_left_out > 0
      ? [['forms', say('staff-alert-forms', { count: status.forms_left_out })] as [string, string]]
      : []),
  ];
}

/** A console without a printer may be meant so; a kiosk is not. */
function printerWords({ printer, faces }: DeviceStatus): string | null {
  // What failed although it says that it is ready; else its own word is newer.
  if (printer?.ready && printer.failed) {
    const { at, cause, unknown } = printer.failed;
    const words = unknown ? 'staff-alert-print-unknown' : 'staff-alert-print-failed';
    return say(words, { time: timeOf(at), cause: causeWords(cause) });
  }
  if (!printer || printer.cause === null) return printer?.ready === false ? causeOf(null) : null;
  if (printer.cause === 'not_set_up') return faces.includes('citizen') ? say('staff-alert-no-printer') : null;
  return causeOf(printer.cause);
}

const causeOf = (cause: string | null) => say('staff-printer-trouble', { cause: causeWords(cause) });

/** Since when, with the date when that was not today. */
function silentWords(heard: Moment, now: number): string {
  const [time, date] = [timeOf(heard), dateOf(heard)];
  const today = date === dateOf(momentAt(now));
  return say(today ? 'staff-alert-silent' : 'staff-alert-silent-since', { time, date });
}
