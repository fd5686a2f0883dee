import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, it } from 'vitest';
import type { PaymentDetail } from '../../shared/bindings/PaymentDetail';
import type { PaymentsToSee } from '../../shared/bindings/PaymentsToSee';
import MoneyPage from './MoneyPage.svelte';
import PaymentPanel from './PaymentPanel.svelte';
import { Payments } from './payments.svelte';

const AT = '2026-11-23T08:05:00.000+07:00';
const WAITING: PaymentDetail = {
  payment: { expected: 42_000, state: 'waiting', why: null, since: AT, received_at: null, way: null },
  lines: [
    { what: 'Bản sao', amount: 16_000 },
    { what: 'Tiền gửi bưu điện', amount: 26_000 },
  ],
  events: [],
};
const RECEIVED: PaymentDetail = {
  ...WAITING,
  payment: { ...WAITING.payment, state: 'received', received_at: AT, way: 'counter' },
  events: [{ at: AT, deed: { kind: 'taken', amount: 42_000, officer: 'Lan' } }],
};
const TWICE: PaymentDetail = {
  ...RECEIVED,
  payment: { ...RECEIVED.payment, state: 'needs_officer', why: 'paid_twice' },
};

/** Nobody could reckon it. */
const UNSET: PaymentDetail = {
  payment: { ...WAITING.payment, expected: null },
  lines: [
    { what: 'Lệ phí đăng ký hộ kinh doanh', amount: null },
    { what: 'Tiền gửi bưu điện', amount: 26_000 },
  ],
  events: [],
};

/** Answers commands from a table and keeps what was asked. */
function machine(answers: Record<string, (args: Record<string, unknown>) => unknown>) {
  const asked: [string, Record<string, unknown>][] = [];
  mockIPC(
    (command, args) => {
      if (command in answers) asked.push([command, args as Record<string, unknown>]);
      return answers[command]?.(args as Record<string, unknown>);
    },
    { shouldMockEvents: true },
  );
  return asked;
}
const press = (testid: string) => fireEvent.click(screen.getByTestId(testid));

afterEach(async () => {
  cleanup();
  // The panel lets go of its events a moment after it is gone.
  await new Promise((done) => setTimeout(done));
  clearMocks();
});

it('takes money at the counter only after asking, and asks again with the same key when the answer was lost', async () => {
  let lost = true;
  const asked = machine({
    take_payment: () => {
      if (!lost) return RECEIVED;
      lost = false;
      throw { code: 'central-away', args: {} };
    },
  });
  render(PaymentPanel, { id: 's1', detail: WAITING, transfer: null });
  expect(screen.getByTestId('payment').textContent).toContain('42.000 đồng');
  await press('pay-take');
  expect(asked).toEqual([]);
  await press('pay-take-yes');
  await screen.findByTestId('problem');
  await press('pay-take-yes');
  await waitFor(() => expect(screen.getByTestId('payment').dataset.state).toBe('received'));
  const [first, second] = asked.map(([, args]) => args);
  expect(first).toMatchObject({ submission: 's1', amount: 42_000 });
  expect(second).toEqual(first);
  expect(screen.getByTestId('pay-events').textContent).toContain('Lan thu 42.000 đồng tại quầy');
});

it('shows what the bank said meanwhile', async () => {
  const submission = { payment: RECEIVED, transfer: null };
  machine({ submission: () => submission });
  render(PaymentPanel, { id: 's1', detail: WAITING, transfer: null });
  await waitFor(() => expect(screen.getByTestId('payment').dataset.state).toBe('received'));
});

it('takes no sum that is none', async () => {
  machine({});
  render(PaymentPanel, { id: 's1', detail: WAITING, transfer: null });
  await press('pay-take');
  for (const [typed, may] of [
    ['0', false],
    ['', false],
    ['1.5x', false],
    ['42.000', true],
  ] as const) {
    await fireEvent.input(screen.getByTestId('pay-amount'), { target: { value: typed } });
    expect((screen.getByTestId('pay-take-yes') as HTMLButtonElement).disabled, typed).toBe(!may);
  }
});

it('says what nobody could reckon, with its ground, before money is taken, and shows the code to pay then', async () => {
  const set: PaymentDetail = {
    ...UNSET,
    payment: { ...UNSET.payment, expected: 126_000 },
    events: [
      { at: AT, deed: { kind: 'set', fee: 100_000, expected: 126_000, why: 'Mức của tỉnh', officer: 'Lan' } },
    ],
  };
  const transfer = {
    qr: { size: 1, path: 'M0 0h1v1h-1z' },
    name: 'VietinBank',
    account: '1',
    purpose: 'Nop ho so A7KM3XPT',
  };
  let now = { payment: UNSET, transfer: null as typeof transfer | null };
  const asked = machine({
    set_payment: () => {
      now = { payment: set, transfer };
      return set;
    },
    submission: () => now,
  });
  render(PaymentPanel, { id: 's1', detail: UNSET, transfer: null });
  expect(screen.getByTestId('payment').textContent).toContain('Chưa báo số tiền');
  expect(screen.queryByTestId('pay-take')).toBeNull();
  await press('pay-set');
  const yes = () => screen.getByTestId('pay-set-yes') as HTMLButtonElement;
  await fireEvent.input(screen.getByTestId('pay-fee'), { target: { value: '100.000' } });
  expect(yes().disabled).toBe(true);
  await fireEvent.input(screen.getByTestId('pay-why'), { target: { value: 'Mức của tỉnh' } });
  await fireEvent.click(yes());
  await screen.findByTestId('pay-qr');
  const sets = asked.filter(([command]) => command === 'set_payment').map(([, args]) => args);
  expect(sets).toMatchObject([{ submission: 's1', fee: 100_000, why: 'Mức của tỉnh' }]);
  expect(screen.getByTestId('pay-events').textContent).toContain(
    'Lan báo phí 100.000 đồng, phải thu 126.000 đồng: Mức của tỉnh',
  );
  await press('pay-take');
  expect((screen.getByTestId('pay-amount') as HTMLInputElement).value).toBe('126000');
});

it('ends the checking of a transfer that does not arrive', async () => {
  const asked = machine({ settle_payment: () => WAITING });
  render(PaymentPanel, {
    id: 's1',
    detail: { ...WAITING, payment: { ...WAITING.payment, state: 'checking' } },
    transfer: null,
  });
  await fireEvent.input(screen.getByTestId('pay-note'), { target: { value: 'Sao kê không có' } });
  await fireEvent.click(screen.getByText('Không có tiền đến, người nộp còn phải trả'));
  await waitFor(() => expect(screen.queryByTestId('pay-note')).toBeNull());
  expect(asked).toEqual([
    ['settle_payment', { submission: 's1', outcome: 'waiting', note: 'Sao kê không có' }],
  ]);
});

it('ends a trouble only with a note of what was done', async () => {
  const asked = machine({ settle_payment: () => RECEIVED });
  render(PaymentPanel, { id: 's1', detail: TWICE, transfer: null });
  const settle = () => screen.getByTestId('pay-settle-received') as HTMLButtonElement;
  expect(settle().disabled).toBe(true);
  await fireEvent.input(screen.getByTestId('pay-note'), { target: { value: 'Đã trả lại' } });
  await fireEvent.click(settle());
  await waitFor(() => expect(screen.queryByTestId('pay-note')).toBeNull());
  expect(asked).toEqual([['settle_payment', { submission: 's1', outcome: 'received', note: 'Đã trả lại' }]]);
});

it('shows what needs somebody, and lets a stray transfer be given to its submission', async () => {
  const toSee: PaymentsToSee = {
    payments: [
      {
        submission: 's1',
        code: 'A7KM-3XPT',
        procedure: '1.001193',
        applicant: 'Nguyễn Văn An',
        payment: TWICE.payment,
        why: 'paid_twice',
      },
      {
        submission: 's2',
        code: 'B7KM-3XPT',
        procedure: '1.001612',
        applicant: 'Trần Thị Bình',
        payment: { ...UNSET.payment, state: 'checking' },
        why: 'not_arrived',
      },
    ],
    credits: [
      {
        id: 'c1',
        bank: 'vietinbank',
        transaction: 'FT1',
        account: '999',
        bill: 'le phi',
        amount: 16_000,
        paid_at: AT,
        why: 'other_account',
      },
    ],
  };
  const asked = machine({ payments: () => toSee, settle_credit: () => null });
  const payments = new Payments();
  await payments.list();
  expect(payments.count).toBe(3);
  let opened = '';
  render(MoneyPage, { payments, open: (id: string) => (opened = id), back: () => {} });
  expect(screen.getByTestId('money-B7KM-3XPT').textContent).toContain('đã lâu mà tiền chưa đến');
  expect(screen.getByTestId('credit-FT1').textContent).toContain('tài khoản 999, không phải của trung tâm');
  await fireEvent.click(screen.getAllByText('Mở hồ sơ')[0] as HTMLElement);
  expect(opened).toBe('s1');
  await fireEvent.input(screen.getByTestId('credit-code'), { target: { value: ' B7KM-3XPT ' } });
  await fireEvent.input(screen.getByTestId('credit-note'), { target: { value: 'Có biên lai' } });
  await press('credit-settle');
  await waitFor(() =>
    expect(asked).toContainEqual(['settle_credit', { credit: 'c1', code: 'B7KM-3XPT', note: 'Có biên lai' }]),
  );
});
