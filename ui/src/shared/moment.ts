// Moments as people read them. A Moment is RFC 3339 in Vietnamese time already, so its own digits are
// the ones to show, whatever time zone the machine is set to.
import type { Moment } from './bindings/Moment';

const FORM = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/;

/** `23/11/2026` */
export function dateOf(moment: Moment): string {
  const [, year, month, day] = FORM.exec(moment) ?? [];
  return year ? `${day}/${month}/${year}` : moment;
}

/** The business date of a moment, as the wire has dates: `2026-11-23`. */
export const dayOf = (moment: Moment): string => moment.slice(0, 10);

/** What the words of `day-long` need to name a date of the wire: "Thứ Hai, 23/11/2026". */
export function dayArgs(date: string): Record<string, string | number> {
  const [year = '', month = '', day = ''] = date.split('-');
  return { weekday: new Date(`${date}T00:00:00Z`).getUTCDay() || 7, day, month, year };
}

/** `08:05` */
export function timeOf(moment: Moment): string {
  const [, , , , hour, minute] = FORM.exec(moment) ?? [];
  return hour ? `${hour}:${minute}` : moment;
}
