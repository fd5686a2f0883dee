// A small centre for the tests of the form.
import type { BranchConfig } from '../../shared/bindings/BranchConfig';

export const sample = (): BranchConfig => ({
  id: 'trung-tam',
  name: 'Trung tâm',
  agency: 'UBND tỉnh',
  address: '1 Đường Lớn',
  place: 'Tỉnh',
  agency_code: 'H01',
  groups: [{ id: 'ho-tich', prefix: 'A', name: { vi: 'Hộ tịch' }, icon: 'family' }],
  services: [{ id: 'khai-sinh', group: 'ho-tich', name: { vi: 'Khai sinh' }, minutes: 10, daily: null }],
  counters: [{ number: 4, serves: ['khai-sinh'], and_finally: [] }],
  priorities: [],
  calling: { priority_one_in: 3, age_cap_minutes: 60, second_chance: true },
  issuing: { hours: [], stop_minutes: 30, one_per_person: true, press_guard_seconds: 0 },
  appointments: {
    slot_minutes: 30,
    per_slot: 2,
    early_minutes: 30,
    late_minutes: 15,
    days_ahead: 14,
    priority: null,
  },
  end_of_day: 'expire',
  notices: [],
  keep_drafts_days: 7,
  keep_accepted_days: 365,
  keep_open_days: 180,
  bank: null,
  postage: null,
  transfer_late_minutes: 120,
});
