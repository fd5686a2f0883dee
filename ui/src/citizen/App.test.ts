import { emit } from '@tauri-apps/api/event';
import { mockIPC } from '@tauri-apps/api/mocks';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { GuideView } from '../shared/bindings/GuideView';
import type { HomeView } from '../shared/bindings/HomeView';
import type { PageBody } from '../shared/bindings/PageBody';
import type { PrintView } from '../shared/bindings/PrintView';
import type { ProcedureView } from '../shared/bindings/ProcedureView';
import type { SubmissionShown } from '../shared/bindings/SubmissionShown';
import type { TicketShown } from '../shared/bindings/TicketShown';
import App from './App.svelte';
import { type Place, visit } from './visit.svelte';

const QR = { size: 21, path: 'M4 4h1v1h-1z' };
const HOME: HomeView = {
  branch: {
    id: 'angiang',
    name: 'Trung tâm',
    agency: '',
    address: '',
    place: '',
    public_url: null,
    counters: [],
    groups: [
      {
        id: 'ho-tich',
        prefix: 'A',
        name: 'Hộ tịch',
        name_en: 'Civil status',
        icon: 'family',
        counters: [1],
        waiting: 2,
      },
    ],
  },
  printer: { ready: true, cause: null, trial: false },
  online: true,
  idle_ask_ms: 45_000,
  idle_leave_ms: 20_000,
  px_per_mm: 4,
};
const TICKET: TicketShown = {
  ticket: {
    id: '1',
    label: 'A012',
    group: 'ho-tich',
    state: 'waiting',
    issued_at: '2026-11-23T08:05:00.000+07:00',
    counter: null,
    called_at: null,
    ahead: 3,
  },
  group_name: 'Hộ tịch',
  counters: [1],
  qr: QR,
  phone: false,
  print: 7,
};
const PROCEDURE: ProcedureView = {
  code: '1.001193',
  name: 'Đăng ký khai sinh',
  summary: '',
  who: '',
  group: 'ho-tich',
  cases: [],
  deadlines: [],
  fees: [],
  outcomes: [],
  here: true,
  appointment: false,
};
const page = (name: string, body: PageBody, more: Partial<GuideView> = {}): GuideView => ({
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
  ...more,
});
const CONSENTS = page('consents', {
  kind: 'consents',
  purposes: [{ purpose: 'process', title: 'Giải quyết', text: '…', required: true, given: null }],
});
const CARD = page('card', { kind: 'card', read: null, reader: false });
const NAME = (problem: string | null) =>
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
          problem,
        },
      ],
    },
    { problems: problem ? [{ field: 'child_name', message: problem }] : [] },
  );
const DOCUMENT = page('paper', {
  kind: 'document',
  evidence: 'paper',
  required: true,
  attached: [],
  scanner: true,
});
const REVIEW = page('review', { kind: 'review', sections: [], to_show: [], fees: [], deadline: '' });
const SUBMITTED: SubmissionShown = {
  code: 'ABCD-2345',
  procedure_name: 'Đăng ký khai sinh',
  sent: false,
  refused: false,
  received_at: null,
  qr: QR,
  to_show: [],
  print: 8,
};

type Reply = (args: Record<string, unknown>) => unknown;
const calls: [string, Record<string, unknown>][] = [];
const times = (command: string) => calls.filter(([name]) => name === command).length;
let replies: Record<string, Reply>;

beforeEach(() => {
  // Only the tests about it wait for a page to settle.
  Object.assign(visit, { over: false, working: false, settling: 0, home: null, language: 'vi', size: 1 });
  visit.go({ at: 'first' });
  visit.settle();
  calls.length = 0;
  replies = {
    home: () => HOME,
    life_events: () => [{ id: 'child', name: 'Có con nhỏ', icon: 'family' }],
    find_procedures: () => [{ code: '1.001193', name: 'Đăng ký khai sinh', summary: '', here: true }],
    procedure: () => PROCEDURE,
    take_ticket: () => TICKET,
    print_result: (): PrintView => ({ state: 'printed', cause: null, trial: false }),
    guide_submit: () => SUBMITTED,
  };
  mockIPC(
    (command, args) => {
      calls.push([command, (args ?? {}) as Record<string, unknown>]);
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
const press = async (id: string) => {
  await waitFor(() => expect(screen.getByTestId(id)).not.toHaveProperty('disabled', true));
  await fireEvent.click(screen.getByTestId(id));
};
/** What a finger does on a button, with the press that `steadyPresses` makes of it. */
async function tap(id: string) {
  await fireEvent.pointerDown(screen.getByTestId(id));
  const button = screen.queryByTestId(id);
  if (!button) return;
  await fireEvent.pointerUp(button);
  button.click();
  await tick();
}
/** Waits until the page takes presses; from then on every page settles for 500 ms of a clock the test turns. */
async function settle() {
  await waitFor(() => expect(visit.busy).toBe(false));
  visit.settling = 500;
  vi.useFakeTimers();
}
const disabled = (id: string) => (screen.getByTestId(id) as HTMLButtonElement).disabled;

/** Opens the page; its reload is counted instead of done. */
async function open() {
  const reload = vi.fn();
  Object.assign(visit, { reload });
  render(App);
  await screen.findByTestId('tile-ticket');
  await waitFor(() => expect(visit.home).not.toBeNull());
  return { reload };
}
async function begin(view: GuideView) {
  replies.guide_begin = () => view;
  for (const id of ['tile-submit', 'life-child', 'procedure-1.001193', 'begin']) await press(id);
}

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

it('gives no consent beforehand, and hands over just what was pressed', async () => {
  await open();
  await begin(CONSENTS);
  const yes = await screen.findByTestId('consent-process-yes');
  expect(yes.getAttribute('aria-checked')).toBe('false');
  expect(screen.getByTestId('consent-process-no').getAttribute('aria-checked')).toBe('false');
  replies.guide_next = () => CARD;
  await press('consent-process-no');
  await press('next');
  await screen.findByTestId('by-hand');
  expect(calls.at(-1)).toEqual(['guide_next', { page: 'consents', answers: { process: false } }]);
});

it('passes on what a reader types and shows none of it', async () => {
  await open();
  await begin(CARD);
  await screen.findByTestId('by-hand');
  replies.guide_card_text = () =>
    page('card', { kind: 'card', read: { masked_number: '089•••••0123', name: 'Trần An' }, reader: false });
  const text = '089190000123||Trần An|01021990|Nam|Long Xuyên|02032021';
  for (const key of [...text, 'Enter']) await fireEvent.keyDown(window, { key });
  await screen.findByTestId('card-read');
  expect(calls.at(-1)).toEqual(['guide_card_text', { text }]);
  expect(document.body.textContent).not.toContain('089190000123');
});

it('says what is wrong at the top and at the field, and keeps what was typed', async () => {
  await open();
  await begin(NAME(null));
  for (const id of ['key-t', 'key-r', 'key-a', 'key-a', 'key-n', 'tone-huyen']) await press(id);
  expect(screen.getByTestId('field-child_name').textContent?.trim()).toBe('Trần');
  replies.guide_next = () => NAME('Xin bạn viết đủ họ và tên.');
  await press('next');
  expect((await screen.findByTestId('problem')).textContent).toContain('Xin bạn viết đủ họ và tên.');
  expect(screen.getAllByText('Xin bạn viết đủ họ và tên.')).toHaveLength(2);
  expect(screen.getByTestId('field-child_name').textContent?.trim()).toBe('Trần');
  expect(calls.find(([name]) => name === 'guide_next')?.[1].answers).toEqual({ child_name: 'Trần' });
});

it('submits once, and says so when it is not yet submitted', async () => {
  await open();
  await begin(REVIEW);
  const submit = await screen.findByTestId('submit');
  await waitFor(() => expect(disabled('submit')).toBe(false));
  submit.click();
  submit.click();
  expect((await screen.findByTestId('code')).textContent).toBe('ABCD-2345');
  expect(times('guide_submit')).toBe(1);
  expect(screen.getByTestId('page-title').textContent).toBe('Đã lưu, CHƯA nộp');
});

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
    },
    procedure_name: 'Đăng ký khai sinh',
  });
  await emit('citizen', { kind: 'scanned', code: 'ABCD-2345' });
  expect((await screen.findByTestId('lookup-result')).textContent).toContain('chờ cán bộ kiểm tra');
  expect(calls.at(-1)).toEqual(['lookup', { code: 'ABCD-2345' }]);
});

it('shows every document that came, also when one came while it was asking', async () => {
  await open();
  const pages: string[] = [];
  const document = () =>
    page('paper', {
      kind: 'document',
      evidence: 'paper',
      required: true,
      attached: pages.map((id) => ({ id, pages: 1, size: 1, media_type: 'image/png' })),
      scanner: true,
    });
  await begin(document());
  await screen.findByTestId('page-title');
  replies.guide_view = document;
  pages.push('one');
  const first = emit('citizen', { kind: 'guide' });
  pages.push('two');
  await Promise.all([first, emit('citizen', { kind: 'guide' })]);
  await waitFor(() => expect(screen.getAllByTestId('attached')).toHaveLength(2));
});

it('leaves alone what is being typed when a machine brings something', async () => {
  await open();
  await begin(NAME(null));
  await press('key-t');
  await emit('citizen', { kind: 'guide' });
  expect(times('guide_view')).toBe(0);
  await emit('citizen', { kind: 'refused', problem: { code: 'card-not-now', args: {} } });
  await screen.findByTestId('problem');
  expect(screen.getByTestId('field-child_name').textContent?.trim()).toBe('T');
});

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

it('promises no paper while the printer is not ready', async () => {
  replies.home = () => ({ ...HOME, printer: { ready: false, cause: 'no_paper', trial: false } });
  await open();
  await press('tile-ticket');
  await screen.findByTestId('group-ho-tich');
  expect(document.body.textContent).toContain('hiện trên màn hình');
  expect(document.body.textContent).not.toContain('Máy sẽ in số');
});

it('sends a person to a counter with what the central system refused, and promises no sending', async () => {
  await open();
  visit.go({ at: 'submitted', shown: { ...SUBMITTED, refused: true } });
  const said = await screen.findByTestId('submitted');
  expect({ ...said.dataset }).toMatchObject({ sent: 'false', refused: 'true' });
  expect(screen.getByTestId('page-title').textContent).toBe('Hệ thống trung tâm CHƯA nhận hồ sơ');
  expect(said.textContent).toContain('mang mã này đến quầy');
  expect(document.body.textContent).not.toMatch(/tự gửi|tra cứu/);
});

it('says that it cannot scan, and waits for no scanner', async () => {
  await open();
  await begin(page('paper', { ...DOCUMENT.body, scanner: false } as PageBody));
  expect((await screen.findByTestId('no-scanner')).textContent).toContain('không quét được');
  expect(document.body.textContent).not.toMatch(/Đang chờ máy quét|Đặt giấy vào/);
});
