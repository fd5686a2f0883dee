// A console for the tests.
import type { Acceptance } from '../shared/bindings/Acceptance';
import type { ConsoleView } from '../shared/bindings/ConsoleView';
import type { DeviceInfo } from '../shared/bindings/DeviceInfo';
import type { SubmissionView } from '../shared/bindings/SubmissionView';
import { branch } from '../shared/samples';

/** A console whose officer sits at counter 1, with what the test says about it. */
export function consoleView(about: Partial<ConsoleView> & { counter?: number | null } = {}): ConsoleView {
  const { counter = 1, ...view } = about;
  return {
    who: { account: 'lan', name: 'Nguyễn Thị Lan', role: 'officer', must_change_password: false, counter },
    branch,
    queue: { revision: 1, waiting: [], at_counters: [], parked: [], missed: [], began_anew: null },
    current: null,
    last: null,
    online: true,
    as_of: '2026-11-23T08:05:00.000+07:00',
    printer: { ready: true, cause: null, trial: false },
    unsent: 0,
    mute: false,
    devices: [],
    ...view,
  };
}

/** A kiosk that is well, with what the test says about it. */
export function device(name: string, about: Partial<DeviceInfo> = {}): DeviceInfo {
  return {
    id: name,
    name,
    status: {
      faces: ['citizen'],
      printer: { ready: true, cause: null },
      mute: false,
      unsent: 0,
      untold: 0,
      prints_cut_off: 0,
      forms_left_out: 0,
      version: '0.1.0',
    },
    heard_at: '2026-11-23T08:05:00.000+07:00',
    stale: false,
    help: null,
    ...about,
  };
}

/** A submission that waits to be accepted. */
export const submission: SubmissionView = {
  line: {
    id: 's1',
    code: 'ABCD-EFGH',
    procedure: '1.001193',
    received_at: '2026-11-23T08:01:00.000+07:00',
    applicant: 'Trần Văn An',
    state: 'received',
    dossier_code: null,
    files: 1,
    answered: false,
  },
  procedure_name: 'Đăng ký khai sinh',
  sections: [{ page: 'con', title: 'Người con', rows: [{ label: 'Họ và tên', value: 'Trần Bảo Ngọc' }] }],
  consents: [{ label: 'Xử lý hồ sơ', value: 'Đồng ý, 08:00' }],
  files: [{ id: 'f1', name: 'Giấy chứng sinh', pages: 2, size: 120_000 }],
  papers: [
    { evidence: 'giay-chung-sinh', name: 'Giấy chứng sinh', originals: 1, copies: 0 },
    { evidence: 'to-khai', name: 'Tờ khai', originals: 1, copies: 1 },
  ],
  acceptance: null,
  delivery: 'Đến quầy nhận',
  helped_by: [],
  reprints: [],
  changes: [],
  submitted_by: null,
  payment: null,
  transfer: null,
  supplements: [],
  supplement_answers: [],
};

/** What its acceptance made of it. */
export const acceptance: Acceptance = {
  dossier_code: 'H01-261123-0042',
  accepted_at: '2026-11-23T08:10:00.000+07:00',
  due_at: null,
  officer: 'Nguyễn Thị Lan',
  papers: {},
  book: 2026,
  line: 42,
};
