import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, expect, it, vi } from 'vitest';
import type { PageBody } from '../shared/bindings/PageBody';
import type { PageSeen } from '../shared/bindings/PageSeen';
import type { Sources } from '../shared/bindings/Sources';
import { begin, calls, DOCUMENT, open, page, pageSeen, press, QR, replies, times } from './stage';
import { visit } from './visit.svelte';

const NONE: Sources = { camera: false, trial: false, scanner: false, folder: false, phone: false };
const paper = (sources: Partial<Sources>, pages: PageSeen[] = [], more: object = {}) =>
  page('paper', { ...DOCUMENT.body, sources: { ...NONE, ...sources }, pages, ...more } as PageBody);
const BLURRED = { faults: [{ fault: 'blurred' as const, advice: 'Trang này bị mờ.' }] };
const PHONE = {
  qr: QR,
  address: 'http://trung-tam.test/u/abc',
  until: '2026-11-24T03:15:00Z',
  opened: false,
  sending: 0,
  done: false,
};

async function show(view: ReturnType<typeof paper>) {
  await open();
  replies.page_picture = () => 'data:image/jpeg;base64,AA==';
  replies.guide_view = () => view;
  await begin(view);
  await screen.findByTestId('page-title');
}
afterEach(() => vi.useRealTimers());

it('offers the ways that are there and no others', async () => {
  await show(paper({ camera: true, phone: true }));
  expect(screen.getAllByTestId(/^way-/).map(({ dataset }) => dataset.testid)).toEqual([
    'way-camera',
    'way-phone',
  ]);
  await press('way-camera');
  await screen.findByTestId('shoot');
  await press('other-way');
  await screen.findByTestId('way-phone');
});

it('goes straight to the only way, but takes nobody’s phone out for them', async () => {
  await show(paper({ scanner: true }));
  await screen.findByTestId('scan');
  expect(screen.queryByTestId(/^way-/)).toBeNull();
  visit.place = { at: 'guide', view: { ...paper({ phone: true }), page: 'other' } };
  await screen.findByTestId('way-phone');
  expect(times('phone_begin')).toBe(0);
});

it('says that it cannot take pictures, and sends on who may go on without', async () => {
  await show(paper({}));
  expect((await screen.findByTestId('no-source')).textContent).toContain('quầy');
  expect(screen.getAllByTestId('call-help').length).toBeGreaterThan(1);
  visit.place = { at: 'guide', view: { ...paper({}, [], { required: false }), page: 'other' } };
  await waitFor(() => expect(screen.getByTestId('no-source').textContent).toContain('Tiếp tục'));
});

it('counts down before it takes the picture, and can be stopped', async () => {
  await show(paper({ camera: true }));
  await screen.findByTestId('shoot');
  await waitFor(() => expect(visit.busy).toBe(false));
  vi.useFakeTimers();
  replies.take_picture = () => paper({ camera: true }, [pageSeen('one', 1)]);
  await fireEvent.click(screen.getByTestId('shoot'));
  await vi.advanceTimersByTimeAsync(1000);
  expect(screen.getByTestId('count').textContent).toBe('2');
  await fireEvent.click(screen.getByTestId('shoot'));
  await vi.advanceTimersByTimeAsync(5000);
  expect(times('take_picture')).toBe(0);
  await fireEvent.click(screen.getByTestId('shoot'));
  await vi.advanceTimersByTimeAsync(2999);
  expect(times('take_picture')).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(times('take_picture')).toBe(1);
  await vi.advanceTimersByTimeAsync(10);
  expect(screen.getByTestId('page-1')).toBeTruthy();
});

it('names a camera that went away, and offers the other ways', async () => {
  await show(paper({ camera: true, phone: true }));
  await press('way-camera');
  await waitFor(() => expect(visit.busy).toBe(false));
  vi.useFakeTimers();
  replies.take_picture = () => {
    throw { code: 'camera-unplugged', args: {} };
  };
  replies.guide_view = () => paper({ phone: true });
  await fireEvent.click(screen.getByTestId('shoot'));
  await vi.advanceTimersByTimeAsync(3100);
  vi.useRealTimers();
  expect((await screen.findByTestId('problem')).textContent).not.toBe('');
  await waitFor(() => expect(screen.queryByTestId('shoot')).toBeNull());
});

it('says what is wrong with a page and lets it be taken again or used all the same', async () => {
  await show(paper({ camera: true, phone: true }, [pageSeen('one', 1, BLURRED), pageSeen('two', 2)]));
  const first = await screen.findByTestId('page-1');
  expect(first.textContent).toContain('Trang này bị mờ.');
  expect(within(screen.getByTestId('page-2')).queryByTestId('keep-2')).toBeNull();
  replies.retake_page = () =>
    paper({ camera: true, phone: true }, [pageSeen('one', 1, BLURRED), pageSeen('two', 2)]);
  await press('retake-1');
  await waitFor(() => expect(calls.find(([name]) => name === 'retake_page')?.[1]).toEqual({ id: 'one' }));
  expect(times('page_picture')).toBe(2);
  expect((await screen.findByTestId('retaking')).textContent).toContain('trang 1');
  await screen.findByTestId('shoot');
  replies.keep_page = () =>
    paper({ camera: true, phone: true }, [pageSeen('one', 1, { ...BLURRED, kept: true })]);
  await press('keep-1');
  await waitFor(() =>
    expect(screen.getByTestId('page-1').textContent).toContain('Bạn đã chọn dùng trang này'),
  );
});

it('turns a page that stands on its head where that is said, until it stands upright', async () => {
  const DOWN = { faults: [{ fault: 'upside_down' as const, advice: 'Bấm “Xoay”.' }] };
  await show(paper({ camera: true }, [pageSeen('one', 1, BLURRED), pageSeen('two', 2, DOWN)]));
  await screen.findByTestId('page-1');
  expect(screen.queryByTestId('turn-1')).toBeNull();
  // A page that was turned is another page in its place.
  replies.turn_page = ({ id }) =>
    paper({ camera: true }, [pageSeen('one', 1, BLURRED), pageSeen(id === 'two' ? 'lying' : 'upright', 2)]);
  await press('turn-2');
  await waitFor(() => expect(screen.queryByTestId('turn-2')).toBeNull());
  const turned = calls.filter(([name]) => name === 'turn_page').map(([, args]) => args);
  expect(turned).toEqual([{ id: 'two' }, { id: 'lying' }]);
});

it('keeps looking at the place of a page that was turned, and asks before it removes one', async () => {
  await show(paper({ camera: true }, [pageSeen('one', 1), pageSeen('two', 2)]));
  await press('look-2');
  await screen.findByTestId('large');
  replies.turn_page = () => paper({ camera: true }, [pageSeen('one', 1), pageSeen('turned', 2)]);
  await press('turn');
  expect(calls.find(([name]) => name === 'turn_page')?.[1]).toEqual({ id: 'two' });
  replies.move_page = () => paper({ camera: true }, [pageSeen('turned', 1), pageSeen('one', 2)]);
  await press('earlier');
  expect(calls.find(([name]) => name === 'move_page')?.[1]).toEqual({ id: 'turned', to: 0 });
  await waitFor(() => expect(screen.getByTestId('large').textContent).toContain('Trang 1'));
  await press('remove');
  await press('remove-no');
  expect(times('remove_page')).toBe(0);
  replies.remove_page = () => paper({ camera: true }, [pageSeen('one', 1)]);
  await press('remove');
  await press('remove-yes');
  await waitFor(() => expect(screen.queryByTestId('large')).toBeNull());
  expect(calls.find(([name]) => name === 'remove_page')?.[1]).toEqual({ id: 'turned' });
});

it('keeps what is inside the corners that were moved', async () => {
  await show(paper({ camera: true }, [pageSeen('one', 1)]));
  await press('look-1');
  await press('crop');
  for (let step = 0; step < 5; step++)
    await fireEvent.keyDown(screen.getByTestId('corner-top-left'), { key: 'ArrowDown' });
  await fireEvent.keyDown(screen.getByTestId('corner-bottom-right'), { key: 'ArrowLeft' });
  await fireEvent.keyDown(screen.getByTestId('corner-bottom-left'), { key: 'ArrowLeft' });
  replies.crop_page = () => paper({ camera: true }, [pageSeen('cut', 1)]);
  await press('crop-done');
  const crop = { left: 0, top: 100, right: 980, bottom: 1000 };
  await waitFor(() => expect(calls.find(([name]) => name === 'crop_page')?.[1]).toEqual({ id: 'one', crop }));
  await screen.findByTestId('turn');
});

it('takes what a phone sends for a sign of its person', async () => {
  let now = { ...PHONE, opened: true, sending: 1 };
  await show(paper({ camera: true, phone: true }));
  replies.phone_begin = () => PHONE;
  replies.phone_state = () => now;
  await waitFor(() => expect(visit.busy).toBe(false));
  vi.useFakeTimers();
  await fireEvent.click(screen.getByTestId('way-phone'));
  await fireEvent.pointerDown(document.body);
  // A large picture on a slow network: each piece puts off the end.
  for (const minute of [1, 2, 3, 4, 5, 6]) {
    await vi.advanceTimersByTimeAsync(60_000);
    now = { ...now, until: `2026-11-24T03:${15 + minute}:00Z` };
  }
  await vi.advanceTimersByTimeAsync(100_000);
  expect(screen.queryByTestId('idle-question')).toBeNull();
  // Nothing comes any more.
  await vi.advanceTimersByTimeAsync(100_000);
  expect(screen.queryByTestId('idle-question')).not.toBeNull();
});

it('shows a code for the phone, how it goes, and ends it when one goes another way', async () => {
  replies.phone_begin = () => PHONE;
  let now: typeof PHONE | null = { ...PHONE, opened: true };
  await show(paper({ camera: true, phone: true }));
  replies.phone_begin = () => PHONE;
  replies.phone_state = () => now;
  await press('way-phone');
  expect((await screen.findByTestId('phone')).dataset.address).toBe(PHONE.address);
  expect(visit.onPhone).toBe(true);
  await waitFor(() => expect(screen.getByTestId('phone-state').textContent).toContain('đã kết nối'), {
    timeout: 3000,
  });
  now = { ...PHONE, opened: true, sending: 2 };
  await waitFor(() => expect(screen.getByTestId('phone-state').textContent).toContain('2 trang'), {
    timeout: 3000,
  });
  now = null;
  await screen.findByTestId('phone-over', undefined, { timeout: 3000 });
  await press('phone-again');
  await screen.findByTestId('phone');
  await press('other-way');
  await waitFor(() => expect(times('phone_end')).toBe(1));
  expect(visit.onPhone).toBe(false);
});

it('takes no more pages than a paper may have', async () => {
  await show(paper({ camera: true }, [pageSeen('one', 1), pageSeen('two', 2)], { most: 2 }));
  expect((await screen.findByTestId('papers-full')).textContent).toContain('2 trang');
  expect(screen.queryByTestId('shoot')).toBeNull();
});
