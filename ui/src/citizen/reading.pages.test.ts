// What is read of each kind of page is what it shows at that moment, and what comes up on it later.
import { emit } from '@tauri-apps/api/event';
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, it, vi } from 'vitest';
import type { FieldView } from '../shared/bindings/FieldView';
import type { GuideView } from '../shared/bindings/GuideView';
import type { PageBody } from '../shared/bindings/PageBody';
import { manner } from './keyboard/manner.svelte';
import {
  begin,
  CONSENTS,
  calls,
  DOCUMENT,
  NAME,
  open,
  page,
  pageSeen,
  press,
  replies,
  SUBMITTED,
  times,
} from './stage';
import { visit } from './visit.svelte';

const lines = () => (calls.findLast(([name]) => name === 'read_aloud')?.[1].lines ?? []) as string[];
const reads = (line: string) => waitFor(() => expect(lines()).toContain(line));
afterEach(() => vi.useRealTimers());

const field = (widget: FieldView['widget'], more: Partial<FieldView> = {}): FieldView => ({
  field: 'it',
  widget,
  label: 'Giới tính',
  help: null,
  value: null,
  from_card: false,
  optional: false,
  choices: [],
  max_length: null,
  range: null,
  offers: [],
  problem: null,
  ...more,
});
const questions = (...fields: FieldView[]) => page('Trẻ', { kind: 'questions', fields, notes: ['Bé An.'] });
/** Opens a page with reading aloud on. */
async function listen(view: GuideView) {
  await open();
  await press('read-page');
  await begin(view);
  await reads(view.title);
}
const again = async () => {
  const before = times('read_aloud');
  await press('read-again');
  await waitFor(() => expect(times('read_aloud')).toBe(before + 1));
};

it('says the answer that is chosen now, not the one before it', async () => {
  const choices = [
    { value: 'male', label: 'Nam', help: null },
    { value: 'female', label: 'Nữ', help: 'Như trên giấy.' },
  ];
  await listen(questions(field('choice', { choices })));
  expect(lines().slice(2)).toEqual([
    'Bé An.',
    'Giới tính',
    '1: Nam.',
    '2: Nữ. Như trên giấy.',
    'Chưa trả lời.',
    'Tiếp tục',
  ]);
  await press('choice-it-female');
  await waitFor(() => expect(lines()).toEqual(['Câu trả lời bây giờ: Nữ.']));
  await again();
  expect(lines()).toContain('Câu trả lời bây giờ: Nữ.');
  expect(lines()).not.toContain('Chưa trả lời.');
});

it('reads what may be answered: yes and no, each consent, what is offered', async () => {
  const offers = [{ label: 'Lấy từ thẻ', shown: 'Trần An', value: 'Trần An' }];
  await listen(questions(field('yes_no'), field('name', { field: 'name', label: 'Họ tên', offers })));
  expect(lines()).toEqual(expect.arrayContaining(['1: Có.', '2: Không.']));
  expect(lines().some((line) => line.endsWith('Lấy từ thẻ: Trần An.'))).toBe(true);
  visit.go({ at: 'guide', view: CONSENTS });
  await reads('1: Đồng ý.');
  expect(lines()).toContain('2: Không đồng ý.');
  await press('consent-process-yes');
  await waitFor(() => expect(lines()).toEqual(['Câu trả lời bây giờ: Đồng ý.']));
});

it('tells typed sums, dates and half a number as they stand, and no part of a number that is not whole', async () => {
  await listen(
    questions(
      field('amount', { field: 'sum', value: 1_250_000 }),
      field('date', { field: 'born', value: '1952-11-05' }),
      field('date', { field: 'half', value: '-11-' }),
      field('citizen_number', { field: 'number', value: '08919000' }),
    ),
  );
  const answers = lines().filter((line) => line.startsWith('Câu trả lời'));
  expect(answers).toEqual([
    'Câu trả lời bây giờ: 1.250.000 đồng.',
    'Câu trả lời bây giờ: 05/11/1952.',
    'Câu trả lời bây giờ: Tháng 11.',
    'Câu trả lời bây giờ: đã gõ 8 chữ số.',
  ]);
});

it('reads a day that its month does not have as soon as it stands there', async () => {
  await listen(questions(field('date')));
  await press('pick-day-31');
  await press('pick-month-4');
  await waitFor(() => expect(lines()[0]).toContain('Tháng 4 không có ngày 31'));
  await again();
  expect(lines()[1]).toContain('Tháng 4 không có ngày 31');
});

it('says how many names a list has and how to find one, and not each', async () => {
  const units = Array.from({ length: 50 }, (_, at) => ({
    code: `${at}`,
    name: `Tỉnh ${at % 2 ? 'An' : 'Bình'} ${at}`,
  }));
  replies.find_units = ({ query }) => ({ units: query ? [] : units, known: true });
  await listen(questions(field('address')));
  await screen.findByTestId('unit-1');
  await again();
  expect(lines().some((line) => line.startsWith('Có 50 tên.'))).toBe(true);
  expect(lines().some((line) => line.includes('Tỉnh An'))).toBe(false);
  await press('search-it');
  await press('key-x');
  await waitFor(() => expect(lines().some((line) => line.startsWith('Không thấy tên này.'))).toBe(true));
});

it('reads the ways to take pictures, advice with its page, and none about a page that is kept', async () => {
  const BLURRED = { faults: [{ fault: 'blurred' as const, advice: 'Trang này bị mờ.' }] };
  const sources = { camera: true, trial: false, scanner: false, folder: false, phone: true };
  const paper = (...pages: ReturnType<typeof pageSeen>[]) =>
    page('paper', { ...DOCUMENT.body, required: false, sources, pages } as PageBody);
  replies.page_picture = () => 'data:image/jpeg;base64,AA==';
  await listen(paper());
  expect(lines()).toContain('Nếu chưa có giấy này, bạn bấm “Tiếp tục” và nộp sau.');
  expect(lines()).toContain('Chụp bằng máy này. Đặt giấy dưới máy chụp rồi bấm nút.');
  await press('way-camera');
  await screen.findByTestId('shoot');
  await again();
  expect(lines()).toContain('Đặt cả tờ giấy vào trong khung, chữ đứng thẳng.');
  visit.place = {
    at: 'guide',
    view: paper(pageSeen('a', 1, { ...BLURRED, kept: true }), pageSeen('b', 2, BLURRED)),
  };
  await reads('Trang 2: Trang này bị mờ.');
  expect(lines()).toContain('Trang 1: Bạn đã chọn dùng trang này');
  await press('look-2');
  await waitFor(() => expect(lines()[0]).toBe('Trang 2'));
  expect(lines()).toContain('Xoay');
  await press('remove');
  await waitFor(() => expect(lines()[0]).toContain('trang 2'));
});

it('reads the review to its end, a signature as one', async () => {
  const rows = Array.from({ length: 120 }, (_, at) => ({ label: `Mục ${at}`, value: `Câu ${at}` }));
  rows.push({ label: 'Chữ ký', value: 'M 1 2 L 3 4' }, { label: 'Ghi chú', value: '' });
  const sections = [{ page: 'you', title: 'Bạn', rows }];
  const fees = [{ label: 'Tổng cộng', value: '38.500 đồng' }];
  await listen(
    page('Xem lại', {
      kind: 'review',
      sections,
      to_show: ['Giấy chứng sinh'],
      fees,
      deadline: 'Trong ngày.',
    }),
  );
  expect(lines()).toEqual(
    expect.arrayContaining(['Mục 119: Câu 119', 'Chữ ký: Đã ký.', 'Ghi chú: (để trống)']),
  );
  expect(lines().slice(-7)).toEqual([
    'Bản chính cần mang đến',
    'Giấy chứng sinh',
    'Phí, lệ phí',
    'Tổng cộng: 38.500 đồng',
    'Thời gian giải quyết',
    'Trong ngày.',
    'Nộp',
  ]);
});

it('tells what came of the paper once the page was read, and only what is true then', async () => {
  let quiet: (heard: boolean) => void = () => {};
  let printed: (view: object) => void = () => {};
  replies.read_aloud = () => new Promise((resolve) => (quiet = resolve));
  replies.print_result = () => new Promise((resolve) => (printed = resolve));
  await open();
  await press('read-page');
  visit.go({ at: 'submitted', shown: SUBMITTED });
  await reads('ABCD-2345');
  const before = times('read_aloud');
  printed({ state: 'failed', cause: null, trial: false });
  await screen.findByTestId('reprint');
  expect(times('read_aloud')).toBe(before);
  quiet(true);
  await waitFor(() => expect(lines()[0]).toContain('Không in được'));
  expect(lines()).not.toContain('ABCD-2345');
});

it('reads who helps and what they ask, and a page that took another’s place', async () => {
  await listen(NAME(null));
  await emit('citizen', { kind: 'help', state: 'called' });
  await waitFor(() =>
    expect(lines().join(' ')).toContain(screen.getByTestId('assist-ask').querySelector('b')?.textContent),
  );
  await again();
  expect(lines().indexOf('Họ tên')).toBeLessThan(
    lines().indexOf(screen.getByTestId('assist-share').textContent ?? ''),
  );
  replies.assist_state = () => ({ kind: 'submitted', code: 'ABCD-2345' });
  await emit('citizen', { kind: 'guide' });
  await waitFor(() => expect(lines().join(' ')).toContain('ABCD-2345'));
});

it('asks aloud whether someone is there, also where nothing is read, and is silent with the answer', async () => {
  replies.read_aloud = () => new Promise(() => {});
  await open();
  await begin(NAME(null));
  vi.useFakeTimers();
  await fireEvent.pointerDown(document.body);
  await vi.advanceTimersByTimeAsync(45_000);
  expect(lines()[0]).toBe('Bạn còn ở đó không?');
  expect(visit.aloud.on).toBe(false);
  await fireEvent.pointerDown(document.body);
  await vi.advanceTimersByTimeAsync(0);
  expect(times('hush')).toBe(1);
});

it('reads what is typed at the first pages, where no form was opened yet', async () => {
  await open();
  await press('tile-lookup');
  await press('read-page');
  await reads('Chưa trả lời.');
  await press('key-a');
  await press('key-2');
  await again();
  expect(lines()).toContain('Câu trả lời bây giờ: A2.');
});

it('leaves nobody the voice, the size or the way to type of who was there before', async () => {
  await open();
  expect(visit.changed).toBe(false);
  for (const change of [
    () => (visit.aloud.slow = true),
    () => (visit.size = 3),
    () => (manner.method = 'telex'),
  ]) {
    change();
    expect(visit.changed, 'the first screen starts anew when nobody touches it').toBe(true);
    Object.assign(visit, { size: 1 });
    Object.assign(visit.aloud, { slow: false });
    manner.method = 'keys';
  }
  vi.resetModules();
  const [fresh, typing] = [await import('./visit.svelte'), await import('./keyboard/manner.svelte')];
  const { aloud, size } = fresh.visit;
  expect([aloud.on, aloud.slow, aloud.loudness, size, typing.manner.method]).toEqual([
    false,
    false,
    'usual',
    1,
    'keys',
  ]);
});
