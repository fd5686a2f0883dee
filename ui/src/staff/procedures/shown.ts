// What the record of a procedure says, made ready to be read beside what citizens see.
import type { DoubtWhy } from '../../shared/bindings/DoubtWhy';
import type { Level } from '../../shared/bindings/Level';
import type { NationalRecord } from '../../shared/bindings/NationalRecord';
import type { ProcedureView } from '../../shared/bindings/ProcedureView';
import type { RecordField } from '../../shared/bindings/RecordField';
import { say } from '../words';

/** The fields of a record as they are shown: first what citizens see of it, then what only officers do. */
const FIELDS: RecordField[] = [
  'subjects',
  'ways',
  'papers',
  'results',
  'conditions',
  'departments',
  'field',
  'levels',
  'decides',
  'address',
  'steps',
  'legal',
  'decision',
];

/** The fields to show, those that could not be read for certain first. */
export function inOrder(record: NationalRecord | null): { field: RecordField; flagged: boolean }[] {
  const flagged = new Set(record?.doubts.map(({ field }) => field));
  const all = FIELDS.map((field) => ({ field, flagged: flagged.has(field) }));
  return [...all.filter((one) => one.flagged), ...all.filter((one) => !one.flagged)];
}

/** What is doubted in a field: each reason once, with the words it is about. */
export function doubtsOf(
  record: NationalRecord | null,
  field: RecordField,
): { why: DoubtWhy; texts: string[] }[] {
  const found = new Map<DoubtWhy, Set<string>>();
  for (const doubt of record?.doubts ?? []) {
    if (doubt.field !== field) continue;
    const texts = found.get(doubt.why) ?? new Set();
    found.set(doubt.why, doubt.original === '' ? texts : texts.add(doubt.original));
  }
  return [...found].map(([why, texts]) => ({ why, texts: [...texts] }));
}

/** Shorter texts, a lone number, would be found where nothing is doubted. */
const SHORTEST = 4;

/** Where a part of a text stands in it, however its words are spaced: tables lost their spaces and lines. */
export function standing(text: string, part: string): { from: number; until: number }[] {
  if (part.trim().length < SHORTEST) return [];
  const words = part.trim().split(/\s+/);
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s*');
  const found = [...text.matchAll(new RegExp(pattern, 'g'))];
  return found.map((one) => ({ from: one.index, until: one.index + one[0].length }));
}

/** A text cut where the parts of it that are doubted begin and end. */
export function marked(text: string, parts: string[]): { text: string; doubted: boolean }[] {
  const spans = parts.flatMap((part) => standing(text, part)).sort((one, other) => one.from - other.from);
  const cut: { text: string; doubted: boolean }[] = [];
  let at = 0;
  for (const { from, until } of spans) {
    if (until <= at) continue;
    const begin = Math.max(from, at);
    if (begin > at) cut.push({ text: text.slice(at, begin), doubted: false });
    cut.push({ text: text.slice(begin, until), doubted: true });
    at = until;
  }
  if (at < text.length) cut.push({ text: text.slice(at), doubted: false });
  return cut;
}

/** What the list of what was found says of a procedure: its first sentence, or its field where nobody explained it. */
export function inShort({ summary, field }: ProcedureView): string {
  return /^[^.?!]*[.?!]?/.exec(summary)?.[0] || field;
}

/** "Tỉnh, Xã". */
export function levelNames(levels: Level[]): string {
  return levels.map((level) => say(`procedures-level-${level}`)).join(', ');
}
