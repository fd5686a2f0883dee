import { emit } from '@tauri-apps/api/event';
import { screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import type { Payment } from '../shared/bindings/Payment';
import { calls, open, press, QR, replies } from './stage';
import { visit } from './visit.svelte';

const PAYMENT: Payment = {
  expected: 16_000,
  state: 'checking',
  why: null,
  since: '2026-11-23T08:05:00.000+07:00',
  received_at: null,
  way: null,
};

it('keeps the code that was not found, and says what to do', async () => {
  replies.lookup = () => Promise.reject({ code: 'unknown-code', args: {} });
  await open();
  await press('tile-lookup');
  for (const key of 'abcd2345') await press(`key-${key}`);
  await press('lookup-go');
  await screen.findByTestId('problem');
  expect(screen.getByTestId('lookup-code').textContent?.trim()).toBe('ABCD2345');
});

it('looks up what a reader scanned, from the first screen too', async () => {
  await open();
  replies.lookup = () => ({
    found: {
      code: 'ABCD-2345',
      procedure: '1.001193',
      state: 'received',
      received_at: '2026-11-23T08:05:00.000+07:00',
      dossier_code: null,
      accepted_at: null,
      due_at: null,
      ladder: [
        { name: 'saved', at: '2026-11-23T08:04:00.000+07:00' },
        { name: 'sent', at: '2026-11-23T08:05:00.000+07:00' },
        { name: 'received', at: '2026-11-23T08:05:00.000+07:00' },
        { name: 'accepted', at: null },
        { name: 'paid', at: null },
      ],
      payment: PAYMENT,
      supplements: [
        {
          id: 'r1',
          at: '2026-11-23T09:00:00.000+07:00',
          text: 'Thiếu tờ khai',
          papers: [],
          done_at: null,
          answered_at: null,
        },
      ],
    },
    pay: {
      total: 16_000,
      transfer: { qr: QR, name: 'VietinBank', account: '101234567890', purpose: 'Nop ho so ABCD2345' },
    },
    procedure_name: 'Đăng ký khai sinh',
    answers_here: [],
  });
  await emit('citizen', { kind: 'scanned', code: 'ABCD-2345' });
  expect((await screen.findByTestId('lookup-result')).textContent).toContain('chờ cán bộ kiểm tra');
  expect(calls.at(-1)).toEqual(['lookup', { code: 'ABCD-2345' }]);
  const steps = [...(await screen.findByTestId('ladder')).children].map(
    (step) => (step as HTMLElement).dataset,
  );
  expect(steps.filter(({ done }) => done === 'true').map(({ step }) => step)).toEqual([
    'saved',
    'sent',
    'received',
  ]);
  expect(screen.getByTestId('supplement').textContent).toContain('Thiếu tờ khai');
  expect(screen.getByTestId('payment-state').textContent).toContain('Đang kiểm tra');
  // Whoever has no paper pays from here, and is not asked for it twice.
  expect(screen.getByTestId('pay').textContent).toContain('đừng chuyển lần nữa');
  await press('pay-by-qr');
  const transfer = await screen.findByTestId('transfer');
  for (const line of ['16.000 đồng', '101234567890', 'Nop ho so ABCD2345'])
    expect(transfer.textContent).toContain(line);
  expect(visit.onPhone).toBe(true);
});
