// Where people stop in forms, at the console.
import { mockIPC } from '@tauri-apps/api/mocks';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import type { GuideFunnels } from '../../shared/bindings/GuideFunnels';
import MeasuresPage from './MeasuresPage.svelte';
import { daysLater, errorWords, mostLeft, percent, spanWords } from './measures';
import { Measures } from './measures.svelte';
import { form, funnels, page } from './sample';

const asked: Record<string, unknown>[] = [];

function show(answer: (args: Record<string, unknown>) => unknown) {
  asked.length = 0;
  mockIPC((command, args) => {
    expect(command).toBe('guide_measures');
    const given = (args ?? {}) as Record<string, unknown>;
    asked.push(given);
    return answer(given);
  });
  render(MeasuresPage, { measures: new Measures(), now: Date.parse('2026-11-24T09:00:00.000+07:00') });
}
/** What is to be read, word by word. */
function text(id: string): string {
  const walker = document.createTreeWalker(screen.getByTestId(id), NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (walker.nextNode()) found.push(walker.currentNode.textContent ?? '');
  return found.join(' ').replace(/\s+/g, ' ').trim();
}
const press = (id: string) => fireEvent.click(screen.getByTestId(id));
const choose = (id: string, value: string) => fireEvent.change(screen.getByTestId(id), { target: { value } });
const two = ({ from, to }: Record<string, unknown>): GuideFunnels =>
  funnels(String(from), String(to), [
    form('1.001193'),
    form('1.001193', { version: 1, begun: 9, alone: 4, pages: [page('old')] }),
    form('2.000815', { name: 'Chứng thực bản sao', version: 0, begun: 0, pages: [page('copies')] }),
  ]);

afterEach(cleanup);

test('the week’s sums are told page by page, and where most people stop', async () => {
  show(two);
  await screen.findByTestId('measures-pages');
  expect(asked).toEqual([{ from: '2026-11-18', to: '2026-11-24', procedure: null }]);
  expect(text('measures-range')).toBe('18/11/2026 – 24/11/2026');
  expect(text('measures-figures')).toContain('Bắt đầu 40 Tự nộp 22 55 % Nộp có cán bộ giúp 6 15 %');
  const child = text('measures-page-child');
  expect(child).toContain('2. Tên và ngày sinh của bé Nhiều người dừng nhất');
  expect(child).toContain('“Họ tên của bé” để trống (12 lần)');
  expect(child).toContain('“Nơi sinh” chưa đúng (quite-new) (1 lần)');
  expect(child).toMatch(/38 27 ?71 % 8 ?21 % 5 1–2 phút$/);
  expect(screen.getAllByText('Nhiều người dừng nhất')).toHaveLength(1);
  expect(text('measures-page-review')).toMatch(/0 –$/);
  const bars = screen.getAllByRole('img');
  expect(bars[1]?.getAttribute('aria-label')).toBe('38 lượt xem: 27 đi tiếp, 8 dừng ở đây');
  expect(Number.parseFloat((bars[1] as HTMLElement).style.width)).toBeCloseTo(95);
});

test('another version or another form is a choice away', async () => {
  show(two);
  await screen.findByTestId('measures-pages');
  await choose('measures-version', '1');
  expect(text('measures-figures')).toContain('Bắt đầu 9');
  expect(screen.getByTestId('measures-page-old')).toBeTruthy();
  await choose('measures-form', '2.000815');
  expect(text('measures-version')).toBe('Biểu mẫu chung');
  expect((screen.getByTestId('measures-version') as HTMLSelectElement).disabled).toBe(true);
  expect(text('measures-figures')).toBe('Bắt đầu 0 Tự nộp 22 Nộp có cán bộ giúp 6');
  // The form that is looked at stays when other days are shown.
  await press('measures-span-30');
  await waitFor(() =>
    expect(asked.at(-1)).toEqual({ from: '2026-10-26', to: '2026-11-24', procedure: null }),
  );
  expect(screen.getByTestId('measures-page-copies')).toBeTruthy();
});

test('periods before and after are a press away, and never lie ahead', async () => {
  show(({ from, to }) => funnels(String(from), String(to), []));
  await screen.findByTestId('measures-empty');
  const after = screen.getByTestId('measures-after') as HTMLButtonElement;
  expect(after.disabled).toBe(true);
  await press('measures-before');
  await waitFor(() => expect(text('measures-range')).toBe('11/11/2026 – 17/11/2026'));
  await press('measures-span-30');
  await press('measures-after');
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ to: '2026-11-24' }));
  expect(after.disabled).toBe(true);
});

test('of two spans asked for at once the later stays, and a refused one can be asked for again', async () => {
  const open: Record<string, (answer: GuideFunnels) => void> = {};
  let away = false;
  show((args) =>
    away
      ? Promise.reject({ code: 'central-away', args: {} })
      : new Promise<GuideFunnels>((done) => {
          open[String(args.from)] = done;
        }),
  );
  await waitFor(() => expect(open['2026-11-18']).toBeDefined());
  await press('measures-span-90');
  await waitFor(() => expect(open['2026-08-27']).toBeDefined());
  open['2026-08-27']?.(funnels('2026-08-27', '2026-11-24', []));
  open['2026-11-18']?.(two({ from: '2026-11-18', to: '2026-11-24' }));
  await screen.findByTestId('measures-empty');
  expect(screen.queryByTestId('measures-pages')).toBeNull();
  away = true;
  await press('measures-span-7');
  expect((await screen.findByTestId('problem')).textContent).toContain('hệ thống trung tâm');
});

test('spans, shares and errors are told so that one can read them', () => {
  expect(
    [
      [0, 10],
      [10, 30],
      [30, 60],
      [60, 120],
      [120, 300],
      [300, null],
    ].map(([from, to]) => spanWords({ from: from ?? 0, to: to ?? null })),
  ).toEqual(['Không quá 10 giây', '10–30 giây', '30–60 giây', '1–2 phút', '2–5 phút', 'Trên 5 phút']);
  expect([percent(1, 3), percent(0, 0), percent(7, 5)]).toEqual([33, 0, 100]);
  expect(errorWords({ label: 'Chữ ký', cause: 'signature', count: 1 })).toBe('“Chữ ký” chưa ký được');
  expect(mostLeft([page('a', { shown: 4, left: 4 }), page('b', { left: 1 }), page('c', { left: 0 })])).toBe(
    'b',
  );
  expect(mostLeft([page('c', { left: 0 })])).toBeNull();
  expect([daysLater('2026-03-01', -1), daysLater('2026-12-31', 1)]).toEqual(['2026-02-28', '2027-01-01']);
});
