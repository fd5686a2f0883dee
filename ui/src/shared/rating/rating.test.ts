import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, expect, it } from 'vitest';
import en from '../../../locales/en/rating.ftl?raw';
import vi from '../../../locales/vi/rating.ftl?raw';
import { speaker } from '../words';
import Rating from './Rating.svelte';
import { GRADES, REASONS } from './reasons';

afterEach(cleanup);

it.each([vi, en])('has words for exactly these grades and reasons', (words) => {
  const keys = (beginning: RegExp) => [...words.matchAll(beginning)].map(([, name]) => name);
  expect(keys(/^rating-(\d) =/gm)).toEqual(GRADES.map(String));
  expect(keys(/^rating-reason-(\S+) =/gm)).toEqual(REASONS);
});

it('takes one grade, then reasons, and tells each by more than its colour', async () => {
  render(Rating, { say: speaker('vi', [vi]), grade: null, reasons: [] });
  const pressed = (id: string) => screen.getByTestId(id).getAttribute('aria-pressed');
  expect(screen.getByTestId('grade-4').textContent).toContain('Rất hài lòng');
  const mouths = GRADES.map((grade) => document.querySelector(`.grade-${grade} .mouth`)?.getAttribute('d'));
  expect(new Set(mouths).size).toBe(4);
  expect(screen.getByTestId('reason-nhanh')).toHaveProperty('disabled', true);
  await fireEvent.click(screen.getByTestId('grade-4'));
  await fireEvent.click(screen.getByTestId('grade-2'));
  expect(GRADES.filter((grade) => pressed(`grade-${grade}`) === 'true')).toEqual([2]);
  for (const reason of ['cho-lau', 'nhanh', 'cho-lau'])
    await fireEvent.click(screen.getByTestId(`reason-${reason}`));
  expect(REASONS.filter((reason) => pressed(`reason-${reason}`) === 'true')).toEqual(['nhanh']);
});
