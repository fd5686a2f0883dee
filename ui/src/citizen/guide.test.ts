import { emit } from '@tauri-apps/api/event';
import { screen, waitFor } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import type { PageBody } from '../shared/bindings/PageBody';
import {
  begin,
  CARD,
  CONSENTS,
  calls,
  DOCUMENT,
  disabled,
  NAME,
  open,
  page,
  pageSeen,
  press,
  REVIEW,
  replies,
  SUBMITTED,
  TICKET,
  times,
} from './stage';
import { visit } from './visit.svelte';

it('gives no consent beforehand, and hands over just what was pressed', async () => {
  await open();
  await begin(CONSENTS);
  const yes = await screen.findByTestId('consent-process-yes');
  expect(yes.getAttribute('aria-checked')).toBe('false');
  expect(screen.getByTestId('consent-process-no').getAttribute('aria-checked')).toBe('false');
  replies.guide_next = () => CARD;
  await press('consent-process-no');
  await press('next');
  await screen.findByTestId('by-hand');
  expect(calls.at(-1)).toEqual(['guide_next', { page: 'consents', answers: { process: false } }]);
});

it('shows the card that was read, and asks for what its reader lost', async () => {
  await open();
  await begin(CARD);
  await screen.findByTestId('by-hand');
  const read = (name: string | null) =>
    page('card', { kind: 'card', read: { masked_number: '089•••••0123', name }, reader: false });
  replies.guide_view = () => read('Trần An');
  await emit('citizen', { kind: 'guide' });
  expect((await screen.findByTestId('card-read')).textContent).toContain('Trần An');
  replies.guide_view = () => read(null);
  await emit('citizen', { kind: 'guide' });
  await waitFor(() => expect(document.body.textContent).toContain('mất dấu tiếng Việt'));
});

it('opens no paper that is scanned in the middle of a form, says so, and loses nothing', async () => {
  await open();
  await begin(NAME(null));
  for (const id of ['key-t', 'key-r']) await press(id);
  for (const news of [
    { kind: 'scanned', code: 'A7KM-3XPT' },
    { kind: 'resume', code: 'A7KM-3XPT' },
    { kind: 'procedure', wanted: { code: '1.001193', case: null, version: null } },
    { kind: 'ticket', held: { ticket: TICKET.ticket } },
  ]) {
    visit.problem = null;
    await emit('citizen', news);
    expect((await screen.findByTestId('problem')).textContent).toContain('Những gì bạn đã điền vẫn còn');
    expect(screen.getByTestId('field-child_name').textContent?.trim()).toBe('Tr');
  }
});

it('says what is wrong at the top and at the field, and keeps what was typed', async () => {
  await open();
  await begin(NAME(null));
  for (const id of ['key-t', 'key-r', 'key-â', 'key-n', 'tone-huyen']) await press(id);
  expect(screen.getByTestId('field-child_name').textContent?.trim()).toBe('Trần');
  replies.guide_next = () => NAME('Xin bạn viết đủ họ và tên.');
  await press('next');
  expect((await screen.findByTestId('problem')).textContent).toContain('Xin bạn viết đủ họ và tên.');
  expect(screen.getAllByText('Xin bạn viết đủ họ và tên.')).toHaveLength(2);
  expect(screen.getByTestId('field-child_name').textContent?.trim()).toBe('Trần');
  expect(calls.find(([name]) => name === 'guide_next')?.[1].answers).toEqual({ child_name: 'Trần' });
});

it('shows every page that came, also when one came while it was asking', async () => {
  await open();
  const came: string[] = [];
  const document = () =>
    page('paper', { ...DOCUMENT.body, pages: came.map((id, at) => pageSeen(id, at + 1)) } as PageBody);
  await begin(document());
  await screen.findByTestId('page-title');
  replies.guide_view = document;
  came.push('one');
  const first = emit('citizen', { kind: 'guide' });
  came.push('two');
  await Promise.all([first, emit('citizen', { kind: 'guide' })]);
  await waitFor(() => expect(screen.getAllByTestId(/^page-\d/)).toHaveLength(2));
});

it('leaves alone what is being typed when a machine brings something', async () => {
  await open();
  await begin(NAME(null));
  await press('key-t');
  await emit('citizen', { kind: 'guide' });
  expect(times('guide_view')).toBe(0);
  await emit('citizen', { kind: 'refused', problem: { code: 'card-not-now', args: {} } });
  await screen.findByTestId('problem');
  expect(screen.getByTestId('field-child_name').textContent?.trim()).toBe('T');
});

it('submits once, and says so when it is not yet submitted', async () => {
  await open();
  await begin(REVIEW);
  const submit = await screen.findByTestId('submit');
  await waitFor(() => expect(disabled('submit')).toBe(false));
  submit.click();
  submit.click();
  expect((await screen.findByTestId('code')).textContent).toBe('ABCD-2345');
  expect(times('guide_submit')).toBe(1);
  expect(screen.getByTestId('page-title').textContent).toBe('Đã lưu, CHƯA nộp');
});

it('sends a person to a counter with what the central system refused, and promises no sending', async () => {
  await open();
  visit.go({ at: 'submitted', shown: { ...SUBMITTED, refused: true } });
  const said = await screen.findByTestId('submitted');
  expect({ ...said.dataset }).toMatchObject({ sent: 'false', refused: 'true' });
  expect(screen.getByTestId('page-title').textContent).toBe('Hệ thống trung tâm CHƯA nhận hồ sơ');
  expect(said.textContent).toContain('mang mã này đến quầy');
  expect(document.body.textContent).not.toMatch(/tự gửi|tra cứu/);
});
