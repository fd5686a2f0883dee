import { emit } from '@tauri-apps/api/event';
import { screen, waitFor } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import type { Payment } from '../shared/bindings/Payment';
import type { SubmissionShown } from '../shared/bindings/SubmissionShown';
import type { SubmissionTime } from '../shared/bindings/SubmissionTime';
import { branch } from '../shared/samples';
import { calls, HOME, open, press, QR, replies, SUBMITTED, times } from './stage';
import { visit } from './visit.svelte';

const AT = '2026-11-23T08:05:00.000+07:00';
const WAITING: Payment = {
  expected: 16_000,
  state: 'waiting',
  why: null,
  since: AT,
  received_at: null,
  way: null,
};
const transfer = { qr: QR, name: 'VietinBank', account: '101234567890', purpose: 'Nop ho so ABCD2345' };
const shown: SubmissionShown = {
  ...SUBMITTED,
  sent: true,
  received_at: AT,
  ladder: [
    { name: 'saved', at: AT },
    { name: 'paid', at: null },
  ],
  pay: { total: 16_000, transfer },
};

async function submitted(pay: SubmissionShown['pay'] = shown.pay, more: Partial<SubmissionShown> = {}) {
  await open();
  vi.useFakeTimers({ shouldAdvanceTime: true });
  visit.go({ at: 'submitted', shown: { ...shown, pay, ...more } });
  await screen.findByTestId('ladder');
}
const paid = () => document.querySelector<HTMLElement>('[data-step="paid"]')?.dataset.done;

it('pays by a code, takes the word of its person as no more than that, and follows what the bank says', async () => {
  let payment: Payment = WAITING;
  replies.payment = () => ({ payment, said: false });
  replies.say_transferred = () => {
    payment = { ...WAITING, state: 'checking' };
    return { payment, said: false };
  };
  await submitted();
  await press('pay-by-qr');
  expect(screen.getByTestId('pay').textContent).toContain('Nop ho so ABCD2345');
  expect(visit.onPhone).toBe(true);
  await press('pay-said');
  expect((await screen.findByTestId('payment-state')).dataset.state).toBe('checking');
  expect(paid()).toBe('false');
  payment = { ...WAITING, state: 'received', received_at: AT, way: 'bank' };
  await vi.advanceTimersByTimeAsync(4_000);
  expect(screen.getByTestId('payment-state').dataset.state).toBe('received');
  expect(paid()).toBe('true');
  expect(screen.queryByTestId('pay-said')).toBeNull();
  const asked = times('payment');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(times('payment'), 'what was received is asked no more').toBe(asked);
});

it('keeps what its person said while nobody can be told, and never says that it failed', async () => {
  replies.payment = () => Promise.reject({ code: 'central-away', args: {} });
  replies.say_transferred = () => ({ payment: null, said: true });
  await submitted();
  await press('pay-by-qr');
  expect((await screen.findByTestId('pay-away')).textContent).toContain('tiền không mất');
  await press('pay-said');
  const kept = await screen.findByTestId('payment-state');
  expect(kept.dataset.state).toBe('kept');
  expect(kept.textContent).toContain('Đang kiểm tra');
  expect(kept.textContent).toContain('CHƯA báo được');
  expect(screen.queryByTestId('pay-said'), 'it is said once').toBeNull();
  // It arrives, and what was said of it is told a moment later.
  replies.payment = () => ({ payment: WAITING, said: true });
  await vi.advanceTimersByTimeAsync(4_000);
  expect(screen.getByTestId('payment-state').dataset.state).toBe('kept');
  replies.payment = () => ({ payment: { ...WAITING, state: 'checking' }, said: false });
  await vi.advanceTimersByTimeAsync(4_000);
  expect(screen.getByTestId('payment-state').dataset.state).toBe('checking');
  expect(document.body.textContent).not.toContain('thất bại');
  expect(screen.queryByTestId('problem')).toBeNull();
});

it('goes on asking where an officer must look, less often, and shows how it was settled', async () => {
  const payment: Payment = { ...WAITING, state: 'needs_officer', why: 'wrong_amount' };
  replies.payment = () => ({ payment, said: false });
  await submitted();
  expect((await screen.findByTestId('payment-state')).dataset.state).toBe('needs_officer');
  const asked = times('payment');
  await vi.advanceTimersByTimeAsync(14_000);
  expect(times('payment')).toBe(asked);
  replies.payment = () => ({ payment: { ...WAITING, state: 'received', received_at: AT }, said: false });
  await vi.advanceTimersByTimeAsync(2_000);
  expect(screen.getByTestId('payment-state').dataset.state).toBe('received');
});

it('turns to "Đã nộp" when it arrived, and offers the paper that says so', async () => {
  replies.payment = () => ({ payment: null, said: false });
  await submitted(null, { sent: false, received_at: null });
  expect(screen.getByTestId('submitted').dataset.sent).toBe('false');
  expect(document.body.textContent).toContain('CHƯA nộp');
  await waitFor(() => expect(screen.getByTestId('print-state').dataset.state).toBe('printed'));
  expect(screen.queryByTestId('reprint')).toBeNull();

  replies.submitted = () => ({ ...shown, pay: null });
  await emit('citizen', { kind: 'submitted' });
  await waitFor(() => expect(screen.getByTestId('submitted').dataset.sent).toBe('true'));
  expect(document.body.textContent).not.toContain('CHƯA nộp');
  expect(screen.getByTestId('print-anew').textContent).toContain('không còn đúng');
  replies.reprint = () => 9;
  await press('reprint');
  await waitFor(() => expect(screen.queryByTestId('print-anew')).toBeNull());
  expect(calls).toContainEqual(['reprint', { job: SUBMITTED.print }]);
  expect(calls.at(-1)).toEqual(['print_result', { job: 9 }]);
});

it('shows that it arrived before the page was there', async () => {
  replies.submitted = () => ({ ...shown, pay: null });
  await submitted(null, { sent: false, received_at: null });
  await waitFor(() => expect(screen.getByTestId('submitted').dataset.sent).toBe('true'));
});

it('offers the counter always', async () => {
  replies.payment = () => ({ payment: WAITING, said: false });
  await submitted();
  await press('pay-at-counter');
  expect(screen.getByTestId('pay-counter').textContent).toContain('16.000 đồng');
  await press('pay-other');
  expect(screen.getByTestId('pay-by-qr')).toBeTruthy();
});

it('offers the counter alone where the centre has no account', async () => {
  replies.payment = () => ({ payment: WAITING, said: false });
  await submitted({ total: 16_000, transfer: null });
  expect(screen.getByTestId('pay-counter')).toBeTruthy();
  expect(screen.queryByTestId('pay-by-qr')).toBeNull();
});

it('says nothing of paying where nothing is to be paid', async () => {
  await submitted(null);
  expect(screen.queryByTestId('pay')).toBeNull();
  expect(calls.some(([name]) => name === 'payment')).toBe(false);
});

const START = '2026-11-25T08:30:00.000+07:00';
const HELD: SubmissionTime = {
  state: 'held',
  appointment: {
    id: 'a-1',
    code: 'K7M-3XP',
    group: 'chung-thuc',
    service: 'chung-thuc',
    start: START,
    until: '2026-11-25T09:00:00.000+07:00',
    opens: START,
    late_after: START,
    state: 'booked',
    ticket: null,
    label: null,
  },
};

it('says which time is held, and which is not with the way to another', async () => {
  await open();
  visit.home = { ...HOME, branch: { ...branch, appointments: true } };
  visit.go({ at: 'submitted', shown: { ...shown, pay: null, time: HELD } });
  const held = await screen.findByTestId('hold');
  expect(held.textContent).toContain('Thứ Tư, 25/11/2026, 08:30 đến 09:00. Mã hẹn: K7M-3XP.');
  expect(screen.queryByTestId('to-booking')).toBeNull();
  visit.go({ at: 'submitted', shown: { ...shown, pay: null, time: { state: 'taken', start: START } } });
  await waitFor(() => expect(screen.getByTestId('hold').textContent).toContain('Chưa giữ được giờ này'));
  await press('to-booking');
  await waitFor(() => expect(visit.place.at).toBe('booking'));
});

it('leads from Tra cứu to the appointment that is held', async () => {
  const found = {
    code: 'ABCD-2345',
    procedure: '2.000815',
    state: 'received',
    received_at: AT,
    dossier_code: null,
    accepted_at: null,
    due_at: null,
    ladder: [],
    payment: null,
    supplements: [],
    time: HELD,
  };
  replies.lookup = () => ({ found, procedure_name: 'Chứng thực', answers_here: [] });
  replies.appointment = () => ({ appointment: HELD.appointment, service_name: 'Chứng thực' });
  await open();
  visit.go({ at: 'lookup', code: 'ABCD-2345' });
  await screen.findByTestId('hold');
  await press('to-appointment');
  expect((await screen.findByTestId('appointment-code')).textContent).toBe('K7M-3XP');
  expect(calls.findLast(([name]) => name === 'appointment')?.[1]).toEqual({ code: 'K7M-3XP' });
});
