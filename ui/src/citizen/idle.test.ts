import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Idle } from './idle';

const asked = vi.fn();
const left = vi.fn();
beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
});
afterEach(() => vi.useRealTimers());

it('asks after 45 s without a touch and leaves 20 s later', () => {
  const idle = new Idle(asked, left);
  idle.watch({ ask: 45_000, leave: 20_000 });
  vi.advanceTimersByTime(44_999);
  expect(asked).not.toHaveBeenCalledWith(true);
  vi.advanceTimersByTime(1);
  expect(asked).toHaveBeenLastCalledWith(true);
  vi.advanceTimersByTime(19_999);
  expect(left).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(left).toHaveBeenCalledOnce();
});

it('begins again with every touch, and closes the question', () => {
  const idle = new Idle(asked, left);
  idle.watch({ ask: 45_000, leave: 20_000 });
  vi.advanceTimersByTime(50_000);
  idle.touch();
  expect(asked).toHaveBeenLastCalledWith(false);
  vi.advanceTimersByTime(44_000);
  idle.touch();
  vi.advanceTimersByTime(44_000);
  expect(left).not.toHaveBeenCalled();
});

it('leaves without a question where none is wanted, and not at all when not watching', () => {
  const idle = new Idle(asked, left);
  idle.watch({ ask: 20_000, leave: null });
  vi.advanceTimersByTime(20_000);
  expect(asked).not.toHaveBeenCalledWith(true);
  expect(left).toHaveBeenCalledOnce();
  idle.watch(null);
  vi.advanceTimersByTime(1_000_000);
  expect(left).toHaveBeenCalledOnce();
});

it('goes on counting when it is told the same times again', () => {
  const idle = new Idle(asked, left);
  idle.watch({ ask: 45_000, leave: 20_000 });
  vi.advanceTimersByTime(40_000);
  idle.watch({ ask: 45_000, leave: 20_000 });
  vi.advanceTimersByTime(5_000);
  expect(asked).toHaveBeenLastCalledWith(true);
  idle.watch({ ask: 45_000, leave: null });
  expect(asked).toHaveBeenLastCalledWith(false);
});
