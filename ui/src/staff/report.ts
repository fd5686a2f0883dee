// What a report's figures are called and how they are read.
import type { Accuracy } from '../shared/bindings/Accuracy';
import { say } from './words';

/** Milliseconds as minutes that can be read at a glance: one decimal below ten. */
export function minutes(ms: number): number {
  const exact = ms / 60_000;
  return Math.abs(exact) < 9.95 ? Math.round(exact * 10) / 10 : Math.round(exact);
}

/** The same as a table has it: `4,6`. */
export const inMinutes = (ms: number): string => minutes(ms).toLocaleString('vi-VN');

/** Milliseconds as hours and minutes. */
export function spent(ms: number): string {
  const whole = Math.round(ms / 60_000);
  const hours = Math.floor(whole / 60);
  if (hours === 0) return say('report-minutes', { minutes: whole });
  return say('report-hours-minutes', { hours, minutes: whole % 60 });
}

/** A share between 0 and 1 in whole per cent. */
export const percent = (share: number): number => Math.round(share * 100);

/** How true was what people were told, in sentences. */
export function accuracyWords({ told, silent, error, late, covered }: Accuracy): string[] {
  const off = minutes(late * 1_000);
  const sentences = [
    told === 0
      ? say('report-none-told')
      : say('report-told-words', { told, error: minutes(error * 1_000), covered: percent(covered) }),
  ];
  // Less than half a minute is nothing to speak of.
  if (told > 0 && Math.abs(off) >= 0.5)
    sentences.push(say(off > 0 ? 'report-late-words' : 'report-early-words', { minutes: Math.abs(off) }));
  if (silent > 0) sentences.push(say('report-silent-words', { count: silent }));
  return sentences;
}
