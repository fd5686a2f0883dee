import { emit } from '@tauri-apps/api/event';
import { mockIPC } from '@tauri-apps/api/mocks';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, it } from 'vitest';
import type { SupplementAnswerView } from '../shared/bindings/SupplementAnswerView';
import type { SupplementRequest } from '../shared/bindings/SupplementRequest';
import SubmissionDetail from './SubmissionDetail.svelte';
import SupplementPanel from './SupplementPanel.svelte';
import { submission } from './samples';
import { Submissions } from './submissions.svelte';

const ASKED: SupplementRequest = {
  id: 'r1',
  at: '2026-11-23T09:00:00.000+07:00',
  text: 'Thiếu tờ khai',
  papers: ['Tờ khai'],
  done_at: null,
  answered_at: null,
};

afterEach(cleanup);

it('asks for what is missing, once, and says when it is here', async () => {
  const asked: [string, Record<string, unknown>][] = [];
  let lost = true;
  let supplements: SupplementRequest[] = [];
  mockIPC(
    (command, args) => {
      asked.push([command, args as Record<string, unknown>]);
      if (command === 'submission') return { ...submission, supplements };
      if (command === 'supplement_done')
        supplements = [{ ...ASKED, done_at: '2026-11-23T10:00:00.000+07:00' }];
      if (command !== 'ask_supplement') return null;
      if (!lost) {
        supplements = [ASKED];
        return ASKED;
      }
      lost = false;
      throw { code: 'central-away', args: {} };
    },
    { shouldMockEvents: true },
  );
  render(SupplementPanel, { open: submission });
  await fireEvent.click(screen.getByTestId('supplement-ask'));
  const send = () => screen.getByTestId('supplement-send') as HTMLButtonElement;
  expect(send().disabled).toBe(true);
  await fireEvent.input(screen.getByTestId('supplement-text'), { target: { value: 'Thiếu tờ khai' } });
  await fireEvent.click(screen.getByTestId('supplement-to-khai'));
  await fireEvent.click(send());
  await screen.findByTestId('problem');
  await fireEvent.click(send());
  const done = await screen.findByTestId('supplement-done');
  const [first, second] = asked.filter(([name]) => name === 'ask_supplement').map(([, args]) => args);
  expect(first).toMatchObject({ submission: 's1', text: 'Thiếu tờ khai', papers: ['to-khai'] });
  expect(second).toEqual(first);
  await fireEvent.click(done);
  await waitFor(() => expect(screen.queryByTestId('supplement-done')).toBeNull());
  expect(asked).toContainEqual(['supplement_done', { id: 'r1' }]);
});

it('shows what the applicant sends while it is read, the newest first, and opens its papers', async () => {
  const answer = (id: string, value: string): SupplementAnswerView => ({
    id,
    request: 'r1',
    received_at: `2026-11-23T1${id}:00:00.000+07:00`,
    rows: [{ label: 'Lời nhắn cho cán bộ', value }],
    files: [{ id: `f${id}`, name: 'Tờ khai', pages: 2, size: 1 }],
  });
  const open = { ...submission, supplements: [ASKED] };
  let now = open;
  mockIPC((command) => (command === 'submission' ? now : null), { shouldMockEvents: true });
  render(SubmissionDetail, {
    submissions: new Submissions(),
    open,
    printer: { ready: true, cause: null, trial: false },
  });
  expect(screen.getByTestId('supplements').textContent).toContain('chưa bổ sung');
  now = { ...open, supplement_answers: [answer('2', 'Bản mới'), answer('1', 'Bản đầu')] };
  await emit('console', null);
  const shown = await screen.findAllByTestId('supplement-answer');
  expect(shown.map((one) => one.textContent?.includes('Bản mới'))).toEqual([true, false]);
  expect(screen.getByTestId('supplements').textContent).not.toContain('chưa bổ sung');
  await fireEvent.click(screen.getAllByTestId('answer-file-1')[0] as HTMLElement);
  expect(screen.getByTestId('answer-rows').textContent).toContain('Tờ khai');
});
