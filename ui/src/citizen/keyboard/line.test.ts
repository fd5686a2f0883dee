import { describe, expect, it } from 'vitest';
import { atWordStart, erase, type Line, lineOf, move, type as press, tone } from './line';
import { USUAL } from './manner.svelte';
import type { Manner } from './syllable';

const TELEX: Manner = { method: 'telex', rule: 'traditional' };
const VNI: Manner = { method: 'vni', rule: 'traditional' };
const typed = (keys: string, from: Line = lineOf(''), manner = TELEX) =>
  [...keys].reduce((line, key) => press(line, key, manner), from);

it('writes a full name by Telex, word by word', () => {
  expect(typed('Nguyeenx Thij Thuys Hoaf').text).toBe('Nguyễn Thị Thúy Hòa'.normalize('NFC'));
});

it('writes it with the letter and tone keys', () => {
  expect(tone(typed('Trân'), 'huyen', USUAL).text).toBe('Trần');
  expect(tone(typed('Đô'), 'nga', USUAL).text).toBe('Đỗ');
});

it('works in the middle of a line', () => {
  const line = move(lineOf('Tran An'), -3);
  expect(tone(line, 'huyen', USUAL)).toEqual({ text: 'Tràn An', caret: 4 });
  expect(erase(line)).toEqual({ text: 'Tra An', caret: 3 });
});

it('leaves digits and signs alone, and starts a new word behind them', () => {
  expect(typed('12/3 Leef Lowij').text).toBe('12/3 Lề Lợi');
  expect(atWordStart(lineOf('Lê '))).toBe(true);
  expect(atWordStart(lineOf('Lê'))).toBe(false);
});

it('takes no more characters than allowed, but still lets a tone on', () => {
  const full = typed('ban');
  expect(press(full, 'g', TELEX, 3)).toEqual(full);
  expect(press(full, 'j', TELEX, 3).text).toBe('bạn');
});

it('takes a whole letter away whatever it was made of', () => {
  expect(erase(lineOf('Nguye\u0302\u0303')).text).toBe('Nguy');
  expect(erase(lineOf('')).text).toBe('');
});

/** Names of Khmer, of other peoples of the country and of foreigners, and words on their papers. */
const NAMES = `Maria Max Lisa Sarah Taxi Karaoke Aaron Peter Marc Kurt Robert Jessica Wilson Thomas Foster
Christopher Alexander Russell Anderson Fraser Wood Moore Lee Serey Sopheak Sreymom Chanthou Rithy Veasna
Kosal Bopha Neang Danh Thach Chau Sareth Ksor Rcom Niê Kpă Hrê Ayun Internet website`.split(/\s+/);

describe('names that are not Vietnamese', () => {
  it('stay whole for everybody who chose no other way to type', () => {
    for (const name of NAMES) expect(typed(name, lineOf(''), USUAL).text).toBe(name);
  });

  it.each([
    'Maria Sarah Karaoke Aaron Peter Marc Kurt Robert Jessica Wilson Thomas Christopher Alexander',
    'Anderson Fraser Veasna Sopheak Ksor Rcom Albert',
  ])('stay whole by Telex where they cannot be Vietnamese: %s', (names) => {
    expect(typed(names).text).toBe(names);
    expect(typed(names.toUpperCase()).text).toBe(names.toUpperCase());
  });

  it('have no digits to be changed by in VNI', () => {
    for (const name of NAMES) expect(typed(name, lineOf(''), VNI).text).toBe(name);
    expect(typed('Maria2 Marc3', lineOf(''), VNI).text).toBe('Maria2 Marc3');
  });

  it('keep the letter that was typed twice', () => {
    expect(typed('Maxxi').text).toBe('Maxi');
    expect(typed('caass').text).toBe('câs');
  });
});
