import { emit } from '@tauri-apps/api/event';
import { screen, waitFor } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import {
  begin,
  DOCUMENT,
  disabled,
  NAME,
  open,
  press,
  REVIEW,
  replies,
  settle,
  TICKET,
  tap,
  times,
} from './stage';
import { visit } from './visit.svelte';

it('takes no second tap for the page that came up under it, and shows no sign of that', async () => {
  await open();
  await begin(NAME(null));
  await settle();
  replies.guide_next = () => REVIEW;
  await tap('next');
  await vi.advanceTimersByTimeAsync(0);
  const submit = screen.getByTestId('submit');
  expect([submit.textContent?.trim(), submit.getAttribute('aria-busy')]).toEqual(['Nộp', 'false']);
  await tap('submit');
  await vi.advanceTimersByTimeAsync(499);
  await tap('submit');
  expect(times('guide_submit')).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  await tap('submit');
  await vi.advanceTimersByTimeAsync(0);
  expect(times('guide_submit')).toBe(1);
  expect(disabled('home')).toBe(true);
  await vi.advanceTimersByTimeAsync(500);
  expect(disabled('home')).toBe(false);
});

it('takes no number for two taps on the first screen, and opens nothing for two on a list', async () => {
  await open();
  await settle();
  await tap('tile-ticket');
  await tap('group-ho-tich');
  expect(times('take_ticket')).toBe(0);
  await vi.advanceTimersByTimeAsync(500);
  await tap('back');
  expect(['ticket', 'submit', 'lookup'].map((name) => disabled(`tile-${name}`))).toEqual([true, true, true]);
  await vi.advanceTimersByTimeAsync(500);
  await tap('tile-submit');
  await vi.advanceTimersByTimeAsync(0);
  expect(disabled('life-child')).toBe(true);
  await vi.advanceTimersByTimeAsync(500);
  await tap('life-child');
  await vi.advanceTimersByTimeAsync(0);
  await tap('procedure-1.001193');
  expect(visit.place).toEqual({ at: 'choose' });
  await vi.advanceTimersByTimeAsync(500);
  await tap('procedure-1.001193');
  expect(visit.place).toEqual({ at: 'procedure', code: '1.001193' });
});

it('keeps what was found for two taps on the look-up', async () => {
  replies.lookup = () => ({
    found: { code: 'ABCD-2345', state: 'received', received_at: TICKET.ticket.issued_at },
  });
  await open();
  await press('tile-lookup');
  await press('key-a');
  await settle();
  await tap('lookup-go');
  await vi.advanceTimersByTimeAsync(0);
  await tap('lookup-again');
  expect(screen.queryByTestId('lookup-result')).not.toBeNull();
});

it('leaves the buttons of a page alone when a document comes to it', async () => {
  await open();
  await begin(DOCUMENT);
  await waitFor(() => expect(disabled('next')).toBe(false));
  visit.settling = 500;
  replies.guide_view = () => DOCUMENT;
  await emit('citizen', { kind: 'guide' });
  await waitFor(() => expect(times('guide_view')).toBe(1));
  expect(disabled('next')).toBe(false);
});
