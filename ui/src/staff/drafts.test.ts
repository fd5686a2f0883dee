// Locked drafts at the console: found by the owner's code, unlocked once, with who did it.
import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, it } from 'vitest';
import type { LockedDraftRow } from '../shared/bindings/LockedDraftRow';
import LockedDrafts from './LockedDrafts.svelte';

afterEach(() => {
  cleanup();
  clearMocks();
});

const row = (unlocked: LockedDraftRow['line']['unlocked']): LockedDraftRow => ({
  line: {
    id: 'd1',
    found_by: 'ab',
    procedure: '1.001193',
    saved_at: '2026-11-24T08:00:00.000+07:00',
    locked_at: '2026-11-24T09:10:00.000+07:00',
    unlocked,
  },
  procedure_name: 'Đăng ký khai sinh',
});

it('finds by the code, unlocks, and then says who did it', async () => {
  const asked: [string, unknown][] = [];
  let rows = [row(null)];
  mockIPC((command, args) => {
    asked.push([command, args]);
    if (command === 'unlock_draft')
      rows = [row({ at: '2026-11-24T09:20:00.000+07:00', officer: 'Nguyễn Thị Lan' })];
    return command === 'locked_drafts' ? rows : null;
  });
  render(LockedDrafts, { back: () => {} });
  await screen.findByTestId('locked-d1');
  expect(asked).toEqual([['locked_drafts', { code: null }]]);
  await fireEvent.input(screen.getByTestId('locked-code'), { target: { value: ' A7KM-3XPT ' } });
  await fireEvent.click(screen.getByTestId('locked-find'));
  await waitFor(() => expect(asked.at(-1)).toEqual(['locked_drafts', { code: 'A7KM-3XPT' }]));
  await waitFor(() => expect(screen.getByTestId('unlock-d1').getAttribute('aria-disabled')).toBe('false'));
  await fireEvent.click(screen.getByTestId('unlock-d1'));
  await waitFor(() => expect(screen.getByTestId('locked-d1').textContent).toContain('Nguyễn Thị Lan'));
  expect(asked).toContainEqual(['unlock_draft', { id: 'd1' }]);
  expect(screen.queryByTestId('unlock-d1')).toBeNull();
});
