import { emit } from '@tauri-apps/api/event';
import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ConsoleView } from '../shared/bindings/ConsoleView';
import type { PrintView } from '../shared/bindings/PrintView';
import { timeOf } from '../shared/moment';
import { momentAt } from '../shared/now';
import { branch, ticket } from '../shared/samples';
import App from './App.svelte';
import { CODE, detail, row, seen, words } from './procedures/sample';
import { acceptance, consoleView, device, submission } from './samples';
import { say } from './words';

afterEach(async () => {
  cleanup();
  // The page lets go of its events a moment after it is gone.
  await new Promise((done) => setTimeout(done));
  clearMocks();
});

// The tests' document draws no dialogs of its own.
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true;
};

/** Shows the console over a machine that answers from a table; the view can change under it. */
function show(first: ConsoleView, answers: Record<string, (args: Record<string, unknown>) => unknown> = {}) {
  const desk = { view: first, asked: [] as string[] };
  mockIPC(
    (command, args) => {
      desk.asked.push(command);
      if (command === 'console') return desk.view;
      if (command === 'submissions')
        return [{ line: submission.line, procedure_name: submission.procedure_name }];
      if (command === 'submission') return submission;
      if (command === 'shared_drafts') return [];
      return answers[command]?.(args as Record<string, unknown>);
    },
    { shouldMockEvents: true },
  );
  render(App);
  return desk;
}

const press = (id: string) => fireEvent.click(screen.getByTestId(id));
const called = ticket('A001', { state: 'called', counter: 1, called_at: '2026-11-23T08:05:00.000+07:00' });

describe('signing in', () => {
  it('says what was refused, keeps the account and forgets the password', async () => {
    show(consoleView({ who: null }), {
      sign_in: () => Promise.reject({ code: 'central-away', args: {} }),
    });
    const account = (await screen.findByTestId('account')) as HTMLInputElement;
    const password = screen.getByTestId('password') as HTMLInputElement;
    await fireEvent.input(account, { target: { value: 'lan' } });
    await fireEvent.input(password, { target: { value: 'bí mật' } });
    await press('sign-in');
    expect((await screen.findByTestId('problem')).textContent).toBe(say('staff-error-central-away'));
    expect(account.value).toBe('lan');
    expect(password.value).toBe('');
  });

  it('wants a password of one’s own, typed twice alike, before anything else', async () => {
    const first = consoleView();
    if (first.who) first.who.must_change_password = true;
    const desk = show(first, { change_password: () => consoleView() });
    const type = (id: string, value: string) =>
      fireEvent.input(screen.getByTestId(id), { target: { value } });
    await screen.findByTestId('current-password');
    expect(screen.queryByTestId('nav-queue')).toBeNull();
    await type('current-password', 'ban dau');
    await type('new-password', 'mot mat khau moi');
    await type('repeat-password', 'mot mat khau khac');
    await press('change-password');
    expect(screen.getByTestId('problem').textContent).toBe(say('staff-passwords-differ'));
    expect(desk.asked).not.toContain('change_password');
    await type('repeat-password', 'mot mat khau moi');
    await press('change-password');
    expect(await screen.findByTestId('nav-queue')).toBeTruthy();
  });
});

describe('the counter', () => {
  it('offers what is lawful, by button and by key, and says when nobody waits', async () => {
    const desk = show(consoleView(), {
      call_next: () => consoleView({ current: called }),
      no_show: () => consoleView({ last: { did: 'no_show', ticket: called } }),
    });
    await screen.findByTestId('call-next');
    expect(screen.queryByTestId('finish')).toBeNull();
    await fireEvent.keyDown(document.body, { key: 'F8' });
    expect((await screen.findByTestId('current-label')).textContent).toBe('A001');
    for (const id of ['start', 'recall', 'no-show']) expect(screen.getByTestId(id)).toBeTruthy();
    expect(screen.queryByTestId('call-next')).toBeNull();
    await fireEvent.keyDown(document.body, { key: 'F10' });
    expect(desk.asked).not.toContain('finish');
    await press('no-show');
    expect(await screen.findByTestId('call-next')).toBeTruthy();
    expect(screen.getByTestId('done').textContent).toBe(say('staff-did-no_show', { label: 'A001' }));
  });

  it('says so when nobody waits', async () => {
    show(consoleView(), { call_next: () => Promise.reject({ code: 'queue-empty', args: {} }) });
    await screen.findByTestId('call-next');
    await press('call-next');
    expect(await screen.findByText(say('staff-nobody-waits'))).toBeTruthy();
    expect(screen.queryByTestId('problem')).toBeNull();
  });

  it('sends a number on by keys alone: F3, the counter, Enter', async () => {
    const transfer = vi.fn(() => consoleView());
    const queue = {
      revision: 1,
      waiting: [],
      at_counters: [called],
      parked: [],
      missed: [],
      began_anew: null,
    };
    show(consoleView({ current: called, queue }), { transfer });
    await screen.findByTestId('current-label');
    await fireEvent.keyDown(document.body, { key: 'F3' });
    const field = await screen.findByTestId('transfer-find');
    expect((screen.getByTestId('transfer-send') as HTMLButtonElement).disabled).toBe(true);
    // While it is asked, the keys of the counter do nothing.
    await fireEvent.keyDown(document.body, { key: 'F9' });
    await fireEvent.input(field, { target: { value: '2' } });
    await fireEvent.submit(field);
    await vi.waitFor(() => expect(screen.queryByTestId('dialog')).toBeNull());
    expect(transfer).toHaveBeenCalledExactlyOnceWith({ id: 'A001', to: { counter: 2 }, first: false });
  });

  it('keeps a question open when it was refused, and says why there', async () => {
    const queue = {
      revision: 1,
      waiting: [],
      at_counters: [called],
      parked: [],
      missed: [],
      began_anew: null,
    };
    const cancel = vi.fn(() => Promise.reject({ code: 'central-away', args: {} }));
    show(consoleView({ current: called, queue }), { cancel });
    await screen.findByTestId('current-label');
    await press('cancel');
    expect(cancel).not.toHaveBeenCalled();
    await press('cancel-mistake');
    expect(cancel).toHaveBeenCalledWith({ id: 'A001', reason: 'mistake' });
    await vi.waitFor(() =>
      expect(screen.getByTestId('dialog').textContent).toContain(say('staff-error-central-away')),
    );
  });

  it('undoes what was done last, by key', async () => {
    const open = branch.counters.map((one) => (one.number === 1 ? { ...one, open: true } : one));
    const finished = consoleView({
      branch: { ...branch, counters: open },
      last: { did: 'finish', ticket: { ...called, state: 'finished' } },
    });
    const reopen = vi.fn(() => consoleView({ current: { ...called, state: 'serving' } }));
    show(finished, { reopen });
    await screen.findByTestId('undo');
    await fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    expect(reopen).toHaveBeenCalledWith({ id: 'A001' });
    expect(await screen.findByTestId('finish')).toBeTruthy();
    expect(screen.queryByTestId('undo')).toBeNull();
  });

  it('calls a number of the list out of turn', async () => {
    const open = branch.counters.map((one) => (one.number === 1 ? { ...one, open: true } : one));
    const queue = {
      revision: 1,
      waiting: [ticket('A001'), ticket('A002')],
      at_counters: [],
      parked: [],
      missed: [],
      began_anew: null,
    };
    const call_specific = vi.fn(() => consoleView({ current: called }));
    show(consoleView({ branch: { ...branch, counters: open }, queue }), { call_specific });
    await fireEvent.click(await screen.findByTestId('open-A002'));
    await press('ticket-call-specific');
    expect(call_specific).toHaveBeenCalledWith({ id: 'A002' });
  });

  it('shows the supervisor’s page to supervisors only', async () => {
    const view = consoleView();
    show(view);
    await screen.findByTestId('nav-hall');
    expect(screen.queryByTestId('nav-overview')).toBeNull();
    cleanup();
    clearMocks();
    if (view.who) view.who.role = 'supervisor';
    show(view);
    await fireEvent.click(await screen.findByTestId('nav-overview'));
    expect(screen.getByTestId('at-counter-2').textContent).toContain('Trần Văn Bình');
  });

  it('asks before words that were typed and not saved are lost by signing out', async () => {
    const view = consoleView({ counter: null });
    if (view.who) view.who.role = 'supervisor';
    const sign_out = vi.fn(() => consoleView({ who: null }));
    show(view, {
      console_procedures: () => ({
        found: 1,
        to_check: 1,
        rows: [row(CODE)],
        fields: [],
        departments: [],
      }),
      console_procedure: () => detail(),
      preview_words: () => seen(words),
      console_life_events: () => [],
      sign_out,
    });
    await fireEvent.click(await screen.findByTestId('nav-procedures'));
    await fireEvent.click(await screen.findByTestId(`procedure-${CODE}`));
    await fireEvent.click(await screen.findByTestId('side-words'));
    await fireEvent.input(screen.getByTestId('words-name-vi'), { target: { value: 'Chưa lưu' } });
    await press('nav-submissions');
    await press('sign-out');
    expect(sign_out).not.toHaveBeenCalled();
    await press('leave-discard');
    expect(await screen.findByTestId('account')).toBeTruthy();
    expect(sign_out).toHaveBeenCalledOnce();
  });

  it('shows a call for help above every page, and answers it', async () => {
    const help = { since: momentAt(Date.now()), answer: null };
    const coming = { ...help, answer: { at: help.since, account: 'lan', officer: 'Nguyễn Thị Lan' } };
    const answer_help = vi.fn(() => consoleView({ devices: [device('Ki-ốt 2', { help: coming })] }));
    const view = consoleView({ devices: [device('Ki-ốt 1'), device('Ki-ốt 2', { help })] });
    const desk = show(view, { answer_help });
    await fireEvent.click(await screen.findByTestId('nav-hall'));
    const bar = await screen.findByTestId('help-Ki-ốt 2');
    expect(bar.textContent).toContain(timeOf(help.since));
    expect(screen.queryByTestId('help-Ki-ốt 1')).toBeNull();
    desk.view = consoleView({ devices: [device('Ki-ốt 2', { help: coming })] });
    await press('help-answer');
    expect(answer_help).toHaveBeenCalledWith({ device: 'Ki-ốt 2' });
    await vi.waitFor(() =>
      expect(screen.getByTestId('help-Ki-ốt 2').textContent).toContain(say('staff-help-own')),
    );
    expect(screen.queryByTestId('help-answer')).toBeNull();
  });

  it('lists for a supervisor what is the matter with every machine, or that nothing is', async () => {
    const view = consoleView({ devices: [device('Ki-ốt 1'), device('Ki-ốt 2', { stale: true })] });
    if (view.who) view.who.role = 'supervisor';
    const desk = show(view);
    await fireEvent.click(await screen.findByTestId('nav-overview'));
    expect(screen.getByTestId('alert-silent-Ki-ốt 2').textContent).toContain('Ki-ốt 2');
    expect(screen.queryByTestId('alerts-none')).toBeNull();
    desk.view = { ...view, devices: [device('Ki-ốt 1'), device('Ki-ốt 2')] };
    await emit('console');
    expect(await screen.findByTestId('alerts-none')).toBeTruthy();
  });

  it('tells since when its data stands while the central system is away, and what was not sent', async () => {
    show(consoleView({ online: false, unsent: 2 }));
    expect((await screen.findByTestId('away')).textContent).toContain('08:05');
    expect(screen.getByTestId('unsent').textContent).toContain('2');
    expect(screen.queryByTestId('mute')).toBeNull();
  });

  it('tells that calls cannot be heard', async () => {
    show(consoleView({ mute: true }));
    expect((await screen.findByTestId('mute')).textContent).toContain('loa');
  });
});

describe('accepting', () => {
  it('asks first, then shows the dossier code and that no paper came', async () => {
    const failed: PrintView = { state: 'failed', cause: 'jam', trial: false };
    const accept = vi.fn(() => ({ acceptance, print: 7 }));
    show(consoleView(), { accept, console_print_result: () => failed });
    await screen.findByTestId('nav-submissions');
    await press('nav-submissions');
    await fireEvent.click(await screen.findByTestId('submission-ABCD-EFGH'));
    expect((await screen.findByTestId('answer-rows')).textContent).toContain('Trần Bảo Ngọc');
    await press('paper-to-khai');
    await press('accept');
    expect(accept).not.toHaveBeenCalled();
    await press('accept-confirm');
    expect((await screen.findByTestId('dossier-code')).textContent).toBe('H01-261123-0042');
    expect(accept).toHaveBeenCalledWith({ id: 's1', papers: { 'to-khai': { originals: 1, copies: 1 } } });
    await vi.waitFor(() => expect(screen.getByTestId('print-state').dataset.state).toBe('failed'));
    expect(screen.getByTestId('print-state').textContent).toContain(say('staff-cause-jam'));
    expect(screen.getByTestId('reprint')).toBeTruthy();
  });
});
