// Calls for help are heard at the console.
import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { HelpCall } from '../shared/bindings/HelpCall';
import App from './App.svelte';
import { Ring } from './ring.svelte';
import { consoleView, device } from './samples';

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(async () => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  await new Promise((done) => setTimeout(done));
  clearMocks();
});

it('rings at once for each new call, gently again, and not when somebody goes', () => {
  const strike = vi.fn();
  const ring = new Ring(strike);
  ring.heed([]);
  expect(strike).toHaveBeenCalledTimes(0);
  ring.heed(['a']);
  ring.heed(['a']);
  expect(strike).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(6_000);
  expect(strike).toHaveBeenCalledTimes(2);
  ring.heed(['a', 'b']);
  expect(strike).toHaveBeenCalledTimes(3);
  ring.heed(['b']);
  vi.advanceTimersByTime(6_000);
  expect(strike).toHaveBeenCalledTimes(4);
  ring.heed([]);
  vi.advanceTimersByTime(60_000);
  expect(strike).toHaveBeenCalledTimes(4);
});

it('is silent while muted, for new calls too, and rings again when it is not', () => {
  const strike = vi.fn();
  const ring = new Ring(strike);
  ring.heed(['a']);
  ring.mute(true);
  ring.heed(['a', 'b']);
  vi.advanceTimersByTime(60_000);
  expect(strike).toHaveBeenCalledTimes(1);
  ring.mute(false);
  expect(strike).toHaveBeenCalledTimes(2);
  ring.end();
  vi.advanceTimersByTime(60_000);
  expect(strike).toHaveBeenCalledTimes(2);
});

it('sounds at the console after its first touch, and can be muted by a button', async () => {
  let notes = 0;
  class Sound {
    state = 'suspended';
    currentTime = 0;
    destination = {};
    resume = async () => {
      this.state = 'running';
    };
    createGain = () => ({
      gain: { setValueAtTime: () => {}, exponentialRampToValueAtTime: () => {} },
      connect: (to: unknown) => to,
    });
    createOscillator = () => ({
      frequency: { value: 0 },
      connect: (to: unknown) => to,
      start: () => {
        notes += 1;
      },
      stop: () => {},
    });
  }
  vi.stubGlobal('AudioContext', Sound);
  const help: HelpCall = { since: '2026-11-23T08:05:00.000+07:00', answer: null };
  mockIPC(
    (command) => {
      if (command === 'console') return consoleView({ devices: [device('Ki-ốt 2', { help })] });
      return command === 'submissions' || command === 'shared_drafts' ? [] : null;
    },
    { shouldMockEvents: true },
  );
  render(App);
  const bell = await screen.findByTestId('ring');
  await vi.advanceTimersByTimeAsync(6_000);
  expect(notes).toBe(0);
  await fireEvent.pointerDown(document.body);
  await vi.advanceTimersByTimeAsync(6_000);
  expect(notes).toBe(2);
  await fireEvent.click(bell);
  expect(bell.getAttribute('aria-pressed')).toBe('true');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(notes).toBe(2);
});
