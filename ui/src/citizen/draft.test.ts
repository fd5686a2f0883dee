// Drafts on the page: the code and what is true of it, going on with card or birth date, and being overtaken.
import { emit } from '@tauri-apps/api/event';
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { CitizenNews } from '../shared/bindings/CitizenNews';
import type { DraftPlace } from '../shared/bindings/DraftPlace';
import type { DraftSaved } from '../shared/bindings/DraftSaved';
import { begin, CARD, CONSENTS, calls, NAME, open, press, replies, times } from './stage';
import './pages/Resume.svelte';
import { visit } from './visit.svelte';

const saved = (place: DraftPlace, lost: string[] = []): DraftSaved => ({
  code: 'A7KM-3XPT',
  place,
  keep_days: 7,
  lost,
});
const refused =
  (code: string, args: Record<string, string> = {}) =>
  () =>
    Promise.reject({ code, args });
const tell = (news: CitizenNews) => emit('citizen', news);
const place = () => screen.getByTestId('draft-saved').getAttribute('data-place');
const type = async (text: string) => {
  for (const key of text) await fireEvent.keyDown(window, { key });
};
const asked = (command: string) => calls.filter(([name]) => name === command).map(([, args]) => args);

test('the code stands on the page only once the machine kept the answers, with what is true of it', async () => {
  await open();
  await begin(CONSENTS);
  expect(screen.queryByTestId('draft-saved')).toBeNull();
  replies.guide_next = () => NAME(null);
  replies.draft_saved = () => saved('here');
  await press('next');
  expect((await screen.findByTestId('draft-code')).textContent).toBe('A7KM-3XPT');
  expect(place()).toBe('here');
  replies.draft_saved = () => saved('central');
  await tell({ kind: 'draft' });
  await waitFor(() => expect(place()).toBe('central'));
  replies.draft_saved = () => saved('nowhere');
  await tell({ kind: 'draft' });
  await waitFor(() => expect(place()).toBe('nowhere'));
  expect(screen.queryByTestId('draft-print')).toBeNull();
});

test('who leaves is told the code with which they come back, and loses nothing', async () => {
  replies.draft_saved = () => saved('here');
  await open();
  await begin(CONSENTS);
  await screen.findByTestId('draft-saved');
  await press('end');
  expect(screen.getByTestId('end-question').textContent).toContain('A7KM-3XPT');
  await press('end-no');
  replies.draft_saved = () => saved('nowhere');
  await tell({ kind: 'draft' });
  await waitFor(() => expect(place()).toBe('nowhere'));
  await press('end');
  expect(screen.getByTestId('end-question').textContent).not.toContain('A7KM-3XPT');
});

test('the slip is printed, and papers that lost pages are named', async () => {
  replies.draft_saved = () => saved('central', ['Giấy chứng sinh']);
  replies.print_draft = () => 9;
  await open();
  await begin(CONSENTS);
  expect((await screen.findByTestId('draft-lost')).textContent).toContain('Giấy chứng sinh');
  await press('draft-print');
  await waitFor(() => expect(asked('print_result')).toEqual([{ job: 9 }]));
});

test('typing is not swept away when the central system has the draft', async () => {
  replies.draft_saved = () => saved('here');
  await open();
  await begin(NAME(null));
  await screen.findByTestId('draft-saved');
  await type('An');
  replies.draft_saved = () => saved('central');
  await tell({ kind: 'draft' });
  await waitFor(() => expect(place()).toBe('central'));
  expect(times('guide_view')).toBe(0);
  replies.guide_next = () => NAME(null);
  await press('next');
  expect(asked('guide_next')[0]).toMatchObject({ answers: { child_name: 'An' } });
});

test('a kiosk that was overtaken shows nothing of the draft any more', async () => {
  await open();
  await begin(NAME(null));
  replies.guide_next = refused('draft-elsewhere');
  await press('next');
  await screen.findByTestId('draft-elsewhere');
  expect(document.querySelector('.guide')).toBeNull();
  await press('home');
  expect(times('end_visit')).toBe(2);
});

test('the slip under the reader and the card lead back to the page', async () => {
  await open();
  await tell({ kind: 'resume', code: 'A7KM-3XPT' });
  await waitFor(() => expect(screen.getByTestId('resume').getAttribute('data-step')).toBe('proof'));
  expect(asked('draft_find')).toEqual([{ code: 'A7KM-3XPT' }]);
  replies.guide_view = () => CARD;
  await tell({ kind: 'resumed' });
  await waitFor(() => expect(document.querySelector('[data-page="card"]')).not.toBeNull());
  // A card that is shown later proves nothing for this.
  expect(asked('draft_find').at(-1)).toEqual({ code: null });
});

test('the code is typed and the birth date chosen; what is wrong is said without saying what exists', async () => {
  await open();
  await press('tile-submit');
  await press('to-resume');
  await screen.findByTestId('resume');
  await type('a7km3xpt');
  await press('resume-go');
  await press('resume-birth');
  await type('02031995');
  replies.draft_open_birth = refused('draft-proof-wrong', { left: '4' });
  await press('resume-birth-go');
  expect((await screen.findByTestId('problem')).textContent).toContain('4');
  expect(asked('draft_open_birth')).toEqual([{ date: '1995-03-02' }]);
  expect(asked('draft_find')[0]).toEqual({ code: 'a7km3xpt' });
  replies.draft_open_birth = () => CARD;
  await press('resume-birth-go');
  await waitFor(() => expect(document.querySelector('[data-page="card"]')).not.toBeNull());
});

test('what was submitted meanwhile is looked up with the same code', async () => {
  await open();
  await tell({ kind: 'resume', code: 'A7KM-3XPT' });
  await press('resume-birth');
  await type('02031995');
  replies.draft_open_birth = refused('draft-proof-wrong', { left: '3' });
  await press('resume-birth-go');
  await press('resume-lookup');
  await waitFor(() => expect(asked('lookup')).toEqual([{ code: 'A7KM-3XPT' }]));
  expect(visit.place.at).toBe('lookup');
});
