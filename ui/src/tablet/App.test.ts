import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ServedTicket } from '../shared/bindings/ServedTicket';
import App from './App.svelte';
import { ASK_MS, PATIENCE_MS, THANKS_MS } from './tablet.svelte';

/** The central server: who was served last, and what it was sent. */
let ticket: ServedTicket | null;
let away: boolean;
let unknown: boolean;
let sent: { path: string; key: string | undefined; body: unknown; token: string | undefined }[];

const A012: ServedTicket = { id: 'a', label: 'A012', language: 'vi' };

async function central(path: string, request: RequestInit): Promise<Response> {
  const headers = request.headers as Record<string, string>;
  if (request.method === 'POST') {
    const body = JSON.parse(String(request.body));
    sent.push({ path, key: headers['idempotency-key'], body, token: headers.authorization });
  }
  if (away) throw new TypeError('no answer');
  if (path === '/v1/devices/enrol') {
    const { code } = JSON.parse(String(request.body));
    if (code !== 'K7MX-2PHD') return refusal(403, 'enrolment-code-wrong');
    return Response.json({ device_id: 'd', token: 'device_1' });
  }
  if (unknown) return refusal(401, 'token-unknown');
  if (path === '/v1/counters/3/finished') return Response.json({ centre: 'Trung tâm thử', ticket });
  return new Response(null, { status: 204 });
}
const refusal = (status: number, code: string) => Response.json({ code, args: {} }, { status });

/** Time goes by, and what was asked meanwhile is answered. */
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms).then(tick);
const press = async (id: string) => {
  await fireEvent.click(screen.getByTestId(id));
  await pass(0);
};
const open = async () => {
  render(App);
  await pass(0);
};
const ratings = () => sent.filter(({ path }) => path.endsWith('/rating'));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', central);
  history.replaceState(null, '', '/tablet/angiang/3');
  localStorage.setItem('motcua-tablet-token', 'device_1');
  [ticket, away, unknown, sent] = [null, false, false, []];
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  localStorage.clear();
  history.replaceState(null, '', '/');
});

it('rests, asks whoever was served, thanks them, and rests again', async () => {
  await open();
  expect(screen.getByTestId('rest').textContent).toContain('cho biết ý kiến');
  expect(document.body.textContent).toContain('Quầy 3');
  expect(document.body.textContent).toContain('Trung tâm thử');
  ticket = A012;
  await pass(ASK_MS);
  expect(screen.getByTestId('question').textContent).toBe('Số A012: bạn thấy được phục vụ thế nào?');
  await press('send');
  expect(screen.getByTestId('wrong').textContent).toContain('chọn một mức');
  await press('grade-4');
  await press('reason-than-thien');
  await press('send');
  expect(ratings()).toMatchObject([
    { path: '/v1/tickets/a/rating', body: { grade: 4, reasons: ['than-thien'] }, token: 'Bearer device_1' },
  ]);
  screen.getByTestId('thanks');
  await pass(THANKS_MS);
  screen.getByTestId('rest');
  await pass(ASK_MS);
  screen.getByTestId('rest');
});

it('gives up after a minute without a touch, and asks nobody twice', async () => {
  ticket = A012;
  await open();
  await pass(PATIENCE_MS - 1_000);
  await fireEvent.pointerDown(screen.getByTestId('grade-2'));
  await pass(PATIENCE_MS - 1_000);
  screen.getByTestId('question');
  await pass(1_000);
  screen.getByTestId('rest');
  await pass(ASK_MS * 3);
  screen.getByTestId('rest');
});

it('leaves whoever was asked when the counter calls the next, and takes nothing of theirs along', async () => {
  ticket = A012;
  await open();
  await press('grade-1');
  ticket = null;
  await pass(ASK_MS);
  screen.getByTestId('rest');
  ticket = { id: 'b', label: 'A013', language: 'en' };
  await pass(ASK_MS);
  expect(screen.getByTestId('question').textContent).toBe('Number A013: how were you served?');
  expect(screen.getByTestId('grade-1').getAttribute('aria-pressed')).toBe('false');
  await press('language');
  expect(screen.getByTestId('question').textContent).toContain('Số A013');
  await press('skip');
  screen.getByTestId('rest');
});

it('sends the same under the same key after a lost answer, and claims nothing before', async () => {
  ticket = A012;
  await open();
  await press('grade-2');
  away = true;
  await press('send');
  expect(screen.getByTestId('wrong').textContent).toContain('Chưa gửi được');
  expect(screen.queryByTestId('thanks')).toBeNull();
  await press('send');
  await press('grade-3');
  away = false;
  await press('send');
  screen.getByTestId('thanks');
  const keys = ratings().map(({ key }) => key);
  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});

it('says that it is cut off, and goes on by itself', async () => {
  away = true;
  await open();
  expect(screen.getByTestId('rest').textContent).toContain('mất kết nối');
  away = false;
  await pass(ASK_MS);
  expect(screen.queryByTestId('away')).toBeNull();
});

it('asks for a code the first time, and again when it is turned away', async () => {
  localStorage.clear();
  await open();
  expect(document.body.textContent).toContain('quầy 3');
  expect(screen.getByTestId('enrol')).toHaveProperty('disabled', true);
  await fireEvent.input(screen.getByTestId('code'), { target: { value: 'AAAA-AAAA' } });
  await press('enrol');
  expect(screen.getByTestId('problem').textContent).toContain('Mã ghép máy không đúng');
  await fireEvent.input(screen.getByTestId('code'), { target: { value: 'K7MX-2PHD' } });
  await press('enrol');
  expect(sent.at(-1)?.body).toEqual({ code: 'K7MX-2PHD', name: 'Máy tính bảng quầy 3' });
  expect(screen.getByTestId('rest').textContent).toContain('cho biết ý kiến');
  expect(localStorage.getItem('motcua-tablet-token')).toBe('device_1');

  [unknown, ticket] = [true, A012];
  await pass(ASK_MS);
  screen.getByTestId('turned-away');
  expect(localStorage.getItem('motcua-tablet-token')).toBeNull();
});
