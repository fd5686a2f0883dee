// What the counts of a form's pages are called and how they are read.
import type { ErrorFunnel } from '../../shared/bindings/ErrorFunnel';
import type { FormFunnel } from '../../shared/bindings/FormFunnel';
import type { PageFunnel } from '../../shared/bindings/PageFunnel';
import type { Span } from '../../shared/bindings/Span';
import { say } from '../words';

/** Of a page that was seen less often, the central system tells neither times nor errors. */
export const FEW = 5;

/** A date of the wire so many days later. */
export function daysLater(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** A date of the wire as people write it: `24/11/2026`. */
export const written = (date: string): string => date.split('-').reverse().join('/');

/** A part of a whole in whole per cent; none of nothing. */
export const percent = (part: number, whole: number): number =>
  whole > 0 ? Math.min(100, Math.round((100 * part) / whole)) : 0;

/** How long one half took, in words. */
export function spanWords(span: Span | null): string {
  if (!span) return '–';
  const { from, to } = span;
  if (to === null) return say('measures-longer', { from: Math.round(from / 60) });
  if (from === 0) return say('measures-seconds-at-most', { to });
  if (to <= 60) return say('measures-seconds', { from, to });
  return say('measures-minutes', { from: Math.round(from / 60), to: Math.round(to / 60) });
}

/** What kept people from going on, in words. */
export function errorWords({ label, cause }: ErrorFunnel): string {
  const key = `measures-error-${cause}`;
  const words = say(key, { label });
  return words === key ? say('measures-error-other', { label, cause }) : words;
}

/** The page on which the largest share of those who saw it stopped; none where nobody or few did. */
export function mostLeft(pages: PageFunnel[]): string | null {
  const share = (page: PageFunnel) => page.left / page.shown;
  const told = pages.filter((page) => page.shown >= FEW && page.left > 0);
  return told.sort((one, other) => share(other) - share(one))[0]?.page ?? null;
}

/** The procedures of the forms, each once, in the order of the forms. */
export function proceduresOf(forms: FormFunnel[]): { code: string; name: string }[] {
  const named = new Map(forms.map((form) => [form.procedure, form.name]));
  return [...named].map(([code, name]) => ({ code, name }));
}

/** A form's version in words. */
export const versionWords = (version: number): string =>
  version === 0 ? say('measures-version-any') : say('measures-version-of', { version });
