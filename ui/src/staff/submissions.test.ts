import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import { afterEach, describe, expect, it } from 'vitest';
import type { PrintView } from '../shared/bindings/PrintView';
import { printWords } from './printing';
import { acceptance, submission } from './samples';
import { newestFirst, Submissions } from './submissions.svelte';
import { say } from './words';

const printed: PrintView = { state: 'printed', cause: null, trial: false };
const failed: PrintView = { state: 'failed', cause: 'no_paper', trial: false };
const papers = { 'giay-chung-sinh': { originals: 1, copies: 0 } };

/** Answers commands from a table and keeps what was asked. */
function machine(answers: Record<string, (args: Record<string, unknown>) => unknown>) {
  const asked: [string, unknown][] = [];
  mockIPC((command, args) => {
    asked.push([command, args]);
    return answers[command]?.(args as Record<string, unknown>);
  });
  return asked;
}

afterEach(clearMocks);

describe('accepting a submission', () => {
  const answers = (ends: PrintView[]) => ({
    submissions: () => [],
    submission: () => submission,
    accept: () => ({ acceptance, print: 7 }),
    console_reprint: () => 8,
    console_print_result: () => ends.shift(),
  });

  it('sends the papers taken, shows the dossier, and says printed when the printer did', async () => {
    const asked = machine(answers([printed]));
    const submissions = new Submissions();
    await submissions.show('s1');
    await submissions.accept(papers);
    expect(asked).toContainEqual(['accept', { id: 's1', papers }]);
    expect(submissions.open?.acceptance?.dossier_code).toBe('H01-261123-0042');
    expect(submissions.open?.line.state).toBe('accepted');
    expect(submissions.prints.s1).toEqual({ job: 7, end: printed });
  });

  it('never says printed when the print failed, and prints the same paper again', async () => {
    const asked = machine(answers([failed, printed]));
    const submissions = new Submissions();
    await submissions.show('s1');
    await submissions.accept(papers);
    const words = printWords(submissions.prints.s1 ?? { job: 0, end: null });
    expect(words).toContain(say('staff-cause-no_paper'));
    expect(words).not.toBe(say('staff-print-printed'));

    await submissions.reprint('s1');
    expect(asked).toContainEqual(['console_reprint', { job: 7 }]);
    expect(asked).toContainEqual(['console_print_result', { job: 8 }]);
    expect(submissions.prints.s1).toEqual({ job: 8, end: printed });
  });

  it('calls an end it could not learn unknown', async () => {
    machine({ ...answers([]), console_print_result: () => Promise.reject({ code: 'internal', args: {} }) });
    const submissions = new Submissions();
    await submissions.show('s1');
    await submissions.accept(papers);
    expect(submissions.prints.s1?.end?.state).toBe('unknown');
  });

  it('asks once however often it is pressed, and leaves a refused one to be tried again', async () => {
    let away = true;
    const asked = machine({
      ...answers([printed]),
      accept: () => (away ? Promise.reject({ code: 'central-away', args: {} }) : { acceptance, print: 7 }),
    });
    const submissions = new Submissions();
    await submissions.show('s1');
    await Promise.all([submissions.accept(papers), submissions.accept(papers)]);
    expect(asked.filter(([command]) => command === 'accept')).toHaveLength(1);
    expect(submissions.problem?.code).toBe('central-away');
    expect(submissions.open?.acceptance).toBeNull();

    away = false;
    await submissions.accept(papers);
    await submissions.accept(papers);
    expect(asked.filter(([command]) => command === 'accept')).toHaveLength(2);
    expect(submissions.problem).toBeNull();
  });
});

describe('the words of a print', () => {
  it('say that a trial printer gives no paper', () => {
    expect(printWords({ job: 1, end: { ...printed, trial: true } })).toBe(say('staff-print-trial'));
  });

  it('say that the printer still works, and do not guess at an unknown cause', () => {
    expect(printWords({ job: 1, end: null })).toBe(say('staff-print-waiting'));
    expect(printWords({ job: 1, end: { state: 'failed', cause: 'odd', trial: false } })).toContain(
      say('staff-cause-other'),
    );
  });
});

describe('the list', () => {
  const row = (id: string, state: 'received' | 'accepted', time: string) => ({
    procedure_name: '',
    line: { ...submission.line, id, state, received_at: `2026-11-23T${time}:00.000+07:00` },
  });

  it('has those that wait first, the newest of them on top', () => {
    const rows = [
      row('a', 'accepted', '09:00'),
      row('b', 'received', '08:00'),
      row('c', 'received', '08:30'),
    ];
    expect(newestFirst(rows).map((one) => one.line.id)).toEqual(['c', 'b', 'a']);
    const late = row('d', 'accepted', '07:00');
    const answered = { ...late, line: { ...late.line, answered: true } };
    expect(newestFirst([...rows, answered]).map((one) => one.line.id)).toEqual(['c', 'b', 'd', 'a']);
  });

  it('stays when the central system goes away', async () => {
    let away = false;
    machine({
      submissions: () =>
        away ? Promise.reject({ code: 'central-away', args: {} }) : [row('b', 'received', '08:00')],
    });
    const submissions = new Submissions();
    await submissions.list();
    away = true;
    await submissions.list();
    expect(submissions.rows).toHaveLength(1);
    expect(submissions.problem?.code).toBe('central-away');
  });
});
