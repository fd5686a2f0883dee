import { expect, it } from 'vitest';
import type { FieldView } from '../../shared/bindings/FieldView';
import type { Widget } from '../../shared/bindings/Widget';
import { PageAnswers } from './answers.svelte';

const field = (name: string, widget: Widget, more: Partial<FieldView> = {}): FieldView => ({
  field: name,
  widget,
  label: name,
  help: null,
  value: null,
  from_card: false,
  optional: false,
  choices: [],
  max_length: null,
  range: null,
  offers: [],
  problem: null,
  ...more,
});
const type = (answers: PageAnswers, text: string) => {
  for (const character of text) answers.press({ kind: 'character', character });
};

it('goes through a date by itself, from day to month to year', () => {
  const answers = new PageAnswers([field('child_birth', 'date')]);
  type(answers, '5112026');
  expect(answers.all()).toEqual({ child_birth: '2026-11-05' });
  expect(answers.keys).toBe('digits');
});

it('goes back through a date with the delete key', () => {
  const answers = new PageAnswers([field('child_birth', 'date', { value: '2026-11-23' })]);
  if (answers.date) answers.date.part = 'month';
  for (let times = 0; times < 4; times++) answers.press({ kind: 'erase' });
  expect(answers.date?.parts).toEqual({ day: '2', month: '', year: '2026' });
});

it('hands over half a date as it is, and nothing as null', () => {
  const answers = new PageAnswers([field('child_birth', 'date'), field('name', 'name')]);
  expect(answers.all()).toEqual({ child_birth: null, name: null });
  type(answers, '05');
  expect(answers.all().child_birth).toBe('-00-05');
});

it('takes digits only where digits are asked, and no more than there may be', () => {
  const answers = new PageAnswers([field('number', 'citizen_number', { max_length: 12 })]);
  type(answers, 'a0 89.190-0001234567');
  expect(answers.all()).toEqual({ number: '089190000123' });
});

it('begins each word of a name with a capital, and a text with one', () => {
  const answers = new PageAnswers([field('name', 'name'), field('reason', 'long_text')]);
  expect(answers.capital).toBe(true);
  type(answers, 'N');
  expect(answers.capital).toBe(false);
  type(answers, 'am ');
  expect(answers.capital).toBe(true);
  answers.active = 'reason';
  type(answers, 'Sinh ');
  expect(answers.capital).toBe(false);
});

it('keeps what came with the page and chooses nothing by itself', () => {
  const answers = new PageAnswers([
    field('proof', 'choice', { choices: [{ value: 'a', label: 'A', help: null }] }),
    field('married', 'yes_no', { value: false }),
    field('name', 'name', { value: 'Nguye\u0302\u0303n' }),
  ]);
  expect(answers.active).toBeNull();
  expect(answers.all()).toEqual({ proof: null, married: false, name: 'Nguyễn' });
});
