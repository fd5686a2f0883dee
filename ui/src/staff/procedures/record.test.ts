import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Desk } from '../desk.svelte';
import { say } from '../words';
import { Catalogue } from './catalogue.svelte';
import ProceduresPage from './ProceduresPage.svelte';
import { CODE, detail, record, row, seen, words } from './sample';
import { doubtsOf, inOrder, marked } from './shown';

afterEach(() => {
  cleanup();
  clearMocks();
});

type Answers = Record<string, (args: Record<string, unknown>) => unknown>;

/** A procedure that is open, over a central system that answers from a table. */
async function open(answers: Answers = {}) {
  const asked: [string, Record<string, unknown>][] = [];
  mockIPC((command, args) => {
    asked.push([command, args as Record<string, unknown>]);
    const answer = answers[command];
    if (answer) return answer(args as Record<string, unknown>);
    if (command === 'console_procedures')
      return {
        found: 2,
        to_check: 2,
        rows: [row(CODE, { review: 'to_check' }), row('2.0')],
        fields: [],
        departments: [],
      };
    if (command === 'console_procedure') return detail();
    if (command === 'preview_words') return seen(words);
    return null;
  });
  const catalogue = new Catalogue();
  render(ProceduresPage, { desk: new Desk(), catalogue, may: false });
  await fireEvent.click(await screen.findByTestId(`procedure-${CODE}`));
  await screen.findByTestId('print-papers');
  const of = (command: string) => asked.filter(([name]) => name === command).map(([, args]) => args);
  return { of, catalogue };
}

const press = (id: string) => fireEvent.click(screen.getByTestId(id));

describe('a procedure', () => {
  it('has what is doubted first, with why, beside what citizens see and the record’s own text', async () => {
    await open();
    const fields = [...screen.getByTestId('record').querySelectorAll('[data-testid^="field-"]')];
    expect(fields[0]).toBe(screen.getByTestId('field-ways'));
    expect(fields[0]?.textContent).toContain('1 ngày làm việc');
    expect(screen.getByTestId('doubt-amount-set-elsewhere').textContent).toContain('Hội đồng nhân dân');
    const source = screen.getByTestId('source-ways') as HTMLDetailsElement;
    expect(source.open).toBe(true);
    expect(source.querySelector('p')?.textContent).toBe(record.originals.ways);
    expect(source.querySelector('mark')?.textContent).toBe('theo Nghị quyết của HĐND');
    // What was read for certain keeps its text folded.
    expect((screen.getByTestId('source-subjects') as HTMLDetailsElement).open).toBe(false);
    expect(screen.getByTestId('versions').textContent).toContain('01/09/2026');
  });

  it('is marked as looked through in the version that is shown, also in the list', async () => {
    const checked = { officer: 'Nguyễn Thị Lan', at: '2026-11-23T08:05:00.000+07:00' };
    const { of, catalogue } = await open({ check_procedure: () => detail({ review: 'checked', checked }) });
    await press('check');
    await vi.waitFor(() => expect(screen.getByTestId('review').textContent).toContain('Nguyễn Thị Lan'));
    expect(screen.getByTestId('review').textContent).toContain('08:05');
    expect(of('check_procedure')).toEqual([{ code: CODE, version: 2 }]);
    expect(screen.queryByTestId('check')).toBeNull();
    await press('procedures-back');
    expect(screen.getByTestId(`procedure-${CODE}`).textContent).toContain('Đã xem');
    expect(catalogue.part?.to_check).toBe(1);
  });

  it('says that a newer version came, shows it, and marks that one next', async () => {
    const newer = detail();
    newer.procedure = { ...newer.procedure, version: 3, field: 'Lĩnh vực mới' };
    let came = false;
    const { of } = await open({
      console_procedure: () => (came ? newer : detail()),
      check_procedure: ({ version }) => {
        if (version === 3) return { ...newer, review: 'checked' };
        came = true;
        throw { code: 'procedure-changed', args: {} };
      },
    });
    await press('check');
    await vi.waitFor(() =>
      expect(screen.getByTestId('procedure-page').textContent).toContain('Lĩnh vực mới'),
    );
    expect(screen.getByTestId('problem').textContent).toBe(say('staff-error-procedure-changed'));
    await fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true });
    await vi.waitFor(() => expect(screen.queryByTestId('check')).toBeNull());
    expect(of('check_procedure').map(({ version }) => version)).toEqual([2, 3]);
    expect(screen.queryByTestId('problem')).toBeNull();
  });

  it('prints the papers of the case that is chosen, and says what the printer says', async () => {
    const { of } = await open({
      console_checklist: () => ({ qr: { size: 1, path: '' }, phone: false, print: 9 }),
      console_print_result: () => ({ state: 'failed', cause: 'no_paper', trial: false }),
    });
    await press('print-papers');
    expect(of('console_checklist')).toEqual([]);
    expect(screen.getByTestId('print-case-1').textContent).toBe('Sinh ở nước ngoài');
    await press('print-case-1');
    await vi.waitFor(() => expect(screen.getByTestId('papers-print').dataset.state).toBe('failed'));
    expect(of('console_checklist')).toEqual([{ wanted: { code: CODE, case: 1, version: 2 } }]);
    expect(of('console_print_result')).toEqual([{ job: 9 }]);
    await press('print-papers');
    await press('print-all');
    await vi.waitFor(() => expect(of('console_checklist').at(-1)).toEqual({ wanted: { code: CODE } }));
  });

  it('leads to the next one by key', async () => {
    const { of } = await open();
    await fireEvent.keyDown(document.body, { key: 'ArrowRight' });
    await vi.waitFor(() => expect(of('console_procedure').at(-1)).toEqual({ code: '2.0' }));
  });
});

describe('what is doubted', () => {
  it('comes first, each reason once', () => {
    expect(inOrder(record)[0]).toEqual({ field: 'ways', flagged: true });
    const doubt = { field: 'ways', why: 'not-in-dong' } as const;
    const doubts = [
      { ...doubt, original: 'USD 5' },
      { ...doubt, original: 'USD 5' },
      { ...doubt, original: 'USD 9' },
    ];
    expect(doubtsOf({ ...record, doubts }, 'ways')).toEqual([
      { why: 'not-in-dong', texts: ['USD 5', 'USD 9'] },
    ]);
  });

  it('is marked wherever it stands, also where two overlap', () => {
    const cut = (text: string, parts: string[]) =>
      marked(text, parts)
        .map(({ text, doubted }) => (doubted ? `[${text}]` : text))
        .join('');
    expect(cut('15 USD và 15 USD', ['15 USD'])).toBe('[15 USD] và [15 USD]');
    expect(cut('12345678', ['1234', '3456'])).toBe('[1234][56]78');
    expect(cut('Trực tiếp7 NgàyMiễn\nphí (mọi người)', ['Miễn phí (mọi', '7 Ngày'])).toBe(
      'Trực tiếp[7 Ngày][Miễn\nphí (mọi] người)',
    );
    expect(cut('không có', ['', 'không thấy'])).toBe('không có');
    // A lone number stands in other numbers, too.
    expect(cut('15 ngày, số 115', ['15'])).toBe('15 ngày, số 115');
  });
});
