import { emit } from '@tauri-apps/api/event';
import { screen, waitFor } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import type { PrintView } from '../shared/bindings/PrintView';
import type { TicketShown } from '../shared/bindings/TicketShown';
import { branch } from '../shared/samples';
import { disabled, HOME, open, press, replies, TICKET, times } from './stage';
import { visit } from './visit.svelte';

it('takes a number in two touches, and says printed only when the printer did', async () => {
  let end: (view: PrintView) => void = () => {};
  replies.print_result = () => new Promise<PrintView>((resolve) => (end = resolve));
  await open();
  await press('tile-ticket');
  await press('group-ho-tich');
  expect((await screen.findByTestId('ticket-label')).textContent).toBe('A012');
  const state = screen.getByTestId('print-state');
  expect(state.textContent).toContain('Đang in');
  end({ state: 'failed', cause: 'no_paper', trial: false });
  await waitFor(() => expect(state.textContent).toContain('hết giấy'));
  expect(state.textContent).not.toContain('Đã in');
  replies.reprint = () => 9;
  replies.print_result = ({ job }) => ({ state: job === 9 ? 'printed' : 'failed', cause: null, trial: true });
  await press('reprint');
  await waitFor(() => expect(state.textContent).toContain('máy in thử'));
});

it('gives one number for two quick touches', async () => {
  let give: (shown: TicketShown) => void = () => {};
  replies.take_ticket = () => new Promise<TicketShown>((resolve) => (give = resolve));
  await open();
  await press('tile-ticket');
  const tile = await screen.findByTestId('group-ho-tich');
  await waitFor(() => expect(disabled('group-ho-tich')).toBe(false));
  tile.click();
  tile.click();
  await waitFor(() => expect(visit.working).toBe(true));
  give(TICKET);
  await screen.findByTestId('ticket-label');
  expect(times('take_ticket')).toBe(1);
});

it('takes who has priority, and asks for the service where a field has several', async () => {
  const [first, ...others] = branch.groups;
  if (!first) throw new Error('a group');
  const services = [
    { id: 'nop', name: { vi: 'Nộp hồ sơ' } },
    { id: 'nhan', name: { vi: 'Nhận kết quả' } },
  ];
  const priorities = [{ id: 'cao-tuoi', name: { vi: 'Người từ đủ 75 tuổi' } }];
  replies.home = () => ({
    ...HOME,
    branch: { ...branch, priorities, groups: [{ ...first, services }, ...others] },
  });
  let asked: unknown;
  replies.take_ticket = (args) => {
    asked = args;
    return TICKET;
  };
  await open();
  await press('tile-ticket');
  await press('priority');
  await press('priority-cao-tuoi');
  expect((await screen.findByTestId('priority')).textContent).toContain('Người từ đủ 75 tuổi');
  await press('group-ho-tich');
  expect(times('take_ticket')).toBe(0);
  await press('service-nhan');
  await screen.findByTestId('ticket-label');
  expect(asked).toEqual({ wanted: { group: 'ho-tich', service: 'nhan', priority: 'cao-tuoi' } });
});

it('says that it read the card of who wants a number, which is something to clear away', async () => {
  await open();
  await press('tile-ticket');
  await emit('citizen', { kind: 'holder' });
  await screen.findByTestId('card-held');
  // On the first screen somebody's card is something to clear away.
  visit.go({ at: 'first' });
  expect(visit.changed).toBe(true);
});

it('promises no paper while the printer is not ready', async () => {
  replies.home = () => ({ ...HOME, printer: { ready: false, cause: 'no_paper', trial: false } });
  await open();
  await press('tile-ticket');
  await screen.findByTestId('group-ho-tich');
  expect(document.body.textContent).toContain('hiện trên màn hình');
  expect(document.body.textContent).not.toContain('Máy sẽ in số');
});
