import { emit } from '@tauri-apps/api/event';
import { screen, waitFor } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import type { Ticket } from '../shared/bindings/Ticket';
import { ticket } from '../shared/samples';
import { calls, open, press, replies, times } from './stage';

/** Puts a number under the reader. */
async function scan(about: Partial<Ticket>) {
  const page = await open();
  const held = { ticket: ticket('A012', { counter: 3, ...about }), group_name: 'Hộ tịch', counters: [3] };
  await emit('citizen', { kind: 'ticket', held });
  return page;
}
const text = () => document.body.textContent ?? '';

it('asks whoever was served how it was, thanks them, and begins anew by itself', async () => {
  const { reload } = await scan({ state: 'finished' });
  expect((await screen.findByTestId('page-title')).textContent).toBe(
    'Số A012: bạn thấy được phục vụ thế nào?',
  );
  await press('rate');
  expect((await screen.findByTestId('problem')).textContent).toContain('chọn một mức');
  expect(times('rate_ticket')).toBe(0);
  await press('grade-3');
  await press('reason-nhanh');
  vi.useFakeTimers({ shouldAdvanceTime: true });
  await press('rate');
  await screen.findByTestId('thanks');
  const rating = { grade: 3, reasons: ['nhanh'] };
  expect(calls.filter(([name]) => name === 'rate_ticket')).toEqual([['rate_ticket', { id: 'A012', rating }]]);
  await vi.advanceTimersByTimeAsync(8_000);
  await waitFor(() => expect(reload).toHaveBeenCalledTimes(1));
});

it('claims nothing while the central system is away, and keeps what was chosen', async () => {
  await scan({ state: 'finished' });
  replies.rate_ticket = () => Promise.reject({ code: 'central-away', args: {} });
  await press('grade-1');
  await press('rate');
  expect((await screen.findByTestId('problem')).textContent).toContain('Chưa gửi được ý kiến');
  expect(text()).not.toContain('Cảm ơn bạn đã góp ý');
  expect(screen.getByTestId('grade-1').getAttribute('aria-pressed')).toBe('true');
  replies.rate_ticket = () => Promise.reject({ code: 'rated-already', args: { label: 'A012' } });
  await press('rate');
  expect((await screen.findByTestId('page-title')).textContent).toBe('Cảm ơn bạn đã góp ý');
});

it('thanks whoever has said it already, and asks nobody who was not served', async () => {
  await scan({ state: 'finished', rated: true });
  expect((await screen.findByTestId('page-title')).textContent).toBe('Số A012 đã có ý kiến rồi. Cảm ơn bạn.');
  expect(screen.queryByTestId('grade-4')).toBeNull();
  const held = {
    ticket: ticket('A013', { state: 'called', counter: 2 }),
    group_name: 'Hộ tịch',
    counters: [2],
  };
  await emit('citizen', { kind: 'ticket', held });
  expect((await screen.findByTestId('ticket-state')).textContent).toContain('quầy 2');
  expect(screen.queryByTestId('grade-4')).toBeNull();
});
