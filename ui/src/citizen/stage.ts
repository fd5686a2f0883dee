// The stage of the page's tests: a machine that answers from a table, what it answers, and a finger.
import { mockIPC } from '@tauri-apps/api/mocks';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { GuideView } from '../shared/bindings/GuideView';
import type { HomeView } from '../shared/bindings/HomeView';
import type { PageBody } from '../shared/bindings/PageBody';
import type { PageSeen } from '../shared/bindings/PageSeen';
import type { PrintView } from '../shared/bindings/PrintView';
import type { ProcedureLine } from '../shared/bindings/ProcedureLine';
import type { ProcedureView } from '../shared/bindings/ProcedureView';
import type { SubmissionShown } from '../shared/bindings/SubmissionShown';
import type { TicketShown } from '../shared/bindings/TicketShown';
import { branch, ticket } from '../shared/samples';
import App from './App.svelte';
// The page fetches these when somebody needs them: here they are there already.
import './after/After.svelte';
import './after/Found.svelte';
import './assist/Assisted.svelte';
import './pages/Choose.svelte';
import { manner, USUAL } from './keyboard/manner.svelte';
import { visit } from './visit.svelte';

export const QR = { size: 21, path: 'M4 4h1v1h-1z' };
export const HOME: HomeView = {
  branch,
  printer: { ready: true, cause: null, trial: false },
  slot: 'below',
  online: true,
  numbers: true,
  idle_ask_ms: 45_000,
  idle_leave_ms: 20_000,
  px_per_mm: 4,
  voice: true,
};
export const TICKET: TicketShown = {
  ticket: ticket('A012', { ahead: 3 }),
  group_name: 'Hộ tịch',
  counters: [1],
  qr: QR,
  phone: false,
  cut_off: false,
  print: 7,
};
export const PROCEDURE: ProcedureView = {
  code: '1.001193',
  version: 3,
  name: 'Đăng ký khai sinh',
  official_name: null,
  summary: '',
  bring: [],
  who: '',
  field: 'Hộ tịch',
  departments: [],
  group: 'ho-tich',
  cases: [],
  deadlines: [],
  fees: [],
  conditions: null,
  outcomes: [],
  way: 'form',
  appointment: false,
  unsure: false,
};
export const LINE: ProcedureLine = {
  code: '1.001193',
  name: 'Đăng ký khai sinh',
  official_name: null,
  summary: '',
  way: 'form',
};
export const page = (name: string, body: PageBody, more: Partial<GuideView> = {}): GuideView => ({
  procedure: '1.001193',
  procedure_name: 'Đăng ký khai sinh',
  page: name,
  title: name,
  help: null,
  body,
  step: null,
  can_go_back: true,
  changing: false,
  problems: [],
  supplement: null,
  ...more,
});
export const CONSENTS = page('consents', {
  kind: 'consents',
  purposes: [{ purpose: 'process', title: 'Giải quyết', text: '…', required: true, given: null }],
});
export const CARD = page('card', { kind: 'card', read: null, reader: false });
export const NAME = (problem: string | null) =>
  page(
    'child',
    {
      kind: 'questions',
      fields: [
        {
          field: 'child_name',
          widget: 'name',
          label: 'Họ tên',
          help: null,
          value: null,
          from_card: false,
          optional: false,
          choices: [],
          max_length: 60,
          range: null,
          offers: [],
          problem,
        },
      ],
      notes: [],
    },
    { problems: problem ? [{ field: 'child_name', message: problem }] : [] },
  );
export const DOCUMENT = page('paper', {
  kind: 'document',
  evidence: 'paper',
  required: true,
  pages: [],
  most: 30,
  sources: { camera: false, trial: false, scanner: false, folder: true, phone: false },
});
/** A page of a paper that can be read well. */
export const pageSeen = (id: string, number: number, more: Partial<PageSeen> = {}): PageSeen => ({
  id,
  number,
  source: 'camera',
  width: 1200,
  height: 1700,
  faults: [],
  kept: false,
  ...more,
});
export const REVIEW = page('review', { kind: 'review', sections: [], to_show: [], fees: [], deadline: '' });
export const SUBMITTED: SubmissionShown = {
  code: 'ABCD-2345',
  procedure_name: 'Đăng ký khai sinh',
  sent: false,
  refused: false,
  received_at: null,
  qr: QR,
  to_show: [],
  ladder: [{ name: 'saved', at: '2026-11-23T08:05:00.000+07:00' }],
  pay: null,
  time: null,
  supplement: false,
  print: 8,
};

type Reply = (args: Record<string, unknown>) => unknown;
export const calls: [string, Record<string, unknown>][] = [];
export const times = (command: string) => calls.filter(([name]) => name === command).length;
/** What the machine answers to a command. */
export const replies: Record<string, Reply> = {};

beforeEach(() => {
  // Only the tests about it wait for a page to settle.
  Object.assign(visit, {
    over: false,
    working: false,
    settling: 0,
    home: null,
    language: 'vi',
    size: 1,
    card: false,
    onPhone: false,
    help: 'none',
    helpProblem: null,
  });
  visit.aloud.off();
  Object.assign(visit.aloud, { slow: false, loudness: 'usual' });
  Object.assign(manner, USUAL);
  visit.go({ at: 'first' });
  visit.settle();
  calls.length = 0;
  for (const command of Object.keys(replies)) delete replies[command];
  Object.assign(replies, {
    home: () => HOME,
    life_events: () => [{ id: 'child', name: 'Có con nhỏ', icon: 'family' }],
    find_procedures: () => [{ wish: 'begin', title: 'đăng ký lần đầu', lines: [LINE] }],
    procedures_under: () => [LINE],
    read_found: () => true,
    read_aloud: () => true,
    procedure: () => PROCEDURE,
    take_ticket: () => TICKET,
    print_result: (): PrintView => ({ state: 'printed', cause: null, trial: false }),
    guide_submit: () => SUBMITTED,
    payment: () => ({ payment: null, said: false }),
    assist_state: () => ({ kind: 'alone' }),
  });
  mockIPC(
    (command, args) => {
      // Every page of the guide asks how its draft stands.
      if (command !== 'draft_saved') calls.push([command, (args ?? {}) as Record<string, unknown>]);
      return replies[command]?.((args ?? {}) as Record<string, unknown>) ?? null;
    },
    { shouldMockEvents: true },
  );
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** Presses a button as soon as it takes presses. */
export const press = async (id: string) => {
  await waitFor(() => expect(screen.getByTestId(id)).not.toHaveProperty('disabled', true));
  await fireEvent.click(screen.getByTestId(id));
};
/** What a finger does on a button, with the press that `steadyPresses` makes of it. */
export async function tap(id: string) {
  await fireEvent.pointerDown(screen.getByTestId(id));
  const button = screen.queryByTestId(id);
  if (!button) return;
  await fireEvent.pointerUp(button);
  button.click();
  await tick();
}
/** Waits until the page takes presses; from then on every page settles for 500 ms of a clock the test turns. */
export async function settle() {
  await waitFor(() => expect(visit.busy).toBe(false));
  visit.settling = 500;
  vi.useFakeTimers();
}
export const disabled = (id: string) => (screen.getByTestId(id) as HTMLButtonElement).disabled;

/** Opens the page; its reload is counted instead of done. */
export async function open() {
  const reload = vi.fn();
  Object.assign(visit, { reload });
  render(App);
  await screen.findByTestId('tile-ticket');
  await waitFor(() => expect(visit.home).not.toBeNull());
  return { reload };
}
export async function begin(view: GuideView) {
  replies.guide_begin = () => view;
  for (const id of ['tile-submit', 'life-child', 'procedure-1.001193', 'begin']) await press(id);
  await waitFor(() => expect(document.querySelector('.guide')).not.toBeNull());
}
