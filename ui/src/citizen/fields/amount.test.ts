import { expect, it } from 'vitest';
import viGuide from '../../../locales/vi/guide.ftl?raw';
import { speaker } from '../../shared/words';
import { groupsOf, inWords } from './amount';

const say = speaker('vi', [viGuide]);

it('groups a citizen number, a telephone number and a sum as their papers do', () => {
  expect(groupsOf('089190001234', 'threes')).toEqual(['089', '190', '001', '234']);
  expect(groupsOf('0891', 'threes')).toEqual(['089', '1']);
  expect(groupsOf('0912345678', 'phone')).toEqual(['0912', '345', '678']);
  expect(groupsOf('1250000', 'thousands')).toEqual(['1', '250', '000']);
  expect(groupsOf('', 'thousands')).toEqual(['']);
  expect(groupsOf('12\n3', null)).toEqual(['12\n3']);
});

it('says large sums in words', () => {
  expect(inWords(50_000, say)).toBe('50 nghìn đồng');
  expect(inWords(1_250_000_000, say)).toBe('1 tỷ 250 triệu đồng');
  expect(inWords(12_345_678, say)).toBe('12 triệu 345 nghìn 678 đồng');
  expect(inWords(5_000, say)).toBeNull();
});
