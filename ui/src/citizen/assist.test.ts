// An officer helps: asked for only after a call, watched while it lasts, and taken back at any time.
import { emit } from '@tauri-apps/api/event';
import { screen, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { CitizenNews } from '../shared/bindings/CitizenNews';
import type { GuideView } from '../shared/bindings/GuideView';
import { begin, DOCUMENT, NAME, open, page, pageSeen, press, replies, times } from './stage';
import { visit } from './visit.svelte';

const tell = (news: CitizenNews) => emit('citizen', news);
const named = (value: string) => {
  const view = NAME(null);
  if (view.body.kind === 'questions' && view.body.fields[0]) view.body.fields[0].value = value;
  return view;
};

test('nobody is let in before somebody called for help and agreed', async () => {
  await open();
  await begin(NAME(null));
  expect(screen.queryByTestId('assist-ask')).toBeNull();
  visit.help = 'called';
  await screen.findByTestId('assist-ask');
  await press('assist-decline');
  await waitFor(() => expect(screen.queryByTestId('assist-ask')).toBeNull());
  expect(times('assist_share')).toBe(0);
});

test('while an officer has it in hand their answers are watched, and come back to be changed', async () => {
  replies.assist_share = () => ({ kind: 'shared' });
  await open();
  await begin(NAME(null));
  visit.help = 'coming';
  await screen.findByTestId('assist-ask');
  await press('assist-share');
  await screen.findByTestId('assist-shared');

  replies.assist_state = () => ({ kind: 'officer', name: 'Trần Thị Lan' });
  replies.guide_view = () => named('Nguyễn An');
  await tell({ kind: 'guide' });
  expect((await screen.findByTestId('assist-officer')).textContent).toContain('Trần Thị Lan');
  const watched = screen.getByTestId('assist-watching');
  await waitFor(() => expect(watched.textContent).toContain('Nguyễn An'));
  expect(watched.querySelector('[inert]')).not.toBeNull();
  expect(screen.queryByTestId('next')).toBeNull();

  replies.assist_take_back = () => ({ kind: 'alone' });
  await press('assist-take-back');
  await screen.findByTestId('next');
  expect(screen.queryByTestId('assist-officer')).toBeNull();
  expect(screen.getByTestId('field-child_name').textContent).toContain('Nguyễn An');
});

test('what could not be shared is said, and nobody is told that an officer may open it', async () => {
  replies.assist_share = () => Promise.reject({ code: 'assist-not-saved', args: {} });
  await open();
  await begin(NAME(null));
  visit.help = 'called';
  await screen.findByTestId('assist-ask');
  await press('assist-share');
  await screen.findByTestId('problem');
  expect(screen.queryByTestId('assist-shared')).toBeNull();
});

test('whoever watches sees what stands on every kind of page', async () => {
  replies.assist_state = () => ({ kind: 'officer', name: 'Trần Thị Lan' });
  replies.guide_view = () => NAME(null);
  await open();
  await begin(NAME(null));
  await screen.findByTestId('assist-officer');
  const at = async (view: GuideView) => {
    replies.guide_view = () => view;
    await tell({ kind: 'guide' });
  };
  const consent = (purpose: string, given: boolean | null) => ({
    purpose,
    title: purpose,
    text: 'Đọc và lưu.',
    required: false,
    given,
  });
  await at(
    page('consents', { kind: 'consents', purposes: [consent('process', true), consent('contact', null)] }),
  );
  expect((await screen.findByTestId('watched-process')).textContent).toContain(visit.say('consent-yes'));
  expect(screen.getByTestId('watched-contact').textContent).toContain(visit.say('assist-watch-open'));

  const read = { masked_number: '089•••••1234', name: 'Nguyễn Thị Sen' };
  await at(page('card', { kind: 'card', read, reader: true }));
  await screen.findByTestId('watched-card');
  expect(screen.getByTestId('assist-watching').textContent).toContain('Nguyễn Thị Sen');

  if (DOCUMENT.body.kind === 'document')
    await at({ ...DOCUMENT, body: { ...DOCUMENT.body, pages: [pageSeen('a', 1), pageSeen('b', 2)] } });
  const pages = await screen.findByTestId('watched-pages');
  expect(pages.textContent).toBe(visit.say('assist-watch-pages', { count: 2 }));
});

test('where the centre can let nobody in any more its owner is told, and may agree again', async () => {
  replies.assist_share = () => ({ kind: 'shared' });
  await open();
  await begin(NAME(null));
  visit.help = 'coming';
  await press('assist-share');
  await screen.findByTestId('assist-shared');
  replies.assist_state = () => ({ kind: 'lapsed' });
  await tell({ kind: 'guide' });
  expect((await screen.findByTestId('assist-ask')).textContent).toContain('không mở được tờ khai này nữa');
  await press('assist-share');
  await screen.findByTestId('assist-shared');
});

test('what an officer changed while the machine was cut off stands on the page', async () => {
  replies.assist_share = () => ({ kind: 'shared' });
  await open();
  await begin(NAME(null));
  visit.help = 'coming';
  await press('assist-share');
  await screen.findByTestId('assist-shared');
  replies.assist_state = () => ({ kind: 'shared' });
  replies.guide_view = () => named('Nguyễn An');
  await tell({ kind: 'guide' });
  await waitFor(() => expect(screen.getByTestId('field-child_name').textContent).toContain('Nguyễn An'));
});
