// The appointments of a day at the console.
import { mockIPC } from '@tauri-apps/api/mocks';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import type { AppointmentHeld } from '../shared/bindings/AppointmentHeld';
import type { QueueView } from '../shared/bindings/QueueView';
import { branch, ticket } from '../shared/samples';
import AppointmentsPage from './Appointments.svelte';
import { Appointments, later } from './appointments.svelte';
import { consoleView } from './samples';

const at = (time: string) => `2026-11-23T${time}:00.000+07:00`;
const held = (code: string, state: AppointmentHeld['appointment']['state']): AppointmentHeld => ({
  service_name: 'Hộ tịch',
  appointment: {
    id: code,
    code,
    group: 'ho-tich',
    service: 'ho-tich',
    start: at('09:00'),
    until: at('09:30'),
    opens: at('08:30'),
    late_after: at('09:15'),
    state,
    ticket: null,
    label: null,
  },
});

type Reply = (args: Record<string, unknown>) => unknown;
const calls: [string, Record<string, unknown>][] = [];

function show(replies: Record<string, Reply>) {
  calls.length = 0;
  mockIPC((command, args) => {
    calls.push([command, (args ?? {}) as Record<string, unknown>]);
    return replies[command]?.((args ?? {}) as Record<string, unknown>) ?? null;
  });
  const appointments = new Appointments();
  const now = Date.parse(at('08:45'));
  const shown = consoleView({ branch: { ...branch, appointments: true } });
  const page = render(AppointmentsPage, { view: shown, now, appointments });
  return (queue: QueueView) => page.rerender({ view: { ...shown, queue }, now, appointments });
}
const press = async (id: string) => {
  await waitFor(() => screen.getByTestId(id));
  await fireEvent.click(screen.getByTestId(id));
};
const asked = (command: string) => calls.filter(([name]) => name === command).map(([, args]) => args);

afterEach(cleanup);

test('who is here gets a number, with the printer’s own word on its paper', async () => {
  show({
    console_appointments: () => [held('K7M-3XP', 'booked'), held('ABC-DEF', 'cancelled')],
    console_check_in: () => ({ ticket: ticket('A012'), print: 3 }),
    console_print_result: () => ({ state: 'failed', cause: 'no-paper', trial: false }),
  });
  await press('come-K7M-3XP');
  await waitFor(() => expect(screen.getByTestId('given').textContent).toContain('A012'));
  await waitFor(() => expect(screen.getByTestId('given').textContent).toContain('Không in được'));
  expect(asked('console_check_in')).toEqual([{ id: 'K7M-3XP' }]);
  expect(screen.queryByTestId('come-ABC-DEF')).toBeNull();
});

test('whoever comes at a kiosk is shown to have come, and why something was refused stays', async () => {
  let rows = [held('K7M-3XP', 'booked')];
  const heard = show({
    console_appointments: () => rows,
    console_cancel_appointment: () => Promise.reject({ code: 'appointment-used', args: { label: 'A012' } }),
  });
  for (const _ of [1, 2]) await press('unbook-K7M-3XP');
  await waitFor(() => expect(document.body.textContent).toContain('A012'));
  rows = [held('K7M-3XP', 'checked_in')];
  await heard({ revision: 99, waiting: [], at_counters: [], parked: [], missed: [], began_anew: null });
  await waitFor(() => expect(screen.queryByTestId('come-K7M-3XP')).toBeNull());
  expect(document.body.textContent).toContain('A012');
});

test('a time is given back by the second press', async () => {
  show({ console_appointments: () => [held('K7M-3XP', 'booked')] });
  await press('unbook-K7M-3XP');
  expect(asked('console_cancel_appointment')).toEqual([]);
  await press('unbook-K7M-3XP');
  await waitFor(() => expect(asked('console_cancel_appointment')).toEqual([{ id: 'K7M-3XP' }]));
});

test('booking shows the day it is on, and what was refused with the times as they are', async () => {
  let free = 1;
  show({
    console_appointments: () => [],
    console_slots: () => [
      {
        date: '2026-11-25',
        slots: [{ start: '2026-11-25T09:00:00.000+07:00', until: '2026-11-25T09:30:00.000+07:00', free }],
      },
    ],
    console_book: () => {
      throw { code: 'slot-full', args: {} };
    },
  });
  await waitFor(() => screen.getByTestId('no-appointments'));
  await fireEvent.change(screen.getByTestId('book-service'), { target: { value: 'ho-tich' } });
  await waitFor(() => screen.getByTestId('book-09:00'));
  free = 0;
  await press('book-09:00');
  await waitFor(() => expect(screen.getByTestId('book-09:00')).toHaveProperty('disabled', true));
  await waitFor(() => expect(document.body.textContent).toContain('vừa hết chỗ'));
});

test('the day that was asked for last is shown, however fast the others were gone through', async () => {
  const waiting: (() => void)[] = [];
  show({
    console_appointments: ({ date }) =>
      new Promise((answer) => waiting.push(() => answer([held(date as string, 'booked')]))),
  });
  for (const id of ['day-after', 'day-after', 'day-before']) await press(id);
  for (const answer of waiting) answer();
  await waitFor(() => screen.getByTestId('appointment-2026-11-24'));
  expect(asked('console_appointments').at(-1)).toEqual({ date: '2026-11-24' });
});

test('a booking that stands is told though the list cannot be read, and one without an answer can be asked again', async () => {
  let away = true;
  show({
    console_appointments: () => Promise.reject({ code: 'central-away', args: {} }),
    console_slots: () => [
      { date: '2026-11-25', slots: [{ start: at('09:00'), until: at('09:30'), free: 1 }] },
    ],
    console_book: () =>
      away
        ? Promise.reject({ code: 'central-away', args: {} })
        : { held: held('K7M-3XP', 'booked'), qr: { size: 1, path: '' }, phone: false, print: 4 },
    console_print_result: () => ({ state: 'printed', cause: null, trial: false }),
  });
  await waitFor(() => screen.getByTestId('book-service'));
  await fireEvent.change(screen.getByTestId('book-service'), { target: { value: 'ho-tich' } });
  await press('book-09:00');
  await waitFor(() => expect(asked('console_book')).toHaveLength(1));
  expect(asked('console_slots')).toHaveLength(1);
  away = false;
  await waitFor(() => expect(screen.getByTestId('book-09:00').getAttribute('aria-disabled')).toBe('false'));
  await press('book-09:00');
  await waitFor(() => expect(screen.getByTestId('given').textContent).toContain('K7M-3XP'));
  expect(asked('console_slots')).toHaveLength(1);
});

test('days go over the ends of months', () => {
  expect(later('2026-11-30', 1)).toBe('2026-12-01');
  expect(later('2027-01-01', -1)).toBe('2026-12-31');
});
