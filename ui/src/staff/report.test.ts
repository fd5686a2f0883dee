// A day's report at the console.
import { mockIPC } from '@tauri-apps/api/mocks';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import type { DayReport } from '../shared/bindings/DayReport';
import type { Durations } from '../shared/bindings/Durations';
import type { Figures } from '../shared/bindings/Figures';
import ReportPage from './Report.svelte';
import { accuracyWords, inMinutes, spent } from './report';
import { Report } from './report.svelte';
import { consoleView } from './samples';

const MINUTE = 60_000;
const at = (time: string) => `2026-11-23T${time}:00.000+07:00`;
const durations = (mean: number): Durations => ({
  mean: mean * MINUTE,
  median: (mean - 1) * MINUTE,
  most: mean * 2 * MINUTE,
  longest: mean * 3 * MINUTE,
});
const figures = (issued: number): Figures => ({
  issued,
  kept: 0,
  open: 2,
  called: issued - 4,
  finished: issued - 9,
  no_show: 4,
  cancelled: 2,
  expired: 1,
  waiting: durations(12),
  way: durations(2),
  serving: durations(7),
});
const accuracy = { told: 1_034, silent: 40, error: 306, late: 66, covered: 0.874 };
const nothing = { mean: 0, median: 0, most: 0, longest: 0 };
const empty = (date: string): DayReport => ({
  date,
  until: null,
  hall: {
    issued: 0,
    kept: 0,
    open: 0,
    called: 0,
    finished: 0,
    no_show: 0,
    cancelled: 0,
    expired: 0,
    waiting: nothing,
    way: nothing,
    serving: nothing,
  },
  services: [],
  counters: [],
  hours: [],
  calls: { turn: 0, priority: 0, age: 0, front: 0, finally: 0, chosen: 0 },
  accuracy: { told: 0, silent: 0, error: 0, late: 0, covered: 0 },
  ratings: { grades: [0, 0, 0, 0], reasons: {} },
});
const day = (date: string): DayReport => ({
  date,
  until: `${date}T10:42:00.000+07:00`,
  hall: figures(1_200),
  services: [
    { service: 'ho-tich', figures: figures(700), accuracy },
    { service: 'bo-di', figures: figures(12), accuracy: null },
  ],
  counters: [
    {
      number: 1,
      opened_at: at('07:02'),
      open: 492 * MINUTE,
      breaks: 3,
      on_break: 75 * MINUTE,
      served: 61,
      busy: 300 * MINUTE,
      serving: durations(5),
    },
  ],
  hours: [
    { hour: 7, issued: 200, waiting: 4.6 * MINUTE },
    { hour: 8, issued: 0, waiting: null },
    { hour: 9, issued: 150, waiting: 21 * MINUTE },
  ],
  calls: { turn: 900, priority: 120, age: 80, front: 20, finally: 76, chosen: 0 },
  accuracy,
  ratings: { grades: [2, 3, 5, 10], reasons: { nhanh: 8, 'cho-lau': 9 } },
});

type Reply = (args: Record<string, unknown>) => unknown;
const asked: [string, Record<string, unknown>][] = [];

function show(replies: Record<string, Reply>) {
  asked.length = 0;
  mockIPC((command, args) => {
    const given = (args ?? {}) as Record<string, unknown>;
    asked.push([command, given]);
    return replies[command]?.(given) ?? null;
  });
  render(ReportPage, { view: consoleView(), now: Date.parse(at('10:45')), report: new Report() });
}
/** What is to be read, word by word. */
function text(id: string): string {
  const walker = document.createTreeWalker(screen.getByTestId(id), NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (walker.nextNode()) found.push(walker.currentNode.textContent ?? '');
  return found.join(' ').replace(/\s+/g, ' ').trim();
}
const press = (id: string) => fireEvent.click(screen.getByTestId(id));
const disabled = (id: string) => (screen.getByTestId(id) as HTMLButtonElement).disabled;

afterEach(cleanup);

test('today’s figures are told in words and tables, as far as they go', async () => {
  show({ day_report: ({ date }) => day(String(date)) });
  await screen.findByTestId('report-figures');
  expect(asked).toEqual([['day_report', { date: '2026-11-23' }]]);
  expect(text('report-figures')).toContain('Phát số 1.200');
  expect(text('report-figures')).toContain('Đang chờ hoặc ở quầy 2');
  expect(text('report-figures')).not.toContain('Từ ngày trước');
  expect(text('report-until')).toContain('10:42');
  expect(text('report-accuracy')).toContain(
    'Báo cho 1.034 người; sai trung bình 5,1 phút; 87 % đúng trong khoảng đã nói.',
  );
  expect(text('report-accuracy')).toContain('gọi chậm hơn đã báo 1,1 phút');
  expect(text('report-accuracy')).toContain('Không báo cho 40 người');
  expect(text('report-service-ho-tich')).toBe('Hộ tịch 700 691 4 2 1 12 24 36 7 sai 5,1 phút, đúng 87 %');
  // A service that is gone keeps its name.
  expect(text('report-service-bo-di')).toContain('bo-di 12 3');
  expect(text('report-counters')).toContain(
    'Quầy 1 07:02 8 giờ 12 phút 3 1 giờ 15 phút 61 5 giờ 0 phút 5 15',
  );
  expect(text('report-calls')).toContain('Đã chờ quá lâu 80');
  expect(text('report-ratings')).toMatch(/Rất hài lòng 10 50 %.*Hài lòng 5 25 %.*Không hài lòng 2 10 %/);
  const reasons = document.querySelector('section ul')?.textContent?.replace(/\s+/g, ' ');
  expect(reasons).toMatch(/Chờ lâu 9.*Nhanh 8/);
  const chart = screen.getByTestId('report-hours');
  expect(chart.getAttribute('aria-label')).toContain('7 giờ: 200 số, chờ trung bình 4,6 phút. 8 giờ: 0 số');
  const heights = [...chart.querySelectorAll('rect')].map((bar) => Number(bar.getAttribute('height')));
  expect(heights[1]).toBe(0);
  expect((heights[2] ?? 0) / (heights[0] ?? 1)).toBeCloseTo(0.75);
});

test('other days are a press away, an empty one says so, and a refused one can be asked for again', async () => {
  let away = false;
  show({
    day_report: ({ date }) =>
      away
        ? Promise.reject({ code: 'central-away', args: {} })
        : date === '2026-11-22'
          ? empty(String(date))
          : day(String(date)),
  });
  await screen.findByTestId('report-figures');
  expect(disabled('report-after')).toBe(true);
  await press('report-before');
  expect((await screen.findByTestId('report-empty')).textContent).toContain('22/11/2026');
  expect(disabled('report-save')).toBe(true);
  expect(screen.queryByTestId('report-until')).toBeNull();
  away = true;
  await press('report-before');
  expect((await screen.findByTestId('problem')).textContent).toContain('hệ thống trung tâm');
  expect(screen.queryByTestId('report-empty')).toBeNull();
  away = false;
  await press('report-today');
  await screen.findByTestId('report-figures');
  expect(screen.queryByTestId('problem')).toBeNull();
});

test('of two days asked for at once the later stays', async () => {
  const open: Record<string, (report: DayReport) => void> = {};
  show({ day_report: ({ date }) => new Promise<DayReport>((done) => (open[String(date)] = done)) });
  await waitFor(() => expect(open['2026-11-23']).toBeDefined());
  expect(document.body.textContent).toContain('Đang tính số liệu');
  await press('report-before');
  await waitFor(() => expect(open['2026-11-22']).toBeDefined());
  open['2026-11-22']?.(empty('2026-11-22'));
  open['2026-11-23']?.(day('2026-11-23'));
  await screen.findByTestId('report-empty');
  expect(screen.queryByTestId('report-figures')).toBeNull();
});

test('a table is saved, and it is said where', async () => {
  const path = '/home/lan/Tải xuống/bao-cao-2026-11-23.csv';
  show({ day_report: ({ date }) => day(String(date)), save_day_report: () => path });
  await screen.findByTestId('report-figures');
  await press('report-save');
  expect((await screen.findByTestId('report-saved')).textContent).toContain(path);
  expect(asked.at(-1)).toEqual(['save_day_report', { date: '2026-11-23' }]);
  await press('report-before');
  expect(screen.queryByTestId('report-saved')).toBeNull();
});

test('durations and accuracy are told so that one can read them', () => {
  expect([4.64, 9.96, 12.4].map((count) => inMinutes(count * MINUTE))).toEqual(['4,6', '10', '12']);
  expect([0.4, 59.4, 60, 125].map((count) => spent(count * MINUTE))).toEqual([
    '0 phút',
    '59 phút',
    '1 giờ 0 phút',
    '2 giờ 5 phút',
  ]);
  expect(accuracyWords({ ...accuracy, silent: 0, late: -90 }).at(-1)).toBe(
    'Nhìn chung gọi sớm hơn đã báo 1,5 phút.',
  );
  expect(accuracyWords({ ...accuracy, told: 0, silent: 0 })).toEqual(['Chưa báo trước cho ai.']);
});
