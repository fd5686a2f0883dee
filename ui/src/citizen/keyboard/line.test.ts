import { expect, it } from 'vitest';
import { atWordStart, erase, type Line, lineOf, move, type as press, tone } from './line';

const typed = (keys: string, from: Line = lineOf('')) =>
  [...keys].reduce((line, key) => press(line, key), from);

it('writes a full name by Telex, word by word', () => {
  expect(typed('Nguyeenx Thij Thuys Hoaf').text).toBe('Nguyễn Thị Thúy Hòa'.normalize('NFC'));
});

it('writes it with the letter and tone keys', () => {
  expect(tone(typed('Trân'), 'huyen').text).toBe('Trần');
  expect(tone(typed('Đô'), 'nga').text).toBe('Đỗ');
});

it('works in the middle of a line', () => {
  const line = move(lineOf('Tran An'), -3);
  expect(tone(line, 'huyen')).toEqual({ text: 'Tràn An', caret: 4 });
  expect(erase(line)).toEqual({ text: 'Tra An', caret: 3 });
});

it('leaves digits and signs alone, and starts a new word behind them', () => {
  expect(typed('12/3 Leef Lowij').text).toBe('12/3 Lề Lợi');
  expect(atWordStart(lineOf('Lê '))).toBe(true);
  expect(atWordStart(lineOf('Lê'))).toBe(false);
});

it('takes no more characters than allowed, but still lets a tone on', () => {
  const full = typed('ban');
  expect(press(full, 'g', 3)).toEqual(full);
  expect(press(full, 'j', 3).text).toBe('bạn');
});

it('takes a whole letter away whatever it was made of', () => {
  expect(erase(lineOf('Nguye\u0302\u0303')).text).toBe('Nguy');
  expect(erase(lineOf('')).text).toBe('');
});
