// A small hall for the board's tests.
import type { BoardCall } from '../shared/bindings/BoardCall';
import type { BoardNotice } from '../shared/bindings/BoardNotice';
import type { BoardTicket } from '../shared/bindings/BoardTicket';
import type { BoardView } from '../shared/bindings/BoardView';
import { momentAt } from '../shared/now';

export const START = Date.parse('2026-11-23T08:05:00.000+07:00');

export function call(label: string, counter: number, at = START, about: Partial<BoardCall> = {}): BoardCall {
  return { label, counter, called_at: momentAt(at), serving: false, language: 'vi', ...about };
}

export function waiting(label: string, group = 'ho-tich', counter: number | null = null): BoardTicket {
  return { label, group, counter };
}

export const words = (vi: string): BoardNotice => ({ text: { vi }, picture: null });

/** Two service groups, three counters. */
export function view(about: Partial<BoardView> = {}): BoardView {
  return {
    revision: 1,
    at: momentAt(START),
    centre: 'Trung tâm Phục vụ hành chính công',
    called: [],
    waiting: [],
    groups: [
      { id: 'ho-tich', name: { vi: 'Hộ tịch', en: 'Civil status' }, counters: [1, 3] },
      { id: 'chung-thuc', name: { vi: 'Chứng thực' }, counters: [2] },
    ],
    counters: [
      { number: 1, open: true, on_break: false },
      { number: 2, open: true, on_break: true },
      { number: 3, open: false, on_break: false },
    ],
    notices: [],
    ...about,
  };
}
