import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, it } from 'vitest';
import type { SupplementRequest } from '../shared/bindings/SupplementRequest';
import SupplementPanel from './SupplementPanel.svelte';
import { submission } from './samples';

const ASKED: SupplementRequest = {
  id: 'r1',
  at: '2026-11-23T09:00:00.000+07:00',
  text: 'Thiếu tờ khai',
  papers: ['Tờ khai'],
  done_at: null,
};

afterEach(() => {
  cleanup();
  clearMocks();
});

it('asks for what is missing, once, and says when it is here', async () => {
  const asked: [string, Record<string, unknown>][] = [];
  let lost = true;
  mockIPC((command, args) => {
    asked.push([command, args as Record<string, unknown>]);
    if (command === 'submission')
      return { ...submission, supplements: [{ ...ASKED, done_at: '2026-11-23T10:00:00.000+07:00' }] };
    if (command !== 'ask_supplement') return null;
    if (!lost) return ASKED;
    lost = false;
    throw { code: 'central-away', args: {} };
  });
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
  const [first, second] = asked.map(([, args]) => args);
  expect(first).toMatchObject({ submission: 's1', text: 'Thiếu tờ khai', papers: ['to-khai'] });
  expect(second).toEqual(first);
  await fireEvent.click(done);
  await waitFor(() => expect(screen.queryByTestId('supplement-done')).toBeNull());
  expect(asked).toContainEqual(['supplement_done', { id: 'r1' }]);
});
