import { expect, it, vi } from 'vitest';
import { KeyScanner } from './scanner';

const type = (scanner: KeyScanner, text: string, gap: number, from = 1000) => {
  let at = from;
  for (const key of [...text, 'Enter']) {
    at += gap;
    scanner.key(key, at);
  }
};
const CARD = '089190000123||Nguyễn Thị Hoa|01021990|Nữ|Long Xuyên|02032021';

it('hands over what a reader types, once', () => {
  const scanned = vi.fn();
  const scanner = new KeyScanner(scanned);
  type(scanner, CARD, 5);
  expect(scanned).toHaveBeenCalledExactlyOnceWith(CARD);
  scanner.key('Enter', 1400);
  expect(scanned).toHaveBeenCalledOnce();
});

it('is not taken in by a person, nor by modifier keys', () => {
  const scanned = vi.fn();
  const scanner = new KeyScanner(scanned);
  type(scanner, CARD, 200);
  expect(scanned).not.toHaveBeenCalled();
  scanner.key('Shift', 100_000);
  type(scanner, CARD, 5, 100_000);
  expect(scanned).toHaveBeenCalledExactlyOnceWith(CARD);
});
