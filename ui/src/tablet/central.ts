// The central server as the tablet's browser sees it. The tablet's token stays in this browser.
import type { Problem } from '../shared/bindings/Problem';
import type { RateTicket } from '../shared/bindings/RateTicket';
import type { TabletView } from '../shared/bindings/TabletView';

const TOKEN = 'motcua-tablet-token';
/** How long an answer may take (milliseconds). */
const PATIENCE_MS = 5_000;

export const AWAY: Problem = { code: 'central-away', args: {} };

/** Whether the tablet was ever let in, and not turned away since. */
export const letIn = (): boolean => localStorage.getItem(TOKEN) !== null;

/** Trades a one-time code for this tablet's token. */
export async function enrol(code: string, name: string): Promise<void> {
  const { token } = await asked<{ token: string }>('POST', '/v1/devices/enrol', { code, name });
  localStorage.setItem(TOKEN, token);
}

/** What the tablet at a counter shows. */
export const finished = (counter: number): Promise<TabletView> =>
  asked('GET', `/v1/counters/${counter}/finished`);

/** Says how somebody was served. The same key never says it twice. */
export const rate = (ticket: string, rating: RateTicket, key: string): Promise<void> =>
  asked('POST', `/v1/tickets/${ticket}/rating`, rating, key);

/** A key nobody else has. (`randomUUID` is there on encrypted pages only.) */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Refuses with a Problem. Who is not let in any more forgets the token. */
async function asked<T>(method: string, path: string, body?: unknown, key?: string): Promise<T> {
  const headers: Record<string, string> = {};
  const token = localStorage.getItem(TOKEN);
  if (token) headers.authorization = `Bearer ${token}`;
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (key) headers['idempotency-key'] = key;
  const request: RequestInit = { method, headers, signal: AbortSignal.timeout(PATIENCE_MS) };
  if (body !== undefined) request.body = JSON.stringify(body);
  let answer: Response;
  let said: string;
  try {
    answer = await fetch(path, request);
    said = await answer.text();
  } catch {
    throw AWAY;
  }
  if (answer.ok) return (said ? JSON.parse(said) : undefined) as T;
  if (answer.status === 401) localStorage.removeItem(TOKEN);
  throw problemIn(said);
}

/** What a proxy says of a server that is away is no problem of ours. */
function problemIn(said: string): Problem {
  try {
    const problem = JSON.parse(said) as Partial<Problem>;
    return typeof problem.code === 'string' ? { code: problem.code, args: problem.args ?? {} } : AWAY;
  } catch {
    return AWAY;
  }
}
