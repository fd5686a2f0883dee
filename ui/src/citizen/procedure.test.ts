import { screen, waitFor } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import type { CaseView } from '../shared/bindings/CaseView';
import type { ProcedureView } from '../shared/bindings/ProcedureView';
import { branch } from '../shared/samples';
import { CONSENTS, calls, HOME, open, PROCEDURE, press, QR, replies, TICKET, times } from './stage';
import { visit } from './visit.svelte';

const papers = (...names: string[]): CaseView['papers'] =>
  names.map((name) => ({ name, counts: '1 bản chính', only_shown: false }));
const HOSPITAL: CaseView = { when: 'Sinh tại bệnh viện', papers: papers('Giấy chứng sinh'), notes: [] };
const HOME_BIRTH: CaseView = {
  when: 'Sinh tại nhà',
  papers: [
    ...papers('Văn bản của người làm chứng'),
    { name: 'Giấy đăng ký kết hôn', counts: '', only_shown: true },
  ],
  notes: ['Nếu không có người làm chứng thì viết cam đoan.'],
};
/** Opens the page of a procedure with what the test says about it. */
async function explained(about: Partial<ProcedureView>) {
  replies.procedure = () => ({ ...PROCEDURE, ...about });
  await open();
  visit.go({ at: 'procedure', code: PROCEDURE.code });
  await screen.findByTestId('begin');
}
const args = (command: string) => calls.filter(([name]) => name === command).map(([, args]) => args);
const CHECKLIST = { qr: QR, phone: true, print: 9 };

it('shows what to bring before anything else, both names, and says where the record is unclear', async () => {
  await explained({
    official_name: 'Thủ tục đăng ký khai sinh',
    bring: ['Giấy chứng sinh', 'Căn cước của cha hoặc mẹ'],
    cases: [{ ...HOSPITAL, when: null }],
    unsure: true,
  });
  expect(screen.getByTestId('official-name').textContent).toContain('Thủ tục đăng ký khai sinh');
  expect(screen.getByTestId('unsure').textContent).toContain('hỏi cán bộ');
  const bring = screen.getByTestId('bring');
  expect(bring.textContent).toContain('Cần mang theo');
  expect(bring.compareDocumentPosition(screen.getByTestId('papers'))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

it('never says that no papers are needed where the record says nothing of them', async () => {
  await explained({ cases: [] });
  expect(screen.getByTestId('papers').textContent).toContain('Máy chưa biết chắc cần giấy tờ gì');
});

it.each([
  [[], true],
  [['Giấy tờ tùy từng dự án.'], false],
])('says of a case without papers that it is not certain, unless notes say more: %s', async (notes, said) => {
  await explained({ cases: [{ when: null, papers: [], notes }] });
  const shown = screen.getByTestId('papers').textContent ?? '';
  expect(shown.includes('chưa biết chắc')).toBe(said);
  for (const note of notes) expect(shown).toContain(note);
});

it('forgets a case of another version when the page is read again', async () => {
  await explained({ cases: [HOSPITAL, HOME_BIRTH] });
  await press('case-1');
  await screen.findByTestId('papers');
  replies.procedure = () => ({ ...PROCEDURE, version: 4, cases: [HOME_BIRTH, HOSPITAL] });
  await visit.speak('en');
  await screen.findByTestId('case-1');
  expect(screen.queryByTestId('papers')).toBeNull();
});

it('keeps a case that comes with the version it was chosen of, and no other', async () => {
  replies.procedure = () => ({ ...PROCEDURE, cases: [HOSPITAL, HOME_BIRTH] });
  await open();
  visit.go({ at: 'procedure', code: PROCEDURE.code, chosen: 1, version: 3 });
  await screen.findByTestId('papers');
  visit.go({ at: 'procedure', code: PROCEDURE.code, chosen: 1, version: 2 });
  await screen.findByTestId('case-1');
});

it('begins the form with the case, and the version it was chosen of', async () => {
  await explained({ cases: [HOSPITAL, HOME_BIRTH] });
  replies.guide_begin = () => CONSENTS;
  await press('case-1');
  await press('begin');
  await waitFor(() =>
    expect(args('guide_begin')).toEqual([{ wanted: { code: PROCEDURE.code, case: 1, version: 3 } }]),
  );
});

it('asks for the case before it prints, and shows and prints the papers of just that case', async () => {
  replies.print_checklist = () => CHECKLIST;
  await explained({ cases: [HOSPITAL, HOME_BIRTH] });
  expect(screen.queryByTestId('papers')).toBeNull();
  await press('print-list');
  await screen.findByTestId('case-first');
  expect(times('print_checklist')).toBe(0);
  await press('case-1');
  const shown = await screen.findByTestId('papers');
  expect(shown.textContent).toContain('Văn bản của người làm chứng');
  expect(shown.textContent).toContain('Chỉ cho xem');
  expect(shown.textContent).toContain('viết cam đoan');
  expect(shown.textContent).not.toContain('Giấy chứng sinh');
  await press('print-list');
  await screen.findByTestId('print-state');
  expect(args('print_checklist')).toEqual([{ wanted: { code: PROCEDURE.code, case: 1, version: 3 } }]);
  // The same papers stand on the screen for who goes home without paper; going back keeps the case.
  expect(screen.getByTestId('papers').textContent).toContain('Văn bản của người làm chứng');
  await press('back');
  await screen.findByTestId('begin');
  expect(screen.getByTestId('papers').textContent).toContain('Văn bản của người làm chứng');
  await press('case-again');
  await press('case-0');
  await waitFor(() => expect(screen.getByTestId('papers').textContent).toContain('Giấy chứng sinh'));
});

it('shows the first lines of a long case, and the rest on a touch that chooses nothing', async () => {
  const drawn = vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(500);
  await explained({ cases: [{ ...HOSPITAL, when: 'Trường hợp '.repeat(60) }, HOME_BIRTH] });
  const words = screen.getByTestId('case-0').querySelector('span');
  expect(words?.classList.contains('short')).toBe(true);
  await press('case-more-0');
  await waitFor(() => expect(words?.classList.contains('short')).toBe(false));
  expect(screen.queryByTestId('papers')).toBeNull();
  await press('case-more-0');
  await waitFor(() => expect(words?.classList.contains('short')).toBe(true));
  drawn.mockRestore();
});

it('shows and prints all cases for who does not know theirs', async () => {
  replies.print_checklist = () => CHECKLIST;
  await explained({ cases: [HOSPITAL, HOME_BIRTH] });
  await press('case-all');
  expect((await screen.findByTestId('papers')).textContent).toMatch(
    /bệnh viện.*Giấy chứng sinh.*Sinh tại nhà/s,
  );
  await press('print-list');
  await screen.findByTestId('print-state');
  expect(args('print_checklist')).toEqual([{ wanted: { code: PROCEDURE.code } }]);
});

it.each([
  [true, 'printed', 'Đã in'],
  [false, 'failed', 'hết giấy'],
])(
  'shows how the paper is doing, and the square code only where a phone can use it: %s',
  async (phone, state, said) => {
    replies.print_checklist = () => ({ ...CHECKLIST, phone });
    replies.print_result = ({ job }) =>
      job === 9 ? { state, cause: state === 'failed' ? 'no_paper' : null, trial: false } : null;
    await explained({});
    await press('print-list');
    const print = await screen.findByTestId('print-state');
    await waitFor(() => expect(print.textContent).toContain(said));
    if (!phone) expect(print.textContent).not.toContain('Đã in');
    expect(screen.queryByTestId('list-qr') !== null).toBe(phone);
  },
);

it('takes a number with the papers of the case where there is no way online', async () => {
  await explained({ way: 'number', cases: [HOSPITAL, HOME_BIRTH] });
  expect(screen.getByTestId('begin').textContent).toContain('Lấy số');
  expect(screen.queryByTestId('take-number')).toBeNull();
  await press('begin');
  await screen.findByTestId('case-first');
  await press('case-1');
  await press('begin');
  expect((await screen.findByTestId('ticket-label')).textContent).toBe('A012');
  expect(args('take_ticket')).toEqual([
    { wanted: { group: 'ho-tich', procedure: { code: PROCEDURE.code, case: 1, version: 3 } } },
  ]);
  expect(times('guide_begin')).toBe(0);
});

it.each([[null], ['dat-dai']])(
  'asks what the number is for where the centre has no group for it: %s',
  async (group) => {
    await explained({ way: 'number', group, cases: [HOSPITAL, HOME_BIRTH] });
    await press('case-1');
    await press('begin');
    expect((await screen.findByTestId('with-papers')).textContent).toContain('được in bên dưới số');
    // Back is the procedure, with the case that was chosen.
    await press('back');
    expect((await screen.findByTestId('papers')).textContent).toContain('Văn bản của người làm chứng');
    await press('begin');
    await press('group-chung-thuc');
    await screen.findByTestId('ticket-label');
    expect(args('take_ticket')).toEqual([
      { wanted: { group: 'chung-thuc', procedure: { code: PROCEDURE.code, case: 1, version: 3 } } },
    ]);
  },
);

it('lets people say that they come before others, where the field has but one service', async () => {
  const priorities = [{ id: 'cao-tuoi', name: { vi: 'Người cao tuổi' } }];
  replies.home = () => ({ ...HOME, branch: { ...branch, priorities } });
  await explained({ way: 'number', cases: [HOSPITAL, HOME_BIRTH] });
  await press('case-1');
  await press('begin');
  const papers = await screen.findByTestId('with-papers');
  expect(papers.textContent).not.toContain('gần với việc của mình');
  // Only the field of the procedure.
  expect(screen.queryByTestId('group-chung-thuc')).toBeNull();
  expect(times('take_ticket')).toBe(0);
  await press('priority');
  await press('priority-cao-tuoi');
  await press('group-ho-tich');
  await screen.findByTestId('ticket-label');
  const procedure = { code: PROCEDURE.code, case: 1, version: 3 };
  expect(args('take_ticket')).toEqual([{ wanted: { group: 'ho-tich', priority: 'cao-tuoi', procedure } }]);
});

it('does not ask for priority where the only one comes with an appointment', async () => {
  const priorities = [{ id: 'hen', name: { vi: 'Có hẹn' } }];
  replies.home = () => ({ ...HOME, branch: { ...branch, priorities, appointment_priority: 'hen' } });
  await explained({ way: 'number' });
  await press('begin');
  await screen.findByTestId('ticket-label');
});

it('lets who could apply online see an officer instead, also where the field has several services', async () => {
  const [first, ...others] = branch.groups;
  if (!first) throw new Error('a group');
  const services = [
    { id: 'nop', name: { vi: 'Nộp hồ sơ' } },
    { id: 'nhan', name: { vi: 'Nhận kết quả' } },
  ];
  replies.home = () => ({ ...HOME, branch: { ...branch, groups: [{ ...first, services }, ...others] } });
  replies.take_ticket = () => TICKET;
  await explained({ way: 'any_form', cases: [{ ...HOSPITAL, when: null }] });
  expect(screen.getByTestId('begin').textContent).toContain('Bắt đầu nộp trực tuyến');
  await press('take-number');
  await press('service-nop');
  await screen.findByTestId('ticket-label');
  expect(args('take_ticket')).toEqual([
    { wanted: { group: 'ho-tich', service: 'nop', procedure: { code: PROCEDURE.code } } },
  ]);
});

it('opens the rest on a touch, and says short answers beside their question', async () => {
  await explained({
    deadlines: [
      { label: 'Tại quầy', value: '1 ngày làm việc' },
      { label: 'Trực tuyến', value: '1 ngày làm việc' },
    ],
    fees: [
      { label: 'Tại quầy', value: '8.000 đồng' },
      { label: 'Trực tuyến', value: 'Miễn phí' },
    ],
    conditions: 'Chưa từng đăng ký khai sinh.',
  });
  expect(screen.getByTestId('fold-days').textContent).toContain('1 ngày làm việc');
  expect(screen.getByTestId('fold-fee').textContent).not.toContain('8.000');
  await press('fold-fee');
  await screen.findByText('8.000 đồng');
  expect(document.body.textContent).not.toContain('Chưa từng đăng ký');
  await press('fold-conditions');
  await screen.findByText('Chưa từng đăng ký khai sinh.');
  expect(screen.queryByTestId('fold-outcome')).toBeNull();
});
