import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BoardShown } from '../shared/bindings/BoardShown';
import { momentAt } from '../shared/now';
import { START, view } from './samples';
import { DEAD_MS, source } from './source';

/** The browser's side of a stream, played by the test. */
class Stream {
  static all: Stream[] = [];
  onmessage: ((event: { data: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  closed = false;
  private pings: ((event: { data: string }) => void)[] = [];

  constructor(readonly address: string) {
    Stream.all.push(this);
  }
  addEventListener(_: 'ping', heard: (event: { data: string }) => void) {
    this.pings.push(heard);
  }
  close() {
    this.closed = true;
  }
  ping(at: number) {
    for (const heard of this.pings) heard({ data: JSON.stringify({ at: momentAt(at) }) });
  }
  view(at: number, revision: number) {
    this.onmessage?.({ data: JSON.stringify(view({ at: momentAt(at), revision })) });
  }
  static get last(): Stream {
    return Stream.all.at(-1) as Stream;
  }
}

/** The television's clock is an hour behind. */
const SERVER = START;
let shown: BoardShown[];
let stop: () => void;
let from: ReturnType<typeof source>;

beforeEach(() => {
  vi.useFakeTimers({ now: START - 3_600_000 });
  vi.stubGlobal('EventSource', Stream);
  Stream.all = [];
  shown = [];
  history.replaceState(null, '', '/board/angiang?layout=hall');
  from = source();
  stop = from.follow((news) => shown.push(news));
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  history.replaceState(null, '', '/');
});

describe('the board of a television', () => {
  it('follows its centre by the clock of the server', () => {
    expect(Stream.last.address).toBe('/v1/public/board/angiang/events');
    Stream.last.view(SERVER, 7);
    expect(shown.at(-1)).toMatchObject({ live: true, as_of: momentAt(SERVER), board: { revision: 7 } });
    expect(from.now()).toBe(SERVER);
    Stream.last.ping(SERVER + 10_000);
    expect(shown.at(-1)).toMatchObject({ as_of: momentAt(SERVER + 10_000), board: { revision: 7 } });
  });

  it('says at once that it is cut off, keeps what it knew, and comes back by itself', () => {
    Stream.last.view(SERVER, 7);
    Stream.last.onerror?.();
    expect(shown.at(-1)).toMatchObject({ live: false, board: { revision: 7 } });
    expect(Stream.all.length).toBe(1);
    vi.advanceTimersByTime(1_000);
    expect(Stream.all.length).toBe(2);
    Stream.last.view(SERVER + 1_000, 9);
    expect(shown.at(-1)).toMatchObject({ live: true, board: { revision: 9 } });
  });

  it('does not trust a stream that has fallen silent', () => {
    Stream.last.view(SERVER, 7);
    vi.advanceTimersByTime(DEAD_MS - 1);
    expect(shown.at(-1)?.live).toBe(true);
    vi.advanceTimersByTime(1);
    expect(shown.at(-1)?.live).toBe(false);
    expect(Stream.all[0]?.closed).toBe(true);
  });

  it('asks less and less often, and not all boards at the same moment', () => {
    const tries = (random: number) => {
      vi.spyOn(Math, 'random').mockReturnValue(random);
      const before = Stream.all.length;
      for (let seconds = 0; seconds < 60; seconds += 1) {
        if (!Stream.last.closed) Stream.last.onerror?.();
        vi.advanceTimersByTime(1_000);
      }
      return Stream.all.length - before;
    };
    const eager = tries(0);
    const patient = tries(0.99);
    expect(eager).toBeLessThan(20);
    expect(patient).toBeLessThan(eager);
    expect(patient).toBeGreaterThan(3);
  });

  it('knows where a picture is, and that it is not there', async () => {
    const asked = vi.fn(async (where: string) => ({ ok: where.endsWith('/ab') }));
    vi.stubGlobal('fetch', asked);
    expect(await from.picture('ab')).toBe('/v1/public/pictures/ab');
    await expect(from.picture('cd')).rejects.toThrow();
  });

  it('leaves nothing behind when it goes', () => {
    Stream.last.view(SERVER, 7);
    stop();
    expect(Stream.last.closed).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});
