// A small hall for the tests of the pages.
import type { Branch } from './bindings/Branch';
import type { CounterInfo } from './bindings/CounterInfo';
import type { Ticket } from './bindings/Ticket';

/** A centre with two service groups and three counters. */
export const branch: Branch = {
  id: 'trung-tam',
  name: 'Trung tâm Phục vụ hành chính công',
  agency: 'UBND tỉnh',
  address: '1 Đường Lớn',
  place: 'Tỉnh',
  public_url: null,
  groups: [
    {
      id: 'ho-tich',
      prefix: 'A',
      name: 'Hộ tịch',
      name_en: 'Civil status',
      icon: 'family',
      counters: [1, 3],
      waiting: 0,
      services: [{ id: 'ho-tich', name: { vi: 'Hộ tịch' } }],
    },
    {
      id: 'chung-thuc',
      prefix: 'B',
      name: 'Chứng thực',
      name_en: 'Certification',
      icon: 'stamp',
      counters: [2],
      waiting: 0,
      services: [{ id: 'chung-thuc', name: { vi: 'Chứng thực' } }],
    },
  ],
  counters: [
    counter(1, 'ho-tich'),
    counter(2, 'chung-thuc', { open: true, officer: 'Trần Văn Bình', account: 'binh' }),
    counter(3, 'ho-tich'),
  ],
  priorities: [],
  appointment_priority: null,
  appointments: false,
  keep_drafts_days: 7,
  bank: null,
  postage: null,
  hours: [],
};

/** A closed counter that serves one group, with what the test says about it. */
export function counter(number: number, group: string, about: Partial<CounterInfo> = {}): CounterInfo {
  const closed = { open: false, officer: null, account: null, on_break: null };
  return { number, groups: [group], serves: [group], and_finally: [], ...closed, ...about };
}

/** A waiting ticket of the first group, with what the test says about it. */
export function ticket(label: string, about: Partial<Ticket> = {}): Ticket {
  return {
    id: label,
    label,
    group: 'ho-tich',
    service: 'ho-tich',
    line: { service: 'ho-tich' },
    priority: null,
    state: 'waiting',
    issued_at: '2026-11-23T08:00:00.000+07:00',
    since: '2026-11-23T08:00:00.000+07:00',
    counter: null,
    called_at: null,
    why: null,
    started_at: null,
    no_shows: 0,
    reprints: 0,
    rated: false,
    ahead: 0,
    wait: null,
    ...about,
  };
}
