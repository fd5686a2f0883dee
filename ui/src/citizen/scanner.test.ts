import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { KeyScanner, listenTo, type Stroke } from './scanner';

const CARD = '089190000123||Nguyễn Thị Hoa|01021990|Nữ|Long Xuyên|02032021';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A keyboard: its strokes, what a scanner made of them, and what it passed on. */
function plugged() {
  const scanned = vi.fn<(text: string) => void>();
  const passed: string[] = [];
  const scanner = new KeyScanner(scanned, (strokes) => passed.push(...strokes.map(({ key }) => key)));
  let at = 1000;
  const stroke = (key: string, more: Partial<Stroke> = {}) =>
    scanner.key({
      type: 'keydown',
      key,
      code: '',
      timeStamp: at,
      altKey: false,
      ctrlKey: false,
      metaKey: false,
      repeat: false,
      ...more,
    });
  return {
    scanner,
    scanned,
    passed,
    stroke,
    /** So many milliseconds pass. */
    wait(gap: number) {
      at += gap;
      vi.advanceTimersByTime(gap);
    },
    /** Keys with a gap before each; what nobody held back. */
    type(keys: Iterable<string>, gap: number) {
      const free: string[] = [];
      for (const key of keys) {
        this.wait(gap);
        if (!stroke(key)) free.push(key);
      }
      return free;
    },
    /** A character as Alt and its number on the number pad. */
    alt(number: string) {
      stroke('Alt');
      for (const digit of number) {
        this.wait(8);
        stroke(digit, { code: `Numpad${digit}`, altKey: true });
      }
      scanner.key({
        type: 'keyup',
        key: 'Alt',
        code: 'AltLeft',
        timeStamp: at,
        altKey: false,
        ctrlKey: false,
        metaKey: false,
        repeat: false,
      });
    },
  };
}

it.each([['Enter'], ['Tab']])(
  'hands over once what a reader types and ends with %s, at any speed of readers',
  (end) => {
    for (const gap of [1, 10, 50, 75]) {
      const keyboard = plugged();
      expect(keyboard.type([...CARD, end], gap)).toEqual([]);
      // Carriage return and line feed are two keys.
      expect(keyboard.type(['Enter'], gap)).toEqual([]);
      keyboard.wait(1000);
      expect(keyboard.scanned).toHaveBeenCalledExactlyOnceWith(CARD);
      expect(keyboard.passed).toEqual([]);
      // The next Enter is a person's.
      expect(keyboard.type(['Enter'], 1000)).toEqual(['Enter']);
    }
  },
);

it('knows a card, an address and a code without an end by the silence behind them', () => {
  for (const text of [
    CARD,
    'motcua:t:0190c3a0-0000-7000-8000-000000000000',
    'https://a.vn/d/0123',
    'A7KM-3XPT',
    'K7M-3XP',
    'H01-261123-0001',
  ]) {
    const keyboard = plugged();
    keyboard.type(text, 20);
    expect(keyboard.scanned).not.toHaveBeenCalled();
    keyboard.wait(400);
    expect(keyboard.scanned).toHaveBeenCalledExactlyOnceWith(text);
    expect(keyboard.passed).toEqual([]);
  }
});

it('passes on what a person types, key by key and in quick runs, and Enter and spaces at once', () => {
  const keyboard = plugged();
  keyboard.type('Lan', 120);
  keyboard.wait(200);
  expect(keyboard.passed.join('')).toBe('Lan');
  expect(keyboard.type([' ', 'Enter', 'Backspace', 'ArrowLeft', 'Tab'], 120)).toEqual([
    ' ',
    'Enter',
    'Backspace',
    'ArrowLeft',
    'Tab',
  ]);
  // Rolled over a few keys at once, then Enter: still nobody but a person.
  keyboard.type('anh', 30);
  expect(keyboard.type(['Enter'], 30)).toEqual(['Enter']);
  expect(keyboard.passed.join('')).toBe('Lananh');
  // Typed by a machine, but nothing that a reader reads: it comes late, and whole.
  keyboard.type('Chợ Mới, Nguyễn Hòa', 2);
  keyboard.scanner.flush();
  expect(keyboard.passed.join('')).toBe('LananhChợ Mới, Nguyễn Hòa');
  expect(keyboard.scanned).not.toHaveBeenCalled();
});

it('takes a key that is held down for a person, and modifiers for nobody', () => {
  const keyboard = plugged();
  for (let n = 0; n < 40; n++) {
    keyboard.wait(30);
    keyboard.stroke('a', { repeat: n > 0 });
  }
  keyboard.wait(500);
  expect(keyboard.passed).toEqual(['a']);
  for (const key of CARD) {
    keyboard.wait(4);
    if (key !== key.toLowerCase()) keyboard.stroke('Shift');
    keyboard.stroke(key, { altKey: key === '|' });
    keyboard.stroke('AltGraph');
  }
  keyboard.stroke('Enter');
  expect(keyboard.scanned).toHaveBeenCalledExactlyOnceWith(CARD);
});

it('keeps keys together that a busy machine brings late in one burst', () => {
  const keyboard = plugged();
  keyboard.type(CARD.slice(0, 3), 20);
  // The machine stood still for a second; the keys were pressed in time, and the timer is late.
  const now = performance.now();
  vi.spyOn(performance, 'now').mockImplementation(() => now + 1000);
  vi.advanceTimersByTime(80);
  vi.mocked(performance.now).mockRestore();
  expect(keyboard.passed).toEqual([]);
  keyboard.type([...CARD.slice(3), 'Enter'], 20);
  expect(keyboard.scanned).toHaveBeenCalledExactlyOnceWith(CARD);
});

it('understands letters that come as Alt and their number', () => {
  const keyboard = plugged();
  for (const character of CARD) {
    keyboard.wait(8);
    if (character > '~') keyboard.alt(String(character.codePointAt(0)).padStart(5, '0'));
    else keyboard.stroke(character);
  }
  keyboard.stroke('Enter');
  expect(keyboard.scanned).toHaveBeenCalledExactlyOnceWith(CARD);

  const bytes = plugged();
  for (const byte of new TextEncoder().encode(CARD)) {
    bytes.wait(8);
    if (byte > 127) bytes.alt(`0${byte}`);
    else bytes.stroke(String.fromCharCode(byte));
  }
  bytes.stroke('Enter');
  expect(bytes.scanned).toHaveBeenCalledExactlyOnceWith(CARD);

  // One byte a letter: sure where all code pages agree, and lost where they do not.
  const page = plugged();
  page.type('089190000123||L', 8);
  page.alt('0234');
  page.type(' M', 8);
  page.alt('0227');
  page.stroke('Enter');
  expect(page.scanned).toHaveBeenCalledExactlyOnceWith('089190000123||Lê M\ufffd');
});

it('marks what no key could tell as lost, and takes what an input method made of it', () => {
  const keyboard = plugged();
  keyboard.type(
    ['0', '8', '9', '1', '9', '0', '|', 'N', 'Dead', 'Unidentified', '|', 'Process', 'Process'],
    10,
  );
  keyboard.scanner.composed('ữ');
  keyboard.stroke('Enter');
  expect(keyboard.scanned).toHaveBeenCalledExactlyOnceWith('089190|N\ufffd\ufffd|ữ');
});

it('hands over control characters and 50 KB so that they are refused, and holds no more than 4 KB', () => {
  const keyboard = plugged();
  keyboard.type('A7KM-3', 5);
  keyboard.stroke('j', { ctrlKey: true });
  keyboard.type(['Escape', 'Enter'], 5);
  expect(keyboard.scanned).toHaveBeenLastCalledWith('A7KM-3\u0001\u0001');
  keyboard.wait(1000);
  keyboard.type('x'.repeat(50_000), 1);
  keyboard.wait(1000);
  expect(keyboard.scanned).toHaveBeenCalledTimes(2);
  expect(keyboard.scanned.mock.lastCall?.[0].length).toBe(4097);
  expect(keyboard.passed).toEqual([]);
});

it('reaches the window before the page does, and gives a person’s keys back to it', () => {
  const [scanned, seen] = [vi.fn(), vi.fn()];
  const end = listenTo(window, scanned, () => !replaying);
  let replaying = false;
  const page = ({ key }: KeyboardEvent) => seen(key);
  window.addEventListener('keydown', page, true);
  let at = 0;
  const press = (key: string) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    at += 5;
    Object.defineProperty(event, 'timeStamp', { value: at });
    document.body.dispatchEvent(event);
  };
  for (const key of [...CARD, 'Enter']) press(key);
  expect(scanned).toHaveBeenCalledExactlyOnceWith(CARD);
  expect(seen).not.toHaveBeenCalled();
  at += 1000;
  press('a');
  expect(seen).not.toHaveBeenCalled();
  replaying = true;
  vi.advanceTimersByTime(100);
  expect(seen).toHaveBeenCalledExactlyOnceWith('a');
  end();
  window.removeEventListener('keydown', page, true);
});
