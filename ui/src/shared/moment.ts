// Moments as people read them. A Moment is RFC 3339 in Vietnamese time already, so its own digits are
// the ones to show, whatever time zone the machine is set to.
import type { Moment } from './bindings/Moment';

const FORM = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/;

/** `23/11/2026` */
export function dateOf(moment: Moment): string {
  const [, year, month, day] = FORM.exec(moment) ?? [];
  return year ? `${day}/${month}/${year}` : moment;
}

/** `08:05` */
export function timeOf(moment: Moment): string {
  const [, , , , hour, minute] = FORM.exec(moment) ?? [];
  return hour ? `${hour}:${minute}` : moment;
}
