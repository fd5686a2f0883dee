// A draft whose owner wants help, at the console.
import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, it } from 'vitest';
import type { AssistView } from '../shared/bindings/AssistView';
import type { FieldView } from '../shared/bindings/FieldView';
import type { PrintView } from '../shared/bindings/PrintView';
import type { ReviewPrinted } from '../shared/bindings/ReviewPrinted';
import type { SharedRow } from '../shared/bindings/SharedRow';
import type { SubmissionShown } from '../shared/bindings/SubmissionShown';
import App from './App.svelte';
import { Filled, typedOf } from './assist/filled.svelte';
import { consoleView, submission } from './samples';
import { say } from './words';

afterEach(async () => {
  cleanup();
  await new Promise((done) => setTimeout(done));
  clearMocks();
});

const field = (widget: FieldView['widget'], name: string, value: FieldView['value']): FieldView => ({
  field: name,
  widget,
  label: name,
  help: null,
  value,
  from_card: false,
  optional: false,
  choices: [],
  max_length: null,
  range: null,
  offers: [],
  problem: null,
});
const SHARED: SharedRow = {
  draft: {
    id: '01890000-0000-7000-8000-000000000001',
    procedure: '1.001193',
    device: '01890000-0000-7000-8000-000000000002',
    device_name: 'Ki-ốt 2',
    shared_at: '2026-11-24T09:00:00.000+07:00',
    editor: { kind: 'kiosk', name: 'Ki-ốt 2' },
  },
  procedure_name: 'Đăng ký khai sinh',
};
const view = (page: string): AssistView => ({
  id: SHARED.draft.id,
  kiosk: 'Ki-ốt 2',
  guide: {
    procedure: '1.001193',
    procedure_name: 'Đăng ký khai sinh',
    page,
    title: page,
    help: null,
    body: { kind: 'questions', fields: [field('name', 'child_name', null)], notes: [] },
    step: null,
    can_go_back: true,
    changing: false,
    problems: [],
    supplement: null,
  },
  changes: [],
  code: 'A7KM-3XPT',
  review: null,
});

it('sends only what the officer changed, and reads dates and places as they are written', () => {
  const fields = [
    field('date', 'born', '2026-10-02'),
    field('address', 'home', { text: 'Ấp Bình Hòa, xã Mỹ Khánh' }),
    field('yes_no', 'married', null),
    field('name', 'name', 'Lan'),
  ];
  expect(fields.slice(0, 2).map(typedOf)).toEqual(['02/10/2026', 'Ấp Bình Hòa, xã Mỹ Khánh']);
  const filled = new Filled(fields);
  expect(filled.all()).toEqual({});
  Object.assign(filled.values, { born: '03/10/2026', home: 'Số 2', married: 'false', name: ' ' });
  expect(filled.all()).toEqual({ born: '03/10/2026', home: { text: 'Số 2' }, married: false, name: null });
});

it('is taken in hand, filled in, and given back', async () => {
  const asked: [string, unknown][] = [];
  mockIPC(
    (command, args) => {
      asked.push([command, args]);
      if (command === 'console') return consoleView();
      if (command === 'submissions') return [];
      if (command === 'shared_drafts') return [SHARED];
      if (command === 'assist_take') return view('child');
      if (command === 'assist_next') return view('origin');
      return null;
    },
    { shouldMockEvents: true },
  );
  render(App);
  await fireEvent.click(await screen.findByTestId('assist-take'));
  await screen.findByTestId('assist');
  const input = screen.getByTestId('assist-child_name');
  await fireEvent.input(input, { target: { value: 'Nguyễn An' } });
  await fireEvent.click(screen.getByTestId('assist-next'));
  await waitFor(() => expect(screen.getByTestId('assist-title').textContent).toBe('origin'));
  expect(asked.find(([name]) => name === 'assist_next')?.[1]).toEqual({
    page: 'child',
    answers: { child_name: 'Nguyễn An' },
  });
  await fireEvent.click(screen.getByTestId('assist-give-back'));
  expect((await screen.findByTestId('assist-given-back')).textContent).toBe(say('assist-given-back'));
  expect(screen.queryByTestId('assist')).toBeNull();
});

const printed = (about: Partial<ReviewPrinted> = {}): ReviewPrinted => ({
  job: 7,
  mark: '0123456789ab',
  void: false,
  consents: [{ purpose: 'process', title: 'Xử lý hồ sơ', text: '', required: false, given: true }],
  ...about,
});
const atReview = (review: ReviewPrinted | null): AssistView => ({
  ...view('review'),
  guide: {
    ...view('review').guide,
    body: {
      kind: 'review',
      sections: ['consents', 'child'].map((page) => ({ page, title: page, rows: [] })),
      to_show: [],
      fees: [],
      deadline: '',
    },
  },
  review,
});
const SUBMITTED: SubmissionShown = {
  code: 'A7KM-3XPT',
  procedure_name: 'Đăng ký khai sinh',
  sent: false,
  refused: false,
  received_at: null,
  qr: { size: 1, path: '' },
  to_show: ['Giấy chứng sinh'],
  ladder: [],
  pay: null,
  time: null,
  supplement: false,
  print: 9,
};

/** A console with a draft in hand, with what the commands of the test answer. */
async function inHand(taken: AssistView, replies: Record<string, () => unknown>) {
  const asked: [string, unknown][] = [];
  mockIPC(
    (command, args) => {
      asked.push([command, args]);
      const reply = replies[command];
      if (reply) return reply();
      if (command === 'console') return consoleView();
      if (command === 'submissions') return [];
      if (command === 'shared_drafts') return [SHARED];
      return command === 'assist_take' ? taken : null;
    },
    { shouldMockEvents: true },
  );
  render(App);
  await fireEvent.click(await screen.findByTestId('assist-take'));
  await screen.findByTestId('assist');
  return asked;
}
const off = (id: string) => screen.getByTestId(id).getAttribute('aria-disabled');
const ends = (end: Partial<PrintView>) => () => ({ state: 'printed', cause: null, trial: false, ...end });

it('prints the review, and submits what was signed once all was seen', async () => {
  const asked = await inHand(atReview(null), {
    assist_print_review: () => atReview(printed()),
    console_print_result: ends({}),
    assist_submit: () => SUBMITTED,
  });
  expect(screen.queryByTestId('assist-submit')).toBeNull();
  expect(screen.queryByTestId('assist-edit-consents')).toBeNull();
  expect(screen.getByTestId('assist-edit-child')).toBeTruthy();
  await fireEvent.click(screen.getByTestId('assist-print-review'));
  await screen.findByTestId('assist-submit');
  expect(screen.getByTestId('assist-sign-print').dataset.state).toBe('printed');
  expect(screen.queryByTestId('assist-sign-came-out')).toBeNull();
  for (const seen of ['card', 'consent-process', 'signed']) {
    expect(off('assist-submit')).toBe('true');
    await fireEvent.click(screen.getByTestId('assist-submit'));
    await fireEvent.click(screen.getByTestId(`assist-sign-${seen}`));
  }
  expect(asked.filter(([name]) => name === 'assist_submit')).toEqual([]);
  await fireEvent.click(screen.getByTestId('assist-submit'));
  const done = await screen.findByTestId('assist-submitted');
  expect(asked.find(([name]) => name === 'assist_submit')?.[1]).toEqual({
    agreed: ['process'],
    cameOut: false,
  });
  // It was not sent yet, and nobody is told that it was.
  expect(done.dataset.state).toBe('saved');
  expect(done.textContent).toContain(say('assist-done-saved'));
  expect(screen.getByTestId('assist-code').textContent).toBe('A7KM-3XPT');
  await waitFor(() => expect(screen.getByTestId('assist-receipt').dataset.state).toBe('printed'));
  expect(
    asked.find(([name, args]) => name === 'console_print_result' && (args as { job: number }).job === 9),
  ).toBeTruthy();
  // Another page does not lose it.
  await fireEvent.click(screen.getByTestId('nav-hall'));
  await fireEvent.click(await screen.findByTestId('assist-done-open'));
  await fireEvent.click(await screen.findByTestId('assist-handed-over'));
  await waitFor(() => expect(screen.queryByTestId('assist-submitted')).toBeNull());
});

it('says that a change voids what was printed, and offers only a new paper', async () => {
  const asked = await inHand(atReview(printed({ void: true })), { console_print_result: ends({}) });
  expect(screen.getByTestId('assist-void').textContent).toBe(say('assist-sign-void'));
  expect(screen.queryByTestId('assist-submit')).toBeNull();
  expect(screen.getByTestId('assist-print-review').textContent).toContain(say('assist-sign-print-again'));
  expect(asked.some(([name]) => name === 'console_print_result')).toBe(false);
});

it('never takes a paper for printed that the printer did not', async () => {
  await inHand(atReview(printed()), { console_print_result: ends({ state: 'failed', cause: 'jam' }) });
  await waitFor(() => expect(screen.getByTestId('assist-sign-print').textContent).toContain('kẹt giấy'));
  expect(screen.queryByTestId('assist-submit')).toBeNull();
});

it('takes the officer at their word where the printer gave none', async () => {
  const asked = await inHand(atReview(printed()), {
    console_print_result: ends({ state: 'unknown', cause: 'mute' }),
    assist_submit: () => Promise.reject({ code: 'store', args: {} }),
  });
  for (const seen of ['card', 'consent-process', 'signed'])
    await fireEvent.click(await screen.findByTestId(`assist-sign-${seen}`));
  expect(off('assist-submit')).toBe('true');
  await fireEvent.click(screen.getByTestId('assist-sign-came-out'));
  await fireEvent.click(screen.getByTestId('assist-submit'));
  await screen.findByTestId('problem');
  expect(asked.find(([name]) => name === 'assist_submit')?.[1]).toEqual({
    agreed: ['process'],
    cameOut: true,
  });
  expect(screen.queryByTestId('assist-submitted')).toBeNull();
});

it('names on the submission who helped, who submitted it, and which fields each changed', async () => {
  const change = (who: string, labels: string[]) => ({
    change: {
      at: '2026-11-23T08:00:00.000+07:00',
      who: { kind: 'officer' as const, name: who },
      page: 'child',
      fields: labels,
    },
    page_title: 'Người con',
    labels,
  });
  const signed = {
    ...submission,
    helped_by: ['Lan'],
    changes: [change('Lan', ['Họ và tên', 'Ngày sinh'])],
    submitted_by: { officer: 'Minh', printed_at: '2026-11-23T08:02:00.000+07:00', mark: '0123456789ab' },
  };
  mockIPC(
    (command) => {
      if (command === 'console') return consoleView();
      if (command === 'shared_drafts') return [];
      if (command === 'submissions') return [{ line: submission.line, procedure_name: 'Đăng ký khai sinh' }];
      return command === 'submission' ? signed : null;
    },
    { shouldMockEvents: true },
  );
  render(App);
  await fireEvent.click(await screen.findByTestId('nav-submissions'));
  await fireEvent.click(await screen.findByTestId('submission-ABCD-EFGH'));
  const by = await screen.findByTestId('submitted-by');
  expect(by.textContent).toContain('Minh nộp thay');
  expect(by.textContent).toContain('0123456789ab');
  // Nobody confirmed anything on a screen.
  expect(screen.getByTestId('helped-by').textContent?.trim()).toBe('Lan đã giúp điền.');
  const log = screen.getByTestId('assist-changes').textContent;
  expect(log).toContain('Lan');
  expect(log).toContain('Họ và tên, Ngày sinh');
});
