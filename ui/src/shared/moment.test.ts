import { expect, it } from 'vitest';
import { dateOf, timeOf } from './moment';

it('reads the Vietnamese clock off a moment, near midnight too', () => {
  expect(dateOf('2026-11-23T00:05:00.000+07:00')).toBe('23/11/2026');
  expect(timeOf('2026-11-23T00:05:00.000+07:00')).toBe('00:05');
  expect(timeOf('2026-11-23T23:59:59.999+07:00')).toBe('23:59');
});
