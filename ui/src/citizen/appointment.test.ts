// Booking a time, and coming for it.
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { AppointmentHeld } from '../shared/bindings/AppointmentHeld';
import type { AppointmentShown } from '../shared/bindings/AppointmentShown';
import type { SlotDay } from '../shared/bindings/SlotDay';
import { branch } from '../shared/samples';
import { calls, HOME, open, press, replies, TICKET, times } from './stage';
import { visit } from './visit.svelte';

const at = (time: string) => `2026-11-25T${time}:00.000+07:00`;
const HELD: AppointmentHeld = {
  service_name: 'Hộ tịch',
  appointment: {
    id: 'a-1',
    code: 'K7M-3XP',
    group: 'ho-tich',
    service: 'ho-tich',
    start: at('09:00'),
    until: at('09:30'),
    opens: at('08:30'),
    late_after: at('09:15'),
    state: 'booked',
    ticket: null,
    label: null,
  },
};
const DAYS = (free: number): SlotDay[] => [
  {
    date: '2026-11-25',
    slots: [
      { start: at('08:30'), until: at('09:00'), free: 0 },
      { start: at('09:00'), until: at('09:30'), free },
      { start: at('09:30'), until: at('10:00'), free: 2 },
    ],
  },
  {
    date: '2026-11-26',
    slots: [{ start: '2026-11-26T08:00:00.000+07:00', until: '2026-11-26T08:30:00.000+07:00', free: 0 }],
  },
];
const SHOWN: AppointmentShown = { held: HELD, qr: { size: 21, path: 'M4 4h1v1h-1z' }, phone: true, print: 9 };

async function begin() {
  replies.home = () => ({ ...HOME, branch: { ...branch, appointments: true } });
  replies.slots = () => DAYS(1);
  await open();
  for (const id of ['tile-appointment', 'appointment-new', 'for-ho-tich']) await press(id);
}

test('one question a page leads to a time, and only what is free can be taken', async () => {
  replies.book = () => SHOWN;
  await begin();
  await waitFor(() => expect(screen.getByTestId('day-2026-11-26')).toHaveProperty('disabled', true));
  await press('day-2026-11-25');
  expect(screen.getByTestId('slot-08:30')).toHaveProperty('disabled', true);
  await press('slot-09:00');
  expect(screen.getByTestId('booking').textContent).toContain('Thứ Tư, 25/11/2026');
  expect(screen.getByTestId('booking').textContent).toContain('09:00 đến 09:30');
  await press('book');
  await waitFor(() => expect(screen.getByTestId('appointment-code').textContent).toBe('K7M-3XP'));
  expect(calls.find(([name]) => name === 'book')?.[1]).toEqual({ service: 'ho-tich', start: at('09:00') });
  await waitFor(() => expect(screen.getByTestId('print-state').dataset.state).toBe('printed'));
});

test('a time that was taken meanwhile is said, and the others are as they are now', async () => {
  replies.book = () => {
    throw { code: 'slot-full', args: {} };
  };
  await begin();
  await press('day-2026-11-25');
  replies.slots = () => DAYS(0);
  await press('slot-09:00');
  await press('book');
  await waitFor(() => expect(screen.getByTestId('problem').textContent).toContain('vừa hết chỗ'));
  expect(screen.getByTestId('slot-09:00')).toHaveProperty('disabled', true);
  expect(screen.getByTestId('slot-09:30')).toHaveProperty('disabled', false);
});

test('without an answer the question stays, so that the next press is the same booking', async () => {
  let away = true;
  replies.book = () => (away ? Promise.reject({ code: 'central-away', args: {} }) : SHOWN);
  await begin();
  await press('day-2026-11-25');
  await press('slot-09:00');
  replies.slots = () => DAYS(0);
  await press('book');
  await waitFor(() => screen.getByTestId('problem'));
  away = false;
  await press('book');
  await waitFor(() => expect(screen.getByTestId('appointment-code').textContent).toBe('K7M-3XP'));
});

test('who comes types the code and takes the number; who cannot come gives the time back', async () => {
  replies.appointment = () => HELD;
  replies.check_in = () => TICKET;
  replies.cancel_appointment = () => ({ ...HELD, appointment: { ...HELD.appointment, state: 'cancelled' } });
  replies.home = () => ({ ...HOME, branch: { ...branch, appointments: true } });
  await open();
  for (const id of ['tile-appointment', 'appointment-have']) await press(id);
  for (const key of 'k7m3xp') await fireEvent.click(await screen.findByTestId(`key-${key}`));
  await press('lookup-go');
  await waitFor(() => expect(screen.getByTestId('appointment-state').textContent).toContain('đang được giữ'));
  await press('appointment-cancel');
  await press('cancel-no');
  expect(times('cancel_appointment')).toBe(0);
  await press('check-in');
  await waitFor(() => expect(screen.getByTestId('ticket-label').textContent).toBe('A012'));
  expect(calls.find(([name]) => name === 'check_in')?.[1]).toEqual({ id: 'a-1' });

  // The paper did not come, and the code is shown again.
  const used = { ...HELD.appointment, state: 'checked_in', ticket: 't-1', label: 'A012' } as const;
  visit.go({ at: 'appointment', held: { ...HELD, appointment: used } });
  await waitFor(() => expect(screen.getByTestId('appointment-state').textContent).toContain('A012'));
  visit.go({ at: 'appointment', held: HELD });
  await press('appointment-cancel');
  await press('cancel-yes');
  await waitFor(() => expect(screen.getByTestId('appointment-state').textContent).toContain('đã hủy'));
  expect(screen.queryByTestId('check-in')).toBeNull();
});

test('that no paper will come is said before a time is chosen', async () => {
  const printer = { ready: false, cause: 'no_paper', trial: false } as const;
  replies.home = () => ({ ...HOME, printer, branch: { ...branch, appointments: true } });
  await open();
  await press('tile-appointment');
  await waitFor(() => screen.getByTestId('appointment-new'));
  expect(screen.getByTestId('printer-notice').textContent).toContain('hiện trên màn hình');
});

test('a centre that keeps no appointments has no tile for them', async () => {
  await open();
  expect(screen.queryByTestId('tile-appointment')).toBeNull();
});
