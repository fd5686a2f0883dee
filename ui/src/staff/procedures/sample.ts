// A catalogue for the tests: a central system that keeps one procedure read from a record, and lists more.
import type { Locale } from '../../shared/bindings/Locale';
import type { LocalText } from '../../shared/bindings/LocalText';
import type { NationalRecord } from '../../shared/bindings/NationalRecord';
import type { PlainWords } from '../../shared/bindings/PlainWords';
import type { ProcedureDetail } from '../../shared/bindings/ProcedureDetail';
import type { ProcedureRow } from '../../shared/bindings/ProcedureRow';
import type { ProcedureView } from '../../shared/bindings/ProcedureView';

export const CODE = '1.001193';

/** A row of the list, with what the test says about it. */
export function row(code: string, about: Partial<ProcedureRow> = {}): ProcedureRow {
  return {
    code,
    name: `Thủ tục ${code}`,
    field: 'Hộ tịch',
    levels: ['province', 'commune'],
    version: 2,
    flagged: [],
    review: 'certain',
    plain: false,
    online: true,
    ...about,
  };
}

/** Its record: the fee could not be read for certain. */
export const record: NationalRecord = {
  code: CODE,
  name: 'Thủ tục đăng ký khai sinh',
  decision: null,
  levels: ['commune'],
  field: 'Hộ tịch',
  subjects: ['Công dân Việt Nam'],
  departments: ['Ủy ban nhân dân cấp xã'],
  decides: [],
  address: null,
  ways: [],
  cases: [],
  results: [],
  legal: ['60/2014/QH13'],
  conditions: null,
  steps: ['Nộp hồ sơ', 'Nhận kết quả'],
  originals: {
    ways: 'Trực tiếp1 Ngày làm việcLệ phí : theo Nghị quyết của HĐNDNộp tại bộ phận một cửa',
    subjects: 'Công dân Việt Nam',
  },
  doubts: [{ field: 'ways', why: 'amount-set-elsewhere', original: 'theo Nghị quyết của HĐND' }],
};

/** Plain words somebody wrote. */
export const words: PlainWords = {
  name: { vi: 'Khai sinh cho con', en: 'Register a birth' },
  summary: { vi: 'Ghi tên con vào sổ hộ tịch.' },
  bring: [{ vi: 'Giấy chứng sinh', en: 'Birth certificate' }, { vi: 'Căn cước của cha hoặc mẹ' }],
  synonyms: ['làm giấy khai sinh'],
  life_events: ['co-con'],
};

/** How citizens see it with some words. */
export function seen({ name, summary, bring }: PlainWords, language: Locale = 'vi'): ProcedureView {
  const say = ({ vi, en }: LocalText) => (language === 'en' && en) || vi;
  return {
    code: CODE,
    version: 2,
    name: say(name) || record.name,
    official_name: name.vi ? record.name : null,
    summary: say(summary),
    bring: bring.map(say),
    who: 'Công dân Việt Nam',
    field: 'Hộ tịch',
    departments: record.departments,
    group: 'ho-tich',
    cases: [
      {
        when: 'Sinh trong nước',
        papers: [{ name: 'Tờ khai', counts: '1 bản chính', only_shown: false }],
        notes: [],
      },
      { when: 'Sinh ở nước ngoài', papers: [], notes: [] },
    ],
    deadlines: [{ label: 'Nộp trực tiếp', value: '1 ngày làm việc' }],
    fees: [{ label: 'Nộp trực tiếp', value: 'Chưa rõ: “theo Nghị quyết của HĐND”' }],
    conditions: null,
    outcomes: ['Giấy khai sinh'],
    way: 'number',
    appointment: false,
    unsure: true,
  };
}

/** All that is known of it; the second words of two. */
export function detail(about: Partial<ProcedureDetail> = {}): ProcedureDetail {
  const at = '2026-11-20T14:20:00.000+07:00';
  const first = { ...words, summary: { vi: 'Lời cũ.' } };
  return {
    procedure: {
      code: CODE,
      version: 2,
      name: words.name,
      official_name: record.name,
      summary: words.summary,
      bring: words.bring,
      who: { vi: 'Công dân Việt Nam' },
      field: 'Hộ tịch',
      departments: record.departments,
      levels: ['commune'],
      channels: [],
      cases: [],
      outcomes: [],
      life_events: [],
      synonyms: [],
      unsure: ['ways'],
    },
    record,
    versions: [
      { version: 2, at },
      { version: 1, at: '2026-09-01T08:00:00.000+07:00' },
    ],
    review: 'to_check',
    checked: null,
    words,
    words_version: 2,
    words_versions: [
      { version: 2, officer: 'Lê Thị Hoa', at, words },
      { version: 1, officer: 'Trần Văn Bình', at: '2026-10-01T08:00:00.000+07:00', words: first },
    ],
    ...about,
  };
}
