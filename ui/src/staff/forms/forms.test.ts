import { mockIPC } from '@tauri-apps/api/mocks';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, it } from 'vitest';
import type { PrintView } from '../../shared/bindings/PrintView';
import SupplementPanel from '../SupplementPanel.svelte';
import { submission } from '../samples';
import FormsPanel from './FormsPanel.svelte';

const ACCEPTED = {
  dossier_code: 'H01.50.05.13-261123-0975',
  accepted_at: '2026-11-23T09:00:00.000+07:00',
  due_at: '2026-11-25T17:00:00.000+07:00',
  officer: 'Trần Văn Bình',
  papers: {},
  book: 2026,
  line: 1,
};

afterEach(cleanup);

const type = (id: string, value: string) => fireEvent.input(screen.getByTestId(id), { target: { value } });

it('prints a form of a dossier, says what is wrong in words, and says printed when the printer does', async () => {
  const asked: Record<string, unknown>[] = [];
  let end: (view: PrintView) => void = () => {};
  mockIPC((command, args) => {
    const given = args as Record<string, unknown>;
    if (command === 'print_form') {
      asked.push(given);
      if (asked.length === 1) throw { code: 'form-day-off', args: { day: '28/11/2026', next: '30/11/2026' } };
      return 7;
    }
    if (command === 'console_print_result') return new Promise((resolve) => (end = resolve));
    if (command === 'console_reprint') return 8;
    return null;
  });
  render(FormsPanel, { open: { ...submission, acceptance: ACCEPTED } });
  expect(screen.queryByTestId('form-refusal')).toBeNull();
  await fireEvent.click(screen.getByTestId('form-extension'));
  await type('form-reason', 'Chờ phối hợp');
  await type('form-day', '28/11/2026');
  await fireEvent.click(screen.getByTestId('form-print-go'));
  expect((await screen.findByTestId('problem')).textContent).toContain('30/11/2026');
  await type('form-day', '30/11/2026');
  await fireEvent.click(screen.getByTestId('form-print-go'));
  const state = await screen.findByTestId('form-print');
  expect(asked[1]).toEqual({
    submission: 's1',
    wanted: { form: 'extension', reason: 'Chờ phối hợp', day: '30/11/2026' },
  });
  expect(state.dataset.state).toBe('waiting');
  expect(state.textContent).not.toContain('Đã in');
  end({ state: 'unknown', cause: 'mute', trial: false });
  await waitFor(() => expect(screen.getByTestId('form-print').dataset.state).toBe('unknown'));
  expect(screen.getByTestId('form-print').textContent).toContain('Không rõ Mẫu 04');
  await fireEvent.click(screen.getByTestId('form-print-again'));
  await waitFor(() => expect(screen.getByTestId('form-print').dataset.state).toBe('waiting'));
  end({ state: 'printed', cause: null, trial: false });
  await waitFor(() => expect(screen.getByTestId('form-print').textContent).toContain('Đã in Mẫu 04'));
});

it('offers the refusal alone while it is no dossier', () => {
  mockIPC(() => null);
  render(FormsPanel, { open: submission });
  expect(screen.getByTestId('form-refusal')).toBeTruthy();
  for (const form of ['extension', 'discontinuation', 'control'])
    expect(screen.queryByTestId(`form-${form}`)).toBeNull();
});

it('prints Mẫu 02 when something is asked for, and asks only once though it does not come out', async () => {
  const asked: string[] = [];
  mockIPC(
    (command) => {
      asked.push(command);
      if (command === 'ask_supplement')
        return {
          id: 'r1',
          at: '2026-11-23T09:00:00.000+07:00',
          text: 'Thiếu tờ khai',
          papers: [],
          done_at: null,
          answered_at: null,
        };
      if (command === 'print_supplement_request') return 3;
      if (command === 'console_print_result')
        return { state: 'failed', cause: 'no_paper', trial: false } satisfies PrintView;
      return null;
    },
    { shouldMockEvents: true },
  );
  render(SupplementPanel, { open: submission });
  await fireEvent.click(screen.getByTestId('supplement-ask'));
  await type('supplement-text', 'Thiếu tờ khai');
  await fireEvent.click(screen.getByTestId('supplement-send'));
  await waitFor(() => expect(screen.getByTestId('mau-02').dataset.state).toBe('failed'));
  expect(screen.getByTestId('mau-02').textContent).toContain('hết giấy');
  expect(asked.filter((command) => command === 'ask_supplement')).toHaveLength(1);
  expect(screen.getByTestId('supplement-done')).toBeTruthy();
});
