import { emit } from '@tauri-apps/api/event';
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import { begin, CARD, HOME, NAME, open, press, replies, SUBMITTED, TICKET, tap, times } from './stage';
import { type Place, visit } from './visit.svelte';

it('asks whether someone is there, then wipes the page and its memory', async () => {
  const { reload } = await open();
  await begin(NAME(null));
  await press('key-t');
  vi.useFakeTimers();
  await fireEvent.pointerDown(document.body);
  await vi.advanceTimersByTimeAsync(45_000);
  expect(screen.getByTestId('idle-question')).toBeTruthy();
  const before = times('end_visit');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(visit.over).toBe(true);
  expect(visit.place).toEqual({ at: 'first' });
  expect(screen.queryByTestId('field-child_name')).toBeNull();
  expect(document.body.textContent).not.toContain('khai sinh');
  expect(times('end_visit')).toBe(before + 1);
  expect(reload).toHaveBeenCalledOnce();
});

it('stays when somebody touches the screen', async () => {
  const { reload } = await open();
  await begin(NAME(null));
  vi.useFakeTimers();
  await fireEvent.pointerDown(document.body);
  await vi.advanceTimersByTimeAsync(50_000);
  await tap('idle-stay');
  await vi.advanceTimersByTimeAsync(30_000);
  expect(screen.queryByTestId('idle-question')).toBeNull();
  expect(reload).not.toHaveBeenCalled();
});

it('ends on the button, after a question, also when the machine does not answer', async () => {
  const { reload } = await open();
  replies.end_visit = () => Promise.reject({ code: 'internal', args: {} });
  await begin(CARD);
  await press('end');
  await press('end-yes');
  await waitFor(() => expect(reload).toHaveBeenCalledOnce());
});

it('ends on the button of the idle question, which a finger on it does not take away', async () => {
  const { reload } = await open();
  await begin(NAME(null));
  vi.useFakeTimers();
  await fireEvent.pointerDown(document.body);
  await vi.advanceTimersByTimeAsync(50_000);
  expect(screen.getByTestId('idle-question').textContent).toContain('chưa nộp');
  await tap('idle-end');
  await vi.advanceTimersByTimeAsync(0);
  expect(reload).toHaveBeenCalledOnce();
});

it('does not say that it deletes what is saved and not yet submitted', async () => {
  await open();
  visit.go({ at: 'submitted', shown: SUBMITTED });
  vi.useFakeTimers();
  await fireEvent.pointerDown(document.body);
  await vi.advanceTimersByTimeAsync(45_000 / 2);
  const said = screen.getByTestId('idle-question').textContent;
  expect(said).toContain('vẫn được giữ');
  expect(said).not.toContain('xóa');
});

it('asks in time although the machine has news all the while', async () => {
  await open();
  await begin(NAME(null));
  vi.useFakeTimers();
  await fireEvent.pointerDown(document.body);
  await vi.advanceTimersByTimeAsync(40_000);
  // A new object each time, as from Rust.
  replies.home = () => ({ ...HOME });
  await emit('citizen', { kind: 'home' });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(screen.queryByTestId('idle-question')).not.toBeNull();
});

it.each([
  ['ticket', { kind: 'ticket', held: { ticket: TICKET.ticket, group_name: 'Hộ tịch', counters: [1] } }],
  ['scanned', { kind: 'scanned', code: 'ABCD-2345' }],
])('takes what is held under the reader for a sign of somebody: %s', async (_, news) => {
  replies.lookup = () => Promise.reject({ code: 'unknown-code', args: {} });
  const { reload } = await open();
  await emit('citizen', news);
  await screen.findByTestId('page-title');
  await waitFor(() => expect(visit.place.at).not.toBe('first'));
  vi.useFakeTimers();
  await fireEvent.pointerDown(document.body);
  await vi.advanceTimersByTimeAsync(40_000);
  await emit('citizen', news);
  await vi.advanceTimersByTimeAsync(40_000);
  expect(screen.queryByTestId('idle-question')).toBeNull();
  expect(reload).not.toHaveBeenCalled();
});

it.each([
  [{ at: 'number', shown: TICKET }],
  [{ at: 'submitted', shown: SUBMITTED }],
  [{ at: 'held', held: { ticket: TICKET.ticket, group_name: 'Hộ tịch', counters: [1] } }],
] satisfies [Place][])('ends without a question where nothing would be lost: $at', async (place) => {
  const { reload } = await open();
  visit.go(place);
  await press('end');
  expect(screen.queryByTestId('end-question')).toBeNull();
  await waitFor(() => expect(reload).toHaveBeenCalledOnce());
});

it('leaves who waits for a device alone, and counts from when it is done', async () => {
  await open();
  await begin(NAME(null));
  await waitFor(() => expect(visit.busy).toBe(false));
  vi.useFakeTimers();
  await fireEvent.pointerDown(document.body);
  let done = () => {};
  const scan = visit.run(() => new Promise((resolve) => (done = resolve)));
  // A scanner warms its lamp.
  await vi.advanceTimersByTimeAsync(120_000);
  expect(screen.queryByTestId('idle-question')).toBeNull();
  done();
  await scan;
  await vi.advanceTimersByTimeAsync(44_000);
  expect(screen.queryByTestId('idle-question')).toBeNull();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(screen.queryByTestId('idle-question')).not.toBeNull();
});
