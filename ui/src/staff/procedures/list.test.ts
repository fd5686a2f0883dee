import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ProcedureFilter } from '../../shared/bindings/ProcedureFilter';
import type { ProcedureRow } from '../../shared/bindings/ProcedureRow';
import { Desk } from '../desk.svelte';
import { say } from '../words';
import { Catalogue } from './catalogue.svelte';
import ProceduresPage from './ProceduresPage.svelte';
import { CODE, detail, row, seen, words } from './sample';

afterEach(() => {
  cleanup();
  clearMocks();
});

const flagged = row(CODE, { name: 'Khai sinh cho con', flagged: ['ways', 'papers'], review: 'to_check' });

/** The page over a catalogue of 60, of which 50 come at once. */
function show(all: ProcedureRow[] = [flagged, ...Array.from({ length: 59 }, (_, n) => row(`2.${n}`))]) {
  const asked: ProcedureFilter[] = [];
  mockIPC((command, args) => {
    if (command === 'console_procedures') {
      const { filter } = args as { filter: ProcedureFilter };
      asked.push(filter);
      const found = all.filter(({ name }) => name.includes(filter.query));
      return {
        found: found.length,
        to_check: 839,
        rows: found.slice(filter.skip, filter.skip + 50),
        fields: [
          { name: 'Hộ tịch', count: 44 },
          { name: 'Đất đai', count: 40 },
          { name: 'Tài chính đất đai', count: 4 },
        ],
        departments: [{ name: 'Sở Xây dựng', count: 80 }],
      };
    }
    if (command === 'console_procedure') return detail();
    if (command === 'preview_words') return seen(words);
    return null;
  });
  const catalogue = new Catalogue();
  const page = () => render(ProceduresPage, { desk: new Desk(), catalogue, may: false });
  page();
  return { asked, catalogue, page };
}

const type = (id: string, value: string) => fireEvent.input(screen.getByTestId(id), { target: { value } });
const choose = (id: string, value: string) => fireEvent.change(screen.getByTestId(id), { target: { value } });
const key = (name: string, on: Element = document.activeElement ?? document.body) =>
  fireEvent.keyDown(on, { key: name });
const line = (code: string) => screen.getByTestId(`procedure-${code}`);

describe('the catalogue', () => {
  it('shows how many there are, and of each what is to be known at a glance', async () => {
    show();
    const text = (await screen.findByTestId(`procedure-${CODE}`)).textContent ?? '';
    for (const told of [
      CODE,
      'Khai sinh cho con',
      'Hộ tịch',
      'Tỉnh, Xã',
      'Thời hạn, phí',
      'Giấy tờ',
      'Cần xem lại',
    ])
      expect(text).toContain(told);
    expect(line('2.0').textContent).not.toContain('Giấy tờ');
    const counts = screen.getByTestId('procedures-counts').textContent ?? '';
    expect(counts).toContain('60 thủ tục');
    expect(counts).toContain('839');
  });

  it('searches once when typing rests, and says when nothing fits', async () => {
    const { asked } = show();
    await screen.findByTestId(`procedure-${CODE}`);
    for (const typed of ['Kh', 'Khai', 'Khai sinh']) await type('procedures-search', typed);
    await vi.waitFor(() => expect(screen.queryByTestId('procedure-2.0')).toBeNull());
    expect(asked.map(({ query }) => query)).toEqual(['', 'Khai sinh']);
    expect(line(CODE)).toBeTruthy();
    await type('procedures-search', 'không có');
    await key('Enter', screen.getByTestId('procedures-search'));
    expect(await screen.findByTestId('procedures-none')).toBeTruthy();
  });

  it('asks for what the filters say, all together', async () => {
    const { asked } = show();
    await screen.findByTestId(`procedure-${CODE}`);
    await choose('filter-level', 'commune');
    await choose('filter-review', 'to_check');
    await choose('filter-plain', 'false');
    await fireEvent.click(screen.getByTestId('filter-field'));
    await type('filter-field-find', 'dat dai');
    // A field that begins with it comes before one that has it within.
    await key('Enter', screen.getByTestId('filter-field-find'));
    await vi.waitFor(() =>
      expect(asked.at(-1)).toEqual({
        query: '',
        skip: 0,
        level: 'commune',
        review: 'to_check',
        plain: false,
        field: 'Đất đai',
      }),
    );
    await fireEvent.click(screen.getByTestId('filter-field-none'));
    await vi.waitFor(() => expect(asked.at(-1)?.field).toBeUndefined());
    await fireEvent.click(screen.getByTestId('filters-clear'));
    await vi.waitFor(() => expect(asked.at(-1)).toEqual({ query: '', skip: 0 }));
  });

  it('keeps the answer to what was asked last', async () => {
    const catalogue = new Catalogue();
    const answers: ((name: string) => void)[] = [];
    mockIPC(
      () =>
        new Promise((answer) =>
          answers.push((code) =>
            answer({ found: 1, to_check: 0, rows: [row(code)], fields: [], departments: [] }),
          ),
        ),
    );
    const [first, second] = [catalogue.search(), catalogue.search()];
    answers[1]?.('sau');
    answers[0]?.('trước');
    await Promise.all([first, second]);
    expect(catalogue.rows.map(({ code }) => code)).toEqual(['sau']);
  });

  it('reads the next part and goes on there', async () => {
    const { asked } = show();
    await fireEvent.click(await screen.findByTestId('procedures-more'));
    await vi.waitFor(() => expect(line('2.58')).toBeTruthy());
    expect(asked.at(-1)?.skip).toBe(50);
    expect(screen.queryByTestId('procedures-more')).toBeNull();
    await vi.waitFor(() => expect(line('2.49').contains(document.activeElement)).toBe(true));
  });

  it('is gone through by keys, and back it is as it was', async () => {
    const { asked, catalogue, page } = show();
    await screen.findByTestId(`procedure-${CODE}`);
    const search = screen.getByTestId('procedures-search');
    await type('procedures-search', 'Thủ tục');
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    await key('ArrowDown', search);
    await key('ArrowDown');
    await key('ArrowUp');
    await key('ArrowDown');
    expect(line('2.1').contains(document.activeElement)).toBe(true);
    await key('/');
    expect(document.activeElement).toBe(search);
    await fireEvent.click(line('2.1'));
    expect(await screen.findByTestId('procedure-page')).toBeTruthy();
    // Another page of the console was looked at meanwhile.
    cleanup();
    page();
    await key('Escape', document.body);
    expect(line('2.1').contains(document.activeElement)).toBe(true);
    expect((screen.getByTestId('procedures-search') as HTMLInputElement).value).toBe('Thủ tục');
    expect(asked).toHaveLength(2);
    expect(catalogue.at).toBe(1);
  });

  it('leaves none out that moved up since others were looked through, and shows none twice', async () => {
    const all = Array.from({ length: 60 }, (_, n) => row(`${n}`, { review: 'to_check' }));
    mockIPC((command, args) => {
      const { filter, code } = args as { filter: ProcedureFilter; code: string };
      if (command === 'console_procedures') {
        const open = all.filter(({ review }) => review === filter.review);
        const rows = open.slice(filter.skip, filter.skip + 50);
        return { found: open.length, to_check: open.length, rows, fields: [], departments: [] };
      }
      if (command === 'preview_words') return seen(words);
      const answer = detail({ review: command === 'check_procedure' ? 'checked' : 'to_check' });
      if (command === 'check_procedure') all[Number(code)] = row(code, { review: 'checked' });
      return { ...answer, procedure: { ...answer.procedure, code } };
    });
    const catalogue = new Catalogue();
    catalogue.narrow({ review: 'to_check' });
    await vi.waitFor(() => expect(catalogue.rows).toHaveLength(50));
    for (const at of [0, 1, 2]) {
      catalogue.show(at);
      await vi.waitFor(() => expect(catalogue.open?.seen).toBeTruthy());
      await vi.waitFor(() => expect(catalogue.open?.busy).toBe(false));
      await catalogue.open?.check();
    }
    expect([catalogue.part?.found, catalogue.part?.to_check, catalogue.total]).toEqual([57, 57, 60]);
    catalogue.at = 49;
    // A colleague took one back meanwhile: what follows stands one further.
    all[0] = row('0', { review: 'to_check' });
    await catalogue.step(1);
    expect(catalogue.open?.code).toBe('50');
    expect(catalogue.rows.map(({ code }) => code)).toEqual(all.map(({ code }) => code));
  });

  it('says why it cannot be read, and reads it when asked again', async () => {
    let away = true;
    mockIPC(() => {
      if (away) throw { code: 'central-away', args: {} };
      return { found: 1, to_check: 0, rows: [row(CODE)], fields: [], departments: [] };
    });
    render(ProceduresPage, { desk: new Desk(), catalogue: new Catalogue(), may: false });
    expect((await screen.findByTestId('problem')).textContent).toBe(say('staff-error-central-away'));
    away = false;
    await fireEvent.click(screen.getByText(say('staff-try-again')));
    expect(await screen.findByTestId(`procedure-${CODE}`)).toBeTruthy();
  });
});
