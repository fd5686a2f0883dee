// Reading aloud: off at first, then every page and every error by itself, until it is turned off.
import { screen, waitFor } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { begin, CARD, calls, HOME, NAME, open, press, replies, times } from './stage';
import { visit } from './visit.svelte';

const last = (command: string) => calls.findLast(([name]) => name === command)?.[1];
/** The lines read last. */
const lines = () => (last('read_aloud')?.lines ?? []) as string[];
/** A machine that reads until it is hushed. */
const endless = () => {
  replies.read_aloud = () => new Promise(() => {});
};

it('is off at first, and not there on a machine without a loudspeaker', async () => {
  await open();
  expect(screen.getByTestId('read-page').getAttribute('aria-pressed')).toBe('false');
  expect(times('read_aloud')).toBe(0);
  visit.home = { ...HOME, voice: false };
  await waitFor(() => expect(screen.queryByTestId('read-page')).toBeNull());
});

it('reads the lines of a page, in their order, and stops with another touch', async () => {
  endless();
  await open();
  await press('read-page');
  await waitFor(() => expect(times('read_aloud')).toBe(1));
  expect(lines()[0]).toContain('Xin chào');
  expect(lines()).toContain('Bạn cần làm gì?');
  expect(lines().some((line) => /^Lấy số\..+/.test(line))).toBe(true);
  expect(screen.getByTestId('read-band').textContent).toContain('đang đọc');
  await press('read-page');
  expect(times('hush')).toBe(1);
  expect(screen.queryByTestId('read-band')).toBeNull();
});

it('reads every page of the guide by itself, and every error', async () => {
  endless();
  await open();
  await press('read-page');
  await begin(CARD);
  await waitFor(() => expect(lines()[1]).toBe(CARD.title));
  replies.guide_next = () => NAME(null);
  await press('by-hand');
  await waitFor(() => expect(lines()).toContain('Họ tên'));
  for (const again of [1, 2]) {
    const before = times('read_aloud');
    replies.guide_next = () => NAME('Xin bạn viết đủ họ và tên.');
    await press('next');
    await waitFor(() => expect(times('read_aloud'), `${again}`).toBe(before + 1));
    expect(lines().slice(0, 2)).toEqual(['Xin bạn chú ý:', 'Xin bạn viết đủ họ và tên.']);
    expect(lines().filter((line) => line === 'Xin bạn viết đủ họ và tên.')).toHaveLength(1);
  }
});

it('reads why something could not be done, and is silent for who types', async () => {
  endless();
  await open();
  await press('read-page');
  await begin(NAME(null));
  await waitFor(() => expect(lines()).toContain('Họ tên'));
  // Whoever types knows better than what was being read.
  await press('key-t');
  await waitFor(() => expect(visit.aloud.reading).toBe(false));
  replies.guide_next = () => Promise.reject({ code: 'internal', args: {} });
  await press('next');
  await waitFor(() => expect(lines()[1]).toBe(visit.sentence));
});

it('reads more slowly and louder for who asks, and once more', async () => {
  endless();
  await open();
  await press('read-page');
  await press('read-slow');
  await waitFor(() => expect(last('read_aloud')?.manner).toEqual({ slow: true, loudness: 'usual' }));
  await press('read-again');
  await waitFor(() => expect(times('read_aloud')).toBe(3));
  await press('read-louder');
  await waitFor(() => expect(last('read_aloud')?.manner).toEqual({ slow: true, loudness: 'loud' }));
  expect((screen.getByTestId('read-louder') as HTMLButtonElement).disabled).toBe(true);
  await press('read-softer');
  await press('read-softer');
  await waitFor(() => expect(last('read_aloud')?.manner).toEqual({ slow: true, loudness: 'soft' }));
  await press('read-stop');
  expect(visit.aloud.on).toBe(false);
});

it('says that nothing is heard', async () => {
  replies.read_aloud = () => false;
  await open();
  await press('read-page');
  await waitFor(() =>
    expect(screen.getByTestId('read-band').textContent).toContain('chưa đọc thành tiếng được'),
  );
});
