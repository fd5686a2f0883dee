import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import { cleanup, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BoardShown } from '../shared/bindings/BoardShown';
import type { BoardView } from '../shared/bindings/BoardView';
import { momentAt } from '../shared/now';
import App from './App.svelte';
import { call, START, view, waiting, words } from './samples';

let answer: BoardShown;
const picture = (id: string, vi?: string) => ({ text: vi ? { vi } : null, picture: id });
const shown = (board: Partial<BoardView> = {}, about: Partial<BoardShown> = {}): BoardShown => ({
  board: view(board),
  as_of: momentAt(Date.now()),
  live: true,
  mute: false,
  ...about,
});

/** Pictures the machine has. */
let pictures: Record<string, string> = {};

async function open(query = '') {
  history.replaceState(null, '', `/${query}`);
  mockIPC(
    (command, args) => {
      if (command === 'board') return answer;
      const url = pictures[(args as { id?: string }).id ?? ''];
      if (url === undefined) throw { code: 'unknown-picture', args: {} };
      return url;
    },
    { shouldMockEvents: true },
  );
  const page = render(App);
  await vi.advanceTimersByTimeAsync(10);
  return page;
}

/** Until the page has asked again. */
const later = (ms = 6_000) => vi.advanceTimersByTimeAsync(ms);
const texts = (id: string) => screen.queryAllByTestId(id).map(({ textContent }) => textContent?.trim());

beforeEach(() => {
  vi.useFakeTimers({ now: START });
});
afterEach(async () => {
  cleanup();
  // The page lets go of its events a moment after it is gone.
  await vi.advanceTimersByTimeAsync(0);
  clearMocks();
  vi.useRealTimers();
  history.replaceState(null, '', '/');
});

describe('the board', () => {
  it('shows the newest call, says when it is behind, and recovers by itself', async () => {
    answer = shown({ called: [call('A011', 3)], waiting: [waiting('A012')] });
    await open();
    expect(texts('now-label')).toEqual(['A011']);
    expect(screen.getByTestId('now-counter').textContent).toContain('3');
    expect(screen.getByTestId('waiting-A012')).toBeTruthy();
    expect(screen.getByTestId('centre').textContent).toContain('Trung tâm');
    expect(screen.queryByTestId('stale')).toBeNull();

    answer = { ...answer, live: false };
    await later(120_000);
    expect(screen.getByTestId('stale').textContent).toContain('08:05');
    expect(texts('now-label')).toEqual(['A011']);

    answer = shown({ called: [call('A012', 3, START + 60_000)] });
    await later();
    expect(screen.queryByTestId('stale')).toBeNull();
    expect(texts('now-label')).toEqual(['A012']);
    expect(screen.queryByTestId('called-A011')).toBeNull();
  });

  it('shows calls that come at once beside one another, and the one before them below', async () => {
    const before = call('A001', 1, START - 60_000, { serving: true });
    answer = shown({ called: [before] });
    await open();
    answer = shown({ called: [call('B007', 2, START + 1), call('A002', 3, START), before] });
    await later();
    expect(texts('now-label')).toEqual(['B007', 'A002']);
    expect(screen.getByTestId('called-A001').closest('.others')).toBeTruthy();
  });

  it('has a panel for each of its counters', async () => {
    answer = shown({ called: [call('A011', 1), call('B001', 2, START, { serving: true })] });
    await open('?layout=counters&counters=1,3');
    expect(screen.getByTestId('panel-1').textContent).toContain('A011');
    expect(screen.getByTestId('panel-3').textContent).toContain('Chưa mở');
    expect(screen.queryByTestId('panel-2')).toBeNull();
    answer = shown({ counters: [{ number: 1, open: true, on_break: true }] });
    await later();
    expect(screen.getByTestId('panel-1').textContent).toContain('Tạm nghỉ');
  });

  it('shows a group of counters by itself', async () => {
    answer = shown({
      called: [call('A011', 1), call('B001', 2)],
      waiting: [waiting('A012'), waiting('B002', 'chung-thuc')],
    });
    await open('?layout=group&groups=chung-thuc');
    expect(screen.getByTestId('area').textContent).toBe('Chứng thực');
    expect(texts('now-label')).toEqual(['B001']);
    expect(screen.queryByTestId('waiting-A012')).toBeNull();
    expect(screen.getByTestId('waiting-B002')).toBeTruthy();
  });

  it('says what the centre has to say, one after another, and that nobody is called aloud', async () => {
    answer = shown({ notices: [words('Một'), words('Hai')] }, { mute: true });
    await open();
    expect(screen.getByTestId('mute').textContent).toContain('Loa');
    const heard = new Set<string | undefined>();
    for (let seconds = 0; seconds < 30; seconds += 6) {
      for (const text of texts('notice')) heard.add(text);
      await later();
    }
    expect(heard).toEqual(new Set(['Một', 'Hai']));
  });

  it('shows pictures beside the numbers, in a place that stays while they change', async () => {
    pictures = { a: 'data:image/jpeg;base64,QQ==', b: 'data:image/jpeg;base64,Qg==' };
    answer = shown({
      called: [call('A011', 3)],
      notices: [picture('a', 'Khảo sát'), picture('gone', 'Chỉ có lời'), picture('gone'), picture('b')],
    });
    const { container } = await open();
    const seen = new Set<string>();
    for (let seconds = 0; seconds < 48; seconds += 6) {
      expect(container.querySelector('.board.pictures main > aside')).toBeTruthy();
      expect(container.querySelector('footer aside')).toBeNull();
      const url = container.querySelector('img')?.getAttribute('src') ?? '';
      seen.add(`${url.slice(-4)}|${texts('notice')[0]}`);
      await later();
    }
    expect(seen).toEqual(new Set(['QQ==|Khảo sát', '|Chỉ có lời', 'Qg==|']));
    expect(texts('now-label')).toEqual(['A011']);
  });

  it('goes on with the words where a picture is broken, and asks again for one that was missing', async () => {
    pictures = { a: 'data:image/jpeg;base64,QQ==' };
    answer = shown({ notices: [picture('a', 'Lời')] });
    const { container } = await open();
    container.querySelector('img')?.dispatchEvent(new Event('error'));
    await later();
    expect(container.querySelector('footer aside')?.textContent).toContain('Lời');

    pictures = {};
    answer = shown({ notices: [picture('late')] });
    await later();
    expect(screen.queryByTestId('notice')).toBeNull();
    pictures = { late: 'data:image/jpeg;base64,QQ==' };
    await later(90_000);
    expect(container.querySelector('main img')).toBeTruthy();
  });

  it('leaves no timer behind when it goes', async () => {
    answer = shown();
    const { unmount } = await open();
    unmount();
    expect(vi.getTimerCount()).toBe(0);
  });
});
