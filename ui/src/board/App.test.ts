import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import { cleanup, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BoardShown } from '../shared/bindings/BoardShown';
import { momentAt } from '../shared/now';
import { branch, ticket } from '../shared/samples';
import App from './App.svelte';

const START = Date.parse('2026-11-23T08:05:00.000+07:00');

beforeEach(() => {
  vi.useFakeTimers({ now: START });
});
afterEach(async () => {
  cleanup();
  // The page lets go of its events a moment after it is gone.
  await vi.advanceTimersByTimeAsync(0);
  clearMocks();
  vi.useRealTimers();
});

describe('the board', () => {
  const called = ticket('A011', { state: 'called', counter: 3, called_at: momentAt(START) });
  const view = (live: boolean, as_of: number): BoardShown => ({
    board: {
      revision: 1,
      at: momentAt(as_of),
      centre: branch.name,
      called: [called],
      waiting: [ticket('A012')],
    },
    branch,
    as_of: momentAt(as_of),
    live,
  });

  it('shows the newest call, says when it is behind, and recovers by itself', async () => {
    let answer = view(true, START);
    mockIPC((command) => (command === 'board' ? answer : undefined), { shouldMockEvents: true });
    render(App);
    await vi.advanceTimersByTimeAsync(10);
    expect(screen.getByTestId('now-label').textContent).toBe('A011');
    expect(screen.getByTestId('now-counter').textContent).toContain('3');
    expect(screen.getByTestId('waiting-A012')).toBeTruthy();
    expect(screen.getByTestId('centre').textContent).toBe(branch.name);
    expect(screen.queryByTestId('stale')).toBeNull();

    answer = view(false, START);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(screen.getByTestId('stale').textContent).toContain('08:05');
    expect(screen.getByTestId('now-label').textContent).toBe('A011');

    answer = view(true, Date.now());
    await vi.advanceTimersByTimeAsync(6_000);
    expect(screen.queryByTestId('stale')).toBeNull();
  });

  it('leaves no timer behind when it goes', async () => {
    mockIPC(() => view(true, START), { shouldMockEvents: true });
    const { unmount } = render(App);
    await vi.advanceTimersByTimeAsync(10);
    unmount();
    expect(vi.getTimerCount()).toBe(0);
  });
});
