// The widgets on a page of the guide, as a finger uses them.
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import type { FieldView } from '../../shared/bindings/FieldView';
import type { Widget } from '../../shared/bindings/Widget';
import { begin, calls, open, page, press, replies, times } from '../stage';

const field = (widget: Widget, more: Partial<FieldView> = {}): FieldView => ({
  field: 'it',
  widget,
  label: 'Câu hỏi',
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
async function ask(fields: FieldView[], notes: string[] = []) {
  await open();
  const shown = page('asked', { kind: 'questions', fields, notes });
  replies.guide_next = () => shown;
  await begin(shown);
  await screen.findByTestId('page-title');
}
const last = (command: string) => calls.findLast(([name]) => name === command)?.[1];
/** What "Tiếp tục" hands over for the field. */
async function handed() {
  const before = times('guide_next');
  await press('next');
  await waitFor(() => expect(times('guide_next')).toBe(before + 1));
  return (last('guide_next')?.answers as Record<string, unknown> | undefined)?.it;
}
const text = (id: string) => screen.getByTestId(id).textContent?.trim();

it('picks a date by day, month and year, one after the other', async () => {
  await ask([field('date')]);
  await press('pick-day-5');
  await press('pick-month-11');
  for (const digit of '1952') await press(`pad-${digit}`);
  expect(await handed()).toBe('1952-11-05');
});

it('takes a date from a plugged-in keyboard as well', async () => {
  await ask([field('date')]);
  await screen.findByTestId('pick-day-5');
  for (const key of '5111952') await fireEvent.keyDown(window, { key });
  expect(await handed()).toBe('1952-11-05');
});

it('says at once which day a month does not have, and lets it be picked again', async () => {
  await ask([field('date')]);
  await press('pick-day-31');
  await press('pick-month-2');
  expect(text('impossible-it')).toContain('Tháng 2 không có ngày 31');
  await press('day-it');
  await press('pick-day-29');
  expect(screen.queryByTestId('impossible-it')).toBeNull();
  await press('year-it');
  for (const digit of '2025') await press(`pad-${digit}`);
  expect(text('impossible-it')).toContain('Tháng 2 không có ngày 29');
});

it('groups a citizen number for the eye, and hands over its digits', async () => {
  await ask([field('citizen_number')]);
  for (const digit of '0891900012345') await press(`pad-${digit}`);
  expect(
    [...screen.getByTestId('field-it').querySelectorAll('[data-text]')].map((one) => one.textContent),
  ).toEqual(['089', '190', '001', '234']);
  expect(await handed()).toBe('089190001234');
});

it('reads a sum in thousands and in words, and hands over a number', async () => {
  await ask([field('amount')]);
  for (const key of ['0', '5', '0', '000', '000']) await press(`pad-${key}`);
  expect(text('field-it')).toBe('50000000đồng');
  expect(text('words-it')).toBe('50 triệu đồng');
  expect(await handed()).toBe(50_000_000);
});

it('fills a field with what is offered, which can still be corrected', async () => {
  await ask([field('name', { offers: [{ label: 'Lấy từ thẻ', shown: 'Trần An', value: 'Trần An' }] })]);
  expect(text('offer-0-it')).toBe('Lấy từ thẻ: Trần An');
  await press('offer-0-it');
  expect(text('field-it')).toBe('Trần An');
  expect(screen.getByTestId('offer-0-it').getAttribute('aria-pressed')).toBe('true');
  await press('key-h');
  expect(screen.getByTestId('offer-0-it').getAttribute('aria-pressed')).toBe('false');
  expect(await handed()).toBe('Trần Anh');
});

it('shows sentences made of earlier answers', async () => {
  await ask([field('yes_no')], ['Bạn xin 3 bản sao.']);
  expect(text('note-0')).toBe('Bạn xin 3 bản sao.');
});

it('types by VNI once that is chosen, and gives the tone its new place', async () => {
  await ask([field('text')]);
  await press('key-typing');
  await press('typing-vni');
  await press('typing-new');
  await press('typing-done');
  for (const key of ['h', 'o', 'a', '2', 'space', 'd', '9', 'a', '1', '1']) await press(`key-${key}`);
  expect(text('field-it')).toBe('Hoà đa1');
});

const PROVINCES = [
  { code: '91', name: 'Tỉnh An Giang' },
  { code: '82', name: 'Tỉnh Đồng Tháp' },
];
const COMMUNES = Array.from({ length: 50 }, (_, at) => ({
  code: `305${at}`,
  name: at < 30 ? `Xã An ${at}` : at === 30 ? 'Phường Ô Môn' : `Xã Bình ${at}`,
}));
function units() {
  replies.find_units = ({ province, query }) => {
    const all = province === null ? PROVINCES : province === '91' ? COMMUNES : [];
    return {
      units: all.filter(({ name }) => name.includes(String(query))),
      known: province !== '82',
    };
  };
}

it('asks an address by province, commune and street', async () => {
  units();
  await ask([field('address')]);
  await press('unit-91');
  await screen.findByTestId('unit-3051');
  await press('letter-Ô');
  expect(screen.queryByTestId('unit-3051')).toBeNull();
  await press('unit-30530');
  for (const key of ['1', '2']) {
    await fireEvent.keyDown(window, { key });
  }
  expect(text('commune-it')).toContain('Phường Ô Môn');
  expect(await handed()).toEqual({ province: '91', commune: '30530', street: '12' });
});

it('opens the list of provinces of an address that is not the first question when it is answered', async () => {
  units();
  await ask([field('name', { field: 'who' }), field('address')]);
  await press('open-it');
  await screen.findByTestId('unit-91');
  await press('field-who');
  await waitFor(() => expect(screen.queryByTestId('unit-91')).toBeNull());
});

it('takes none for an answer by one touch, where that is lawful', async () => {
  await ask([field('count', { range: [0, 5] })]);
  expect(await handed()).toBeNull();
  await press('less-it');
  expect(await handed()).toBe(0);
});

it('searches a list while somebody types', async () => {
  units();
  await ask([field('address')]);
  await screen.findByTestId('unit-91');
  await fireEvent.click(screen.getByTestId('search-it'));
  for (const key of ['key-đ', 'key-ô']) await press(key);
  await waitFor(() => expect(screen.queryByTestId('unit-91')).toBeNull());
  expect(last('find_units')).toEqual({ province: null, query: 'Đô' });
});

it('lets the commune be typed where its province is not known', async () => {
  units();
  await ask([field('address')]);
  await press('unit-82');
  const line = await screen.findByTestId('street-it');
  expect(screen.getByTestId('field-it').textContent).toContain('gõ cả tên xã');
  expect(line.getAttribute('data-active')).toBe('true');
  await press('key-a');
  expect(await handed()).toEqual({ province: '82', street: 'A' });
});

it('keeps an address of the card as it stands, corrects its text, or takes another from the list', async () => {
  units();
  const value = { text: 'Ấp 3, Châu Phú, An Giang' };
  await ask([field('address', { value, from_card: true })]);
  expect(await handed()).toEqual(value);
  expect(screen.getByText('lấy từ thẻ')).toBeTruthy();
  await press('correct-it');
  expect(text('text-it')).toBe(value.text);
  await press('key-backspace');
  expect(await handed()).toEqual({ text: 'Ấp 3, Châu Phú, An Gian' });
  expect(screen.queryByText('lấy từ thẻ')).toBeNull();
  await press('list-it');
  await screen.findByTestId('unit-91');
  expect(await handed()).toBeNull();
});

it('draws a signature with one finger, and begins it anew', async () => {
  await ask([field('signature')]);
  const box = screen.getByTestId('sign-it');
  box.getBoundingClientRect = () => ({ left: 0, top: 0, width: 500, height: 200 }) as DOMRect;
  // jsdom has no pointers.
  const touch = (kind: string, clientX: number, clientY: number, pointerId = 1) =>
    fireEvent(
      box,
      Object.assign(new MouseEvent(`pointer${kind}`, { clientX, clientY, bubbles: true }), {
        pointerId,
        isPrimary: pointerId === 1,
      }),
    );
  await touch('down', 50, 50);
  await touch('down', 400, 190, 2);
  await touch('move', 100, 60);
  await touch('move', 450, 190, 2);
  await touch('up', 100, 60);
  expect(await handed()).toBe('M 100 100 L 100 100 L 200 120');
  await press('sign-again-it');
  expect(await handed()).toBeNull();
});

it('draws a signature on the review, and words as words', async () => {
  await open();
  const rows = [
    { label: 'Chữ ký', value: 'M 1 2 L 3 4 L 50 60' },
    { label: 'Tên', value: 'M 1' },
  ];
  const sections = [{ page: 'sign', title: 'Ký tên', rows }];
  await begin(page('review', { kind: 'review', sections, to_show: [], fees: [], deadline: '' }));
  const review = await screen.findByTestId('review');
  expect(review.querySelector('dd path')?.getAttribute('d')).toBe('M 1 2 L 3 4 L 50 60');
  expect(review.textContent).not.toContain('L 3 4');
  expect(review.textContent).toContain('M 1');
});

const slot = (start: string, free: number) => ({
  start: `${start}:00.000+07:00`,
  until: `${start}:00.000+07:00`,
  free,
});

it('offers the times that are free, day by day, and takes none for an answer', async () => {
  replies.guide_times = () => ({
    days: [{ date: '2026-11-25', slots: [slot('2026-11-25T08:00', 0), slot('2026-11-25T08:30', 2)] }],
    wishes: [],
    away: false,
  });
  await ask([field('appointment')]);
  await screen.findByTestId('day-2026-11-25');
  expect(await handed(), 'nothing is chosen beforehand').toBeNull();
  await press('time-later');
  expect(await handed()).toBe('later');
  await press('day-2026-11-25');
  expect(await handed(), 'a day alone is no time').toBeNull();
  await waitFor(() => expect(screen.getByTestId('slot-08:00')).toHaveProperty('disabled', true));
  await press('slot-08:30');
  expect(text('time-chosen')).toContain('Thứ Tư, 25/11/2026, 08:30');
  expect(text('time-chosen')).toContain('khi bạn nộp xong');
  expect(await handed()).toBe('2026-11-25T08:30');
});

it('says that a time that was chosen before is free no more', async () => {
  replies.guide_times = () => ({
    days: [{ date: '2026-11-25', slots: [slot('2026-11-25T08:00', 0), slot('2026-11-25T08:30', 2)] }],
    wishes: [],
    away: false,
  });
  await ask([field('appointment', { value: '2026-11-25T08:00' })]);
  expect((await screen.findByTestId('time-gone')).textContent).toContain('không còn trống');
  expect(await handed()).toBeNull();
});

it('takes a wish, called one, where nobody can say which times are free', async () => {
  replies.guide_times = () => ({
    days: [],
    wishes: [{ date: '2026-11-28', parts: ['morning'] }],
    away: true,
  });
  await ask([field('appointment')]);
  expect((await screen.findByTestId('time-none')).textContent).toContain('chưa phải là lịch hẹn');
  await press('day-2026-11-28');
  expect(screen.queryByTestId('part-afternoon')).toBeNull();
  await press('part-morning');
  expect(text('time-chosen')).toContain('trung tâm chưa giữ giờ này');
  expect(await handed()).toBe('2026-11-28/morning');
});
