// Where the board hears of the hall: from the program around it, or, in any television's browser, from
// the central server over HTTP.
import { listen } from '@tauri-apps/api/event';
import type { BoardShown } from '../shared/bindings/BoardShown';
import type { BoardView } from '../shared/bindings/BoardView';
import { board } from '../shared/bindings/commands';
import type { Moment } from '../shared/bindings/Moment';

export interface Source {
  /** The present in milliseconds; a television's own clock is not to be trusted. */
  now(): number;
  /** Tells every view until the returned function is called. */
  follow(take: (shown: BoardShown) => void): () => void;
  /** Where a notice's picture is; refuses while it cannot be had. */
  picture(id: string): Promise<string>;
}

/** The program's view is asked for this often even without news, so that its age is known (milliseconds). */
const ASK_MS = 5_000;
/** A stream without a word for so long is dead (a ping comes every 10 s). */
export const DEAD_MS = 25_000;
/** The pause before the first try to reconnect; it doubles up to sixteen times as much (milliseconds). */
const RETRY_MS = 500;

/** The source of this page. */
export function source(): Source {
  return '__TAURI_INTERNALS__' in window ? program() : server(location.pathname);
}

const NOTHING: BoardShown = { board: null, as_of: null, live: false, mute: false };

function program(): Source {
  return {
    now: () => Date.now(),
    picture: (id) => board.board_picture(id),
    follow(take) {
      let shown = NOTHING;
      let asking = false;
      let again = false;
      const ask = async () => {
        again = true;
        if (asking) return;
        asking = true;
        while (again) {
          again = false;
          shown = await board.board().catch(() => ({ ...shown, live: false }));
          take(shown);
        }
        asking = false;
      };
      void ask();
      const poll = setInterval(ask, ASK_MS);
      const stop = listen('board', ask);
      return () => {
        clearInterval(poll);
        void stop.then((end) => end());
      };
    },
  };
}

/** `/board/{branch}` is the page's own address. Every message of the stream is the whole truth. */
function server(path: string): Source {
  const address = `/v1/public/board/${path.split('/').filter(Boolean).at(-1) ?? ''}/events`;
  /** How far the server's clock is ahead of this one. */
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    async picture(id) {
      const where = `/v1/public/pictures/${id}`;
      const { ok } = await fetch(where);
      if (!ok) throw new Error('there is no such picture');
      return where;
    },
    follow(take) {
      let shown = NOTHING;
      let stream: EventSource;
      let timer: ReturnType<typeof setTimeout>;
      let failures = 0;

      const tell = (news: Partial<BoardShown>) => {
        shown = { ...shown, ...news };
        take(shown);
      };
      const alive = (as_of: Moment, news: Partial<BoardShown> = {}) => {
        ahead = Date.parse(as_of) - Date.now();
        failures = 0;
        clearTimeout(timer);
        timer = setTimeout(lost, DEAD_MS);
        tell({ ...news, as_of, live: true });
      };
      const lost = () => {
        stream.close();
        clearTimeout(timer);
        tell({ live: false });
        const most = RETRY_MS * 2 ** Math.min(failures, 4);
        failures += 1;
        timer = setTimeout(open, most / 2 + Math.random() * most);
      };
      const open = () => {
        stream = new EventSource(address);
        timer = setTimeout(lost, DEAD_MS);
        stream.onmessage = ({ data }) => {
          const view: BoardView = JSON.parse(data);
          alive(view.at, { board: view });
        };
        stream.addEventListener('ping', ({ data }) => alive(JSON.parse(data).at));
        stream.onerror = lost;
      };
      open();
      return () => {
        clearTimeout(timer);
        stream.close();
      };
    },
  };
}
