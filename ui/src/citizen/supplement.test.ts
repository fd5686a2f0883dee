// Answering what an officer asked for: from Tra cứu, by who proves to be the applicant, on the guide's own pages.
import { emit } from '@tauri-apps/api/event';
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import type { CitizenNews } from '../shared/bindings/CitizenNews';
import type { LookupShown } from '../shared/bindings/LookupShown';
import type { SupplementRequest } from '../shared/bindings/SupplementRequest';
import { calls, NAME, open, page, press, REVIEW, replies, SUBMITTED, times } from './stage';
import './after/After.svelte';
import './after/Found.svelte';
import './pages/Prove.svelte';
import { visit } from './visit.svelte';

const ASKED: SupplementRequest = {
  id: 'r1',
  at: '2026-11-23T09:00:00.000+07:00',
  text: 'Ảnh thẻ bị mờ',
  papers: [],
  done_at: null,
  answered_at: null,
};
const found = (
  asked: Partial<SupplementRequest> = {},
  here: LookupShown['answers_here'] = [],
): LookupShown => ({
  found: {
    code: 'A7KM-3XPT',
    procedure: '1.001193',
    state: 'received',
    received_at: '2026-11-23T08:05:00.000+07:00',
    dossier_code: null,
    accepted_at: null,
    due_at: null,
    ladder: [{ name: 'saved', at: '2026-11-23T08:04:00.000+07:00' }],
    payment: null,
    supplements: [{ ...ASKED, ...asked }],
    time: null,
  },
  procedure_name: 'Đăng ký khai sinh',
  pay: null,
  answers_here: here,
});
const tell = (news: CitizenNews) => emit('citizen', news);
const asked = (command: string) => calls.filter(([name]) => name === command).map(([, args]) => args);
const type = async (text: string) => {
  for (const key of text) await fireEvent.keyDown(window, { key });
};
const FIRST = page(
  'asked',
  { kind: 'questions', fields: [], notes: ['Ảnh thẻ bị mờ'] },
  { can_go_back: false, supplement: 'A7KM-3XPT' },
);

async function lookUp(answer: LookupShown) {
  replies.lookup = () => answer;
  await tell({ kind: 'scanned', code: 'A7KM-3XPT' });
  return screen.findByTestId('supplement');
}

it('leads from what is asked to the guide, by the last four digits', async () => {
  await open();
  const notice = await lookUp(found());
  expect(notice.textContent).toContain('Ảnh thẻ bị mờ');
  expect(notice.textContent).toContain('mang giấy tờ và mã nộp tạm đến quầy');
  await press('supplement-now-1');
  await screen.findByTestId('prove');
  expect(asked('supplement_find')).toEqual([{ request: 'r1' }]);
  await press('prove-digits');
  await type('12x345');
  expect(screen.getByTestId('prove-field').textContent).toContain('1234');
  replies.supplement_open_digits = () =>
    Promise.reject({ code: 'supplement-digits-wrong', args: { left: '4' } });
  await press('prove-go');
  expect((await screen.findByTestId('problem')).textContent).toContain('Còn 4 lần thử');
  expect(screen.getByTestId('prove-field').textContent).not.toContain('1234');
  await type('0123');
  replies.supplement_open_digits = () => FIRST;
  await press('prove-go');
  await waitFor(() => expect(document.querySelector('[data-page="asked"]')).not.toBeNull());
  expect(asked('supplement_open_digits')).toEqual([{ digits: '1234' }, { digits: '0123' }]);
  expect(screen.getByTestId('note-0').textContent).toContain('Ảnh thẻ bị mờ');
  // A card that is shown later proves nothing for this.
  expect(asked('supplement_find').at(-1)).toEqual({ request: null });
  await press('back');
  await waitFor(() => expect(visit.place).toEqual({ at: 'lookup', code: 'A7KM-3XPT' }));
});

it('says plainly when the request is locked', async () => {
  await open();
  await lookUp(found());
  await press('supplement-now-1');
  await press('prove-digits');
  replies.supplement_open_digits = () =>
    Promise.reject({ code: 'supplement-locked', args: { time: '10:05' } });
  await type('9999');
  await press('prove-go');
  const said = (await screen.findByTestId('problem')).textContent;
  expect(said).toContain('10:05');
  expect(said).toContain('đến quầy');
});

it('takes the card that is shown, from the reader and from one that types', async () => {
  await open();
  await lookUp(found());
  await press('supplement-now-1');
  await screen.findByTestId('prove');
  replies.guide_view = () => FIRST;
  await tell({ kind: 'resumed' });
  await waitFor(() => expect(document.querySelector('[data-page="asked"]')).not.toBeNull());
});

it('sends the answer once, and says of it what is true', async () => {
  await open();
  await lookUp(found());
  await press('supplement-now-1');
  await press('prove-digits');
  await type('0123');
  const review = { ...REVIEW, supplement: 'A7KM-3XPT' };
  replies.supplement_open_digits = () => review;
  await press('prove-go');
  const send = await screen.findByTestId('submit');
  expect(send.textContent).toContain('Gửi bổ sung');
  expect(screen.getByTestId('review').textContent).not.toContain('Phí');
  replies.guide_submit = () => ({ ...SUBMITTED, supplement: true, to_show: ['Giấy kết hôn'] });
  await press('submit');
  await screen.findByTestId('submitted');
  expect(document.body.textContent).toContain('Bổ sung đã lưu, CHƯA gửi');
  expect(document.body.textContent).toContain('Giấy tờ bạn mang đến quầy sau');
  expect(times('guide_submit')).toBe(1);
});

it('says that it was received, and that more may be sent', async () => {
  await open();
  const notice = await lookUp(found({ answered_at: '2026-11-23T10:05:00.000+07:00' }));
  expect(screen.getByTestId('supplement-answered').textContent).toContain('Đã nhận bổ sung lúc 10:05');
  expect(notice.textContent).toContain('cán bộ đang xem');
  expect(screen.getByTestId('supplement-now-1').textContent).toContain('Bổ sung thêm');
});

it('does not call sent what still lies at this machine', async () => {
  await open();
  await lookUp(found({}, [{ request: 'r1', refused: false }]));
  expect(screen.getByTestId('supplement-here').textContent).toContain('CHƯA gửi');
  expect(screen.queryByTestId('supplement-answered')).toBeNull();
});

it('offers no officer’s hand where no draft is kept that could be shared', async () => {
  await open();
  await lookUp(found());
  await press('supplement-now-1');
  await press('prove-digits');
  await type('0123');
  replies.supplement_open_digits = () => ({ ...NAME(null), supplement: 'A7KM-3XPT' });
  await press('prove-go');
  await waitFor(() => expect(document.querySelector('.guide')).not.toBeNull());
  visit.help = 'called';
  await waitFor(() => expect(screen.queryByTestId('assist-ask')).toBeNull());
});
