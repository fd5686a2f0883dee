// The checks of this machine, at the console.
import { mockIPC } from '@tauri-apps/api/mocks';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import type { Check } from '../../shared/bindings/Check';
import type { CheckView } from '../../shared/bindings/CheckView';
import type { Light } from '../../shared/bindings/Light';
import { say } from '../words';
import ReadinessPage from './ReadinessPage.svelte';
import { LISTEN, Readiness, worst } from './readiness.svelte';
import { offBy, stepped, TARGETS } from './screen';

HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true;
};

type Answers = Record<string, (args: Record<string, unknown>) => unknown>;

const told = (check: Check, light: Light, todo: string | null = null): CheckView => ({
  check,
  light,
  found: `${check} ${light}`,
  todo,
});

/** The page over a machine with these parts; `answers` says more of its commands. */
function show(parts: Partial<Record<Check, CheckView | Promise<CheckView>>>, answers: Answers = {}) {
  const asked: [string, Record<string, unknown>][] = [];
  mockIPC((command, args) => {
    const given = (args ?? {}) as Record<string, unknown>;
    asked.push([command, given]);
    const answer = answers[command];
    if (answer) return answer(given);
    if (command === 'readiness')
      return {
        machine: 'Ki-ốt 2',
        checks: Object.keys(parts),
        px_per_mm: 4,
        test_code: { size: 29, path: 'M4 4h7v1h-7z' },
      };
    if (command === 'readiness_check') return parts[given.check as Check];
    throw new Error(`nobody answers ${command}`);
  });
  render(ReadinessPage, { readiness: new Readiness() });
  return asked;
}

const row = (check: Check) => screen.getByTestId(`check-${check}`);
const light = (check: Check) => row(check).dataset.light;
const press = (id: string) => fireEvent.click(screen.getByTestId(id));

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('each part is told as it is known, and one that hangs holds up no other', async () => {
  let answer: (view: CheckView) => void = () => {};
  const printer = new Promise<CheckView>((done) => {
    answer = done;
  });
  show({
    printer,
    disk: told('disk', 'amber', 'Dọn ổ đĩa.'),
    fonts: told('fonts', 'green'),
    camera: told('camera', 'absent'),
  });
  await waitFor(() => expect(light('disk')).toBe('amber'));
  expect(screen.getByTestId('todo-disk').textContent).toBe('Dọn ổ đĩa.');
  expect(light('printer')).toBe('none');
  expect(screen.getByTestId('absent').textContent).toBe('Máy này không có: Máy chụp giấy tờ.');
  expect(screen.queryByTestId('check-camera')).toBeNull();
  expect(row('printer').textContent).toContain('Đang kiểm tra…');
  expect(screen.getByTestId('summary').textContent).toContain('Còn 1 mục');
  expect((screen.getByTestId('print-report') as HTMLButtonElement).disabled).toBe(true);

  answer(told('printer', 'red', 'Nạp giấy.'));
  await waitFor(() => expect(light('printer')).toBe('red'));
  expect(screen.getByTestId('summary').textContent).toContain(say('ready-summary-red'));
  expect((screen.getByTestId('print-report') as HTMLButtonElement).disabled).toBe(false);
  // A light is told by its word as well as by its colour.
  expect(row('printer').textContent).toContain('Hỏng');
});

test('the printer’s word is told as it is, and the officer’s “no” turns the page red', async () => {
  let end: { state: string; cause: string | null; trial: boolean } = {
    state: 'unknown',
    cause: 'mute',
    trial: false,
  };
  const asked = show(
    { printer: told('printer', 'green', 'In trang thử.') },
    {
      readiness_print_test: () => 5,
      console_print_result: () => end,
      readiness_page_seen: ({ right }) =>
        told('printer', right ? 'green' : 'red', right ? null : 'Lau đầu in.'),
    },
  );
  await screen.findByTestId('print-test');
  await press('print-test');
  const word = await screen.findByTestId('test-word');
  await waitFor(() => expect(word.textContent).toContain('không cho biết đã in hay chưa'));
  await press('page-wrong');
  await waitFor(() => expect(light('printer')).toBe('red'));
  expect(asked.find(([command]) => command === 'readiness_page_seen')?.[1]).toEqual({ right: false });

  end = { state: 'failed', cause: 'no_paper', trial: false };
  await press('print-test');
  await waitFor(() => expect(screen.getByTestId('test-word').textContent).toContain('hết giấy'));
  expect(screen.queryByTestId('page-right'), 'nothing to look at where nothing came out').toBeNull();
});

test('the reader is asked again until the test code was read, and then no more', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  let reader = told('reader', 'grey', 'Quét thử.');
  const asked = show(
    {},
    {
      readiness: () => ({
        machine: 'K',
        checks: ['reader'],
        px_per_mm: 4,
        test_code: { size: 29, path: '' },
      }),
      readiness_check: () => reader,
    },
  );
  const looks = () => asked.filter(([command]) => command === 'readiness_check').length;
  await waitFor(() => expect(light('reader')).toBe('grey'));
  expect(screen.getByRole('img', { name: say('ready-reader-code') })).toBeTruthy();
  reader = told('reader', 'green');
  await vi.advanceTimersByTimeAsync(LISTEN);
  await waitFor(() => expect(light('reader')).toBe('green'));
  const known = looks();
  await vi.advanceTimersByTimeAsync(3 * LISTEN);
  expect(looks()).toBe(known);
});

test('the test sound is asked about after it was played, and one that was not played is told', async () => {
  let refused = false;
  const asked = show(
    { speaker: told('speaker', 'grey', 'Bấm và nghe.') },
    {
      console_test_sound: () => (refused ? Promise.reject({ code: 'sound-no-device', args: {} }) : null),
      readiness_sound_heard: ({ heard }) =>
        told('speaker', heard ? 'green' : 'red', heard ? null : 'Vặn to loa.'),
    },
  );
  await screen.findByTestId('play-sound');
  await press('play-sound');
  await screen.findByTestId('sound-not-heard');
  await press('sound-not-heard');
  await waitFor(() => expect(light('speaker')).toBe('red'));
  refused = true;
  await press('play-sound');
  expect((await screen.findByTestId('problem')).textContent).toContain('Không có tiếng nào phát ra');
  expect(screen.queryByTestId('sound-heard')).toBeNull();
  expect(asked.filter(([command]) => command === 'readiness_sound_heard')).toHaveLength(1);
});

test('a test picture is shown when it is asked for, and put away again', async () => {
  show(
    { camera: told('camera', 'grey', 'Chụp thử.') },
    {
      readiness_take_picture: () => ({
        view: told('camera', 'amber', 'Mở nắp ống kính.'),
        picture: 'data:image/jpeg;base64,AA==',
      }),
    },
  );
  await screen.findByTestId('take-picture');
  expect(screen.queryByTestId('camera-picture')).toBeNull();
  await press('take-picture');
  await screen.findByTestId('camera-picture');
  expect(light('camera')).toBe('amber');
  await fireEvent.click(screen.getByText(say('ready-camera-hide')));
  expect(screen.queryByTestId('camera-picture')).toBeNull();
});

test('the screen is measured by a bar of 100 mm and by nine touches', async () => {
  let errors: number[] = [];
  show(
    { touch: told('touch', 'grey', 'Đo màn hình.') },
    {
      readiness_touched: (args) => {
        errors = args.errors as number[];
        return told('touch', 'red', 'Hiệu chỉnh.');
      },
    },
  );
  await screen.findByTestId('measure-screen');
  await press('measure-screen');
  expect(screen.getByTestId('bar').style.width).toBe('400px');
  expect(Number.parseFloat(screen.getByTestId('card').style.width)).toBeCloseTo(342.4);
  expect(screen.getByTestId('size-result').textContent).toBe(say('ready-screen-right'));
  await press('larger');
  expect(Number.parseFloat(screen.getByTestId('bar').style.width)).toBeCloseTo(402);
  expect(screen.getByTestId('size-result').textContent).toContain('--px-per-mm 4.02');

  await press('start-touch');
  for (let number = 1; number <= TARGETS.length; number++) {
    expect(screen.getByTestId('touch-area').textContent).toContain(`${number} / 9`);
    await fireEvent.pointerDown(screen.getByTestId('touch-area'), { clientX: 0, clientY: 0 });
  }
  await waitFor(() => expect(light('touch')).toBe('red'));
  expect(errors).toHaveLength(9);
  expect(screen.getByTestId('touch-errors').children).toHaveLength(9);
});

test('how far a touch was off is told in millimetres, whatever the screen', () => {
  expect(offBy({ x: 103, y: 204 }, { x: 100, y: 200 }, 1)).toBe(5);
  expect(offBy({ x: 103, y: 204 }, { x: 100, y: 200 }, 4)).toBe(1.25);
  expect([stepped(4.03, 1), stepped(4.03, -10), stepped(1, -1)]).toEqual([4.05, 3.83, 1]);
  expect(worst([told('zone', 'grey'), told('disk', 'green')])).toBe('green');
  expect(worst([told('zone', 'amber'), told('disk', 'grey')])).toBe('amber');
  expect(worst([])).toBe('green');
});
