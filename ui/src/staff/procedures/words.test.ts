import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Locale } from '../../shared/bindings/Locale';
import type { PlainWords } from '../../shared/bindings/PlainWords';
import type { Problem } from '../../shared/bindings/Problem';
import { Desk } from '../desk.svelte';
import { say } from '../words';
import { Catalogue } from './catalogue.svelte';
import ProceduresPage from './ProceduresPage.svelte';
import { CODE, detail, record, row, seen, words } from './sample';
import { inShort } from './shown';
import { addSynonyms, tidy } from './wording.svelte';

afterEach(() => {
  cleanup();
  clearMocks();
});

// The tests' document draws no dialogs of its own.
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true;
};

/** The words of a procedure over a central system that keeps them, and refuses what was made from another version. */
async function open({ may = true, refuse = null as Problem | null } = {}) {
  const sent: { words: PlainWords; from: number }[] = [];
  /** What answering a save waits for. */
  const kept = { detail: detail(), sent, refuse, answer: Promise.resolve() };
  mockIPC(async (command, args) => {
    const given = args as { words: PlainWords; from: number; language: Locale };
    if (command === 'console_procedures')
      return { found: 1, to_check: 1, rows: [row(CODE)], fields: [], departments: [] };
    if (command === 'console_procedure') return structuredClone(kept.detail);
    if (command === 'preview_words') return seen(given.words, given.language);
    if (command === 'console_life_events')
      return [
        { id: 'co-con', name: 'Có con', icon: '' },
        { id: 'ket-hon', name: 'Kết hôn', icon: '' },
      ];
    if (command === 'set_words') {
      kept.sent.push({ words: given.words, from: given.from });
      if (kept.refuse) throw kept.refuse;
      if (given.from !== kept.detail.words_version) throw { code: 'words-changed', args: {} };
      await kept.answer;
      write(kept, given.words, 'Nguyễn Thị Lan');
      return structuredClone(kept.detail);
    }
    return null;
  });
  const catalogue = new Catalogue();
  render(ProceduresPage, { desk: new Desk(), catalogue, may });
  await fireEvent.click(await screen.findByTestId(`procedure-${CODE}`));
  await fireEvent.click(await screen.findByTestId('side-words'));
  await screen.findByTestId('preview');
  await screen.findByTestId('words-event-co-con');
  return kept;
}

/** Somebody's words come in force. */
function write(kept: { detail: ReturnType<typeof detail> }, words: PlainWords, officer: string) {
  const version = kept.detail.words_version + 1;
  const at = '2026-11-23T09:30:00.000+07:00';
  kept.detail = {
    ...kept.detail,
    procedure: { ...kept.detail.procedure, name: words.name },
    words,
    words_version: version,
    words_versions: [{ version, officer, at, words }, ...kept.detail.words_versions],
  };
}

const type = (id: string, value: string) => fireEvent.input(screen.getByTestId(id), { target: { value } });
const press = (id: string) => fireEvent.click(screen.getByTestId(id));
const value = (id: string) => (screen.getByTestId(id) as HTMLTextAreaElement).value;
const preview = () => screen.getByTestId('preview').textContent ?? '';

describe('plain words', () => {
  it('are drawn as citizens would see them while they are typed', async () => {
    await open();
    expect(preview()).toContain('Khai sinh cho con');
    await type('words-name-vi', 'Làm giấy khai sinh');
    await vi.waitFor(() => expect(preview()).toContain('Làm giấy khai sinh'));
    await type('words-bring-0-vi', 'Giấy của bệnh viện');
    await vi.waitFor(() => expect(preview()).toContain('Giấy của bệnh viện'));
  });

  it('are drawn in the citizens’ own words and order: the line that is found, then the page', async () => {
    await open();
    expect(screen.getByTestId('preview-line').textContent).toMatch(
      /Khai sinh cho con.*Tên chính thức: Thủ tục đăng ký khai sinh.*Ghi tên con vào sổ hộ tịch\..*Nộp tại quầy/s,
    );
    expect(screen.getByTestId('preview-page').textContent).toMatch(
      /Cần mang theo.*Giấy chứng sinh.*Bạn lấy số để nộp tại quầy.*ghi chưa rõ.*Trường hợp của bạn là gì\?.*Bao lâu có kết quả.*Phí, lệ phí.*Bạn nhận được.*Ai được làm.*In giấy tờ cần chuẩn bị.*Lấy số gặp cán bộ/s,
    );
    await press('preview-case-1');
    expect((await screen.findByTestId('preview-papers')).textContent).toContain('chưa biết chắc');
  });

  it('are drawn in the other language, also while they are typed', async () => {
    await open();
    await press('preview-en');
    await vi.waitFor(() => expect(preview()).toContain('Register a birth'));
    expect(preview()).toContain('What to bring');
    expect(screen.getByTestId('preview-en').getAttribute('aria-pressed')).toBe('true');
    await type('words-name-en', 'Enter a birth');
    await vi.waitFor(() => expect(preview()).toContain('Enter a birth'));
    await press('preview-vi');
    await vi.waitFor(() => expect(preview()).toContain('Cần mang theo'));
  });

  it('that are typed during a save stay, unsaved', async () => {
    const kept = await open();
    let answer = () => {};
    kept.answer = new Promise((resolve) => (answer = resolve));
    await type('words-name-vi', 'Tên mới');
    await press('words-save');
    await vi.waitFor(() => expect(kept.sent).toHaveLength(1));
    await type('words-summary-vi', 'Gõ trong lúc lưu.');
    answer();
    await screen.findByTestId('words-version-3');
    expect(value('words-summary-vi')).toBe('Gõ trong lúc lưu.');
    expect(screen.queryByTestId('words-saved')).toBeNull();
    expect(screen.getByTestId('words-save')).toHaveProperty('disabled', false);
    await vi.waitFor(() =>
      expect(screen.getByTestId('words-save').getAttribute('aria-disabled')).toBe('false'),
    );
    await press('words-save');
    await screen.findByTestId('words-saved');
    expect(kept.sent.map(({ from }) => from)).toEqual([2, 3]);
    expect(kept.detail.words).toMatchObject({
      name: { vi: 'Tên mới' },
      summary: { vi: 'Gõ trong lúc lưu.' },
    });
  });

  it('are saved whole, from the version they were made from, and again from the next', async () => {
    const kept = await open();
    expect(screen.getByTestId('words-save')).toHaveProperty('disabled', true);
    await type('words-name-en', '');
    await type('words-summary-en', ' Enters your child in the register. ');
    await press('words-bring-remove-1');
    await press('words-bring-add');
    await type('words-bring-1-vi', 'Tờ khai');
    await press('words-bring-add');
    await fireEvent.click(screen.getByRole('button', { name: 'Đưa Dòng 2 lên trên' }));
    await type('words-synonym', 'ks, khai sinh cho bé');
    await press('words-synonym-add');
    await press('words-event-ket-hon');
    await fireEvent.keyDown(document.body, { key: 's', ctrlKey: true });
    await screen.findByTestId('words-saved');
    expect(kept.sent).toEqual([
      {
        from: 2,
        words: {
          name: { vi: 'Khai sinh cho con' },
          summary: { vi: 'Ghi tên con vào sổ hộ tịch.', en: 'Enters your child in the register.' },
          bring: [{ vi: 'Tờ khai' }, { vi: 'Giấy chứng sinh', en: 'Birth certificate' }],
          synonyms: ['làm giấy khai sinh', 'ks', 'khai sinh cho bé'],
          life_events: ['co-con', 'ket-hon'],
        },
      },
    ]);
    expect(screen.getByTestId('words-version-3').textContent).toContain('Nguyễn Thị Lan');
    await type('words-summary-vi', 'Lời khác.');
    await press('words-save');
    await vi.waitFor(() => expect(kept.sent.at(-1)?.from).toBe(3));
  });

  it('that somebody else saved meanwhile are shown beside one’s own, which stay', async () => {
    const kept = await open();
    await type('words-name-vi', 'Tên của tôi');
    write(kept, { ...words, name: { vi: 'Tên của Bình' } }, 'Trần Văn Bình');
    await press('words-save');
    expect((await screen.findByTestId('problem')).textContent).toBe(say('staff-error-words-changed'));
    expect(value('words-name-vi')).toBe('Tên của tôi');
    await fireEvent.click(screen.getByText(say('procedures-see-newer')));
    expect((await screen.findByTestId('words-newer')).textContent).toContain('Trần Văn Bình');
    await vi.waitFor(() => expect(preview()).toContain('Tên của Bình'));
    await press('preview-mine');
    await vi.waitFor(() => expect(preview()).toContain('Tên của tôi'));
    await press('words-mine');
    expect(value('words-name-vi')).toBe('Tên của tôi');
    await press('words-save');
    await screen.findByTestId('words-saved');
    expect(kept.sent.map(({ from }) => from)).toEqual([2, 3]);
    expect(kept.detail.words.name.vi).toBe('Tên của tôi');
  });

  it('give way to newer ones when one wants those', async () => {
    const kept = await open();
    await type('words-name-vi', 'Tên của tôi');
    write(kept, { ...words, name: { vi: 'Tên của Bình' } }, 'Trần Văn Bình');
    await press('words-save');
    await fireEvent.click(await screen.findByText(say('procedures-see-newer')));
    await fireEvent.click(await screen.findByTestId('words-theirs'));
    expect(value('words-name-vi')).toBe('Tên của Bình');
    expect(screen.getByTestId('words-save')).toHaveProperty('disabled', true);
  });

  it('are known to be saved though the answer of the first time was lost', async () => {
    const kept = await open();
    await type('words-name-vi', 'Tên của tôi');
    write(kept, { ...words, name: { vi: 'Tên của tôi', en: 'Register a birth' } }, 'Nguyễn Thị Lan');
    await press('words-save');
    await fireEvent.click(await screen.findByText(say('procedures-see-newer')));
    expect(await screen.findByTestId('words-saved')).toBeTruthy();
    expect(screen.queryByTestId('words-newer')).toBeNull();
  });

  it('of earlier come back into the fields, are not saved by it, and go again', async () => {
    const kept = await open();
    await type('words-name-vi', 'Đang viết dở');
    await press('words-restore-1');
    expect(value('words-summary-vi')).toBe('Lời cũ.');
    expect(value('words-name-vi')).toBe('Khai sinh cho con');
    await vi.waitFor(() => expect(preview()).toContain('Lời cũ.'));
    expect(kept.sent).toEqual([]);
    await press('words-unrestore');
    expect(value('words-name-vi')).toBe('Đang viết dở');
    await press('words-restore-1');
    await press('words-save');
    await screen.findByTestId('words-saved');
    expect(kept.detail.words.summary.vi).toBe('Lời cũ.');
  });

  it('that are refused say why at the field, and stay', async () => {
    await open({ refuse: { code: 'words-too-long', args: { what: 'bring', most: '200' } } });
    await type('words-bring-0-vi', 'dài quá');
    await press('words-save');
    expect((await screen.findByTestId('wrong-bring')).textContent).toContain('200');
    expect(screen.queryByTestId('wrong-name')).toBeNull();
    expect(value('words-bring-0-vi')).toBe('dài quá');
  });

  it('are read by officers, who cannot change them', async () => {
    const kept = await open({ may: false });
    expect(screen.getByTestId('words-read-only')).toBeTruthy();
    expect(screen.getByTestId('words-name-vi').matches(':disabled')).toBe(true);
    expect(screen.getByTestId('words-event-ket-hon').matches(':disabled')).toBe(true);
    for (const id of ['words-save', 'words-bring-add', 'words-synonym', 'words-restore-1'])
      expect(screen.queryByTestId(id)).toBeNull();
    await fireEvent.keyDown(document.body, { key: 's', ctrlKey: true });
    expect(kept.sent).toEqual([]);
  });
});

describe('leaving words that were not saved', () => {
  it('asks, and stays where it was on the wish to stay', async () => {
    const kept = await open();
    await type('words-name-vi', 'Chưa lưu');
    await press('procedures-back');
    await press('leave-stay');
    expect(value('words-name-vi')).toBe('Chưa lưu');
    await fireEvent.keyDown(document.body, { key: 'Escape' });
    await press('leave-discard');
    expect(await screen.findByTestId('procedures-search')).toBeTruthy();
    expect(kept.sent).toEqual([]);
  });

  it('saves first on that wish, and stays when that is refused', async () => {
    const kept = await open({ refuse: { code: 'central-away', args: {} } });
    await type('words-name-vi', 'Tên mới');
    await press('procedures-back');
    await press('leave-save');
    expect((await screen.findByTestId('problem')).textContent).toBe(say('staff-error-central-away'));
    expect(value('words-name-vi')).toBe('Tên mới');
    kept.refuse = null;
    await press('procedures-back');
    await press('leave-save');
    expect(await screen.findByTestId('procedures-search')).toBeTruthy();
    expect(kept.detail.words.name.vi).toBe('Tên mới');
    expect(screen.getByTestId(`procedure-${CODE}`).textContent).toContain('Tên mới');
  });
});

describe('what is typed', () => {
  it('stands in the list of what is found with its first sentence, or its field', () => {
    const first = (summary: string) => inShort(seen({ ...words, summary: { vi: summary } }));
    expect(first('Cần giấy? Hỏi xã. Xong.')).toBe('Cần giấy?');
    expect(first('Không có dấu chấm')).toBe('Không có dấu chấm');
    expect(first('')).toBe(record.field);
  });

  it('is tidied: no blanks around, no empty lines, no empty English', () => {
    const typed = {
      ...words,
      name: { vi: ' Tên ', en: ' ' },
      bring: [{ vi: ' ' }, { vi: ' Giấy ' }],
      synonyms: [' ', 'ks '],
    };
    expect(tidy(typed)).toMatchObject({ name: { vi: 'Tên' }, bring: [{ vi: 'Giấy' }], synonyms: ['ks'] });
  });

  it('as names comes apart at commas, in NFC, none twice', () => {
    const names = ['Khai sinh'];
    addSynonyms(names, 'khai sinh, ks;  , gia\u0302\u0301y\nks');
    expect(names).toEqual(['Khai sinh', 'ks', 'giấy']);
  });
});
