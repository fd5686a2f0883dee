import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import type { ProcedureLine } from '../shared/bindings/ProcedureLine';
import { calls, LINE, open, press, replies, times } from './stage';
import { visit } from './visit.svelte';

const RESIDENCE: ProcedureLine = {
  code: '1.004194',
  name: 'Đăng ký tạm trú',
  official_name: 'Thủ tục đăng ký tạm trú theo danh sách',
  summary: 'Khi bạn đến ở nơi khác.',
  way: 'any_form',
};
const COUNTER: ProcedureLine = {
  ...LINE,
  code: '1.001653',
  name: 'Đổi giấy xác nhận',
  summary: 'Đất đai',
  way: 'number',
};
const MANY = Array.from({ length: 147 }, (_, at): ProcedureLine => ({ ...LINE, code: `2.${at}` }));

/** Opens the search and types on the screen's own keys. */
async function search(keys: string) {
  await open();
  await press('tile-submit');
  await fireEvent.click(await screen.findByTestId('search'));
  for (const key of keys) await press(key === ' ' ? 'key-space' : `key-${key}`);
}
const offered = () =>
  [...document.querySelectorAll('[data-testid^="procedure-"]')].map((one) => one.getAttribute('data-testid'));

it('puts what was found together by what people want, with how one goes on from each', async () => {
  replies.find_procedures = () => [
    { wish: 'begin', title: 'đăng ký lần đầu', lines: [RESIDENCE, LINE] },
    { wish: 'change', title: 'sửa, đổi hoặc gia hạn', lines: [COUNTER] },
  ];
  await search('dk tam tru');
  const begin = await screen.findByTestId('wish-begin');
  await waitFor(() => expect(calls.at(-1)).toEqual(['find_procedures', { query: 'dk tam tru' }]));
  expect(begin.querySelector('h2')?.textContent).toBe('Bạn muốn đăng ký lần đầu');
  expect(begin.querySelectorAll('[data-testid^="procedure-"]')).toHaveLength(2);
  // The everyday name and the official one.
  const line = screen.getByTestId('procedure-1.004194').textContent;
  expect(line).toContain('Đăng ký tạm trú');
  expect(line).toContain('Tên chính thức: Thủ tục đăng ký tạm trú theo danh sách');
  expect(line).toContain('Nộp trực tuyến tại máy này');
  expect(screen.getByTestId('procedure-1.001193').textContent).not.toContain('Tên chính thức');
  const change = screen.getByTestId('wish-change');
  expect(change.querySelector('h2')?.textContent).toBe('Bạn muốn sửa, đổi hoặc gia hạn');
  expect(change.textContent).toContain('Nộp tại quầy');
  expect(screen.getByText('Tìm thấy 3 thủ tục')).toBeTruthy();
});

it('says nothing of what is wanted where all of it is the same', async () => {
  await search('ks');
  const only = await screen.findByTestId('wish-begin');
  expect(only.querySelector('h2')).toBeNull();
});

it('reads just what is on the screen aloud, in its order', async () => {
  replies.find_procedures = () => [
    { wish: 'begin', title: 'đăng ký lần đầu', lines: [RESIDENCE, ...MANY] },
    { wish: 'change', title: 'sửa, đổi hoặc gia hạn', lines: [COUNTER] },
  ];
  await search('ks');
  await press('read-found');
  const codes = [RESIDENCE.code, ...MANY.slice(0, 39).map(({ code }) => code), COUNTER.code];
  await waitFor(() =>
    expect(calls.at(-1)).toEqual(['read_found', { codes, manner: { slow: false, loudness: 'usual' } }]),
  );
});

it('leads to an officer where nothing was found', async () => {
  replies.find_procedures = () => [];
  await search('xyz');
  await press('ask-officer');
  await screen.findByTestId('group-ho-tich');
});

it('reads aloud what was found, and is quiet for another query', async () => {
  let end: (heard: boolean) => void = () => {};
  replies.read_found = () => new Promise<boolean>((resolve) => (end = resolve));
  await search('ks');
  await press('read-found');
  expect((await screen.findByTestId('hush')).textContent).toContain('Đang đọc');
  expect(times('hush')).toBe(0);
  await press('key-a');
  await screen.findByTestId('read-found');
  expect(times('hush')).toBe(1);
  // What was hushed says nothing of the machine's voice any more.
  end(false);
  await press('read-found');
  expect(times('read_found')).toBe(2);
  expect(screen.queryByTestId('read-mute')).toBeNull();
});

it('is quiet when somebody stops it, opens a procedure, or walks away', async () => {
  replies.read_found = () => new Promise(() => {});
  await search('ks');
  await press('read-found');
  await press('hush');
  expect(times('hush')).toBe(1);
  await press('read-found');
  await press('procedure-1.001193');
  expect(times('hush')).toBe(2);
  await press('back');
  await press('read-found');
  vi.useFakeTimers();
  await fireEvent.pointerDown(document.body);
  // Who listens does not touch: they are asked later.
  await vi.advanceTimersByTimeAsync(179_000);
  expect(screen.queryByTestId('idle-question')).toBeNull();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(screen.getByTestId('idle-question')).toBeTruthy();
  expect(times('hush')).toBe(3);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(visit.over).toBe(true);
});

it('says kindly that a machine has no voice', async () => {
  replies.read_found = () => false;
  await search('ks');
  await press('read-found');
  expect((await screen.findByTestId('read-mute')).textContent).toContain('chưa đọc thành tiếng được');
  expect(screen.getByTestId('read-found')).toBeTruthy();
});

it('leafs through a field, a part at a time, and comes back to where one was', async () => {
  replies.headings = ({ under }) => (under === 'field' ? [{ name: 'Hải quan', count: 147 }] : []);
  replies.procedures_under = () => MANY;
  await open();
  await press('tile-submit');
  await press('browse-field');
  const field = await screen.findByTestId('heading-Hải quan');
  expect(field.textContent).toContain('147 thủ tục');
  await press('heading-Hải quan');
  await screen.findByTestId('procedure-2.0');
  expect(calls.at(-1)).toEqual(['procedures_under', { under: 'field', heading: 'Hải quan' }]);
  expect(screen.getByTestId('page-title').textContent).toBe('Hải quan');
  expect(screen.getByText('Tìm thấy 147 thủ tục')).toBeTruthy();
  expect(offered()).toHaveLength(40);
  await press('list-more');
  await waitFor(() => expect(offered()).toHaveLength(80));
  const main = document.querySelector('main') as HTMLElement;
  main.scrollTop = 900;
  await fireEvent.scroll(main);
  await press('procedure-2.77');
  await press('back');
  await screen.findByTestId('procedure-2.77');
  expect(offered()).toHaveLength(80);
  await waitFor(() => expect(document.querySelector('main')?.scrollTop).toBe(900));
  await press('back');
  await screen.findByTestId('heading-Hải quan');
  await press('back');
  await screen.findByTestId('life-child');
  await press('back');
  await screen.findByTestId('tile-ticket');
});

it('leafs by letter on large keys, and by what happens in life under its stable name', async () => {
  replies.headings = () => [{ name: 'Đ', count: 12 }];
  await open();
  await press('tile-submit');
  await press('browse-letter');
  await press('heading-Đ');
  await waitFor(() =>
    expect(screen.getByTestId('page-title').textContent).toBe('Thủ tục bắt đầu bằng chữ Đ'),
  );
  expect(calls.at(-1)).toEqual(['procedures_under', { under: 'letter', heading: 'Đ' }]);
  await press('back');
  await screen.findByTestId('heading-Đ');
  await press('back');
  await press('life-child');
  await screen.findByTestId('procedure-1.001193');
  expect(calls.at(-1)).toEqual(['procedures_under', { under: 'life_event', heading: 'child' }]);
  expect(screen.getByTestId('page-title').textContent).toBe('Có con nhỏ');
});

it('begins anew for the next person', async () => {
  await search('ks');
  visit.go({ at: 'first' });
  await press('tile-submit');
  await screen.findByTestId('life-child');
  expect(screen.getByTestId('search').textContent).toContain('Ví dụ');
});
