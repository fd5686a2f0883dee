import { emit } from '@tauri-apps/api/event';
import { screen, waitFor } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import type { PrintView } from '../shared/bindings/PrintView';
import { calls, HOME, open, press, replies, times } from './stage';

const OUT = { ready: false, cause: 'no_paper', trial: false };
const READY = { ready: true, cause: null, trial: false };

/** Takes a number whose paper ends so. */
async function numberWith(end: PrintView) {
  replies.print_result = () => end;
  await press('tile-ticket');
  await press('group-ho-tich');
  const state = await screen.findByTestId('print-state');
  await waitFor(() => expect(state.dataset.state).toBe(end.state));
  return state;
}

it('follows the printer while nobody touches the screen, and is back to normal by itself', async () => {
  await open();
  expect(screen.queryByTestId('printer-notice')).toBeNull();
  await emit('citizen', { kind: 'printer', printer: OUT });
  expect((await screen.findByTestId('printer-notice')).textContent).toContain('hết giấy');
  await waitFor(() => expect(screen.getByTestId('tile-ticket')).not.toHaveProperty('disabled', true));
  await emit('citizen', { kind: 'printer', printer: READY });
  await waitFor(() => expect(screen.queryByTestId('printer-notice')).toBeNull());
});

it('does not alarm citizens because paper runs low', async () => {
  replies.home = () => ({ ...HOME, printer: { ready: true, cause: 'paper_low', trial: false } });
  await open();
  expect(screen.queryByTestId('printer-notice')).toBeNull();
});

it('shows where the paper comes out, before and after it does', async () => {
  let end: (view: PrintView) => void = () => {};
  replies.home = () => ({ ...HOME, slot: 'left' });
  replies.print_result = () => new Promise<PrintView>((resolve) => (end = resolve));
  await open();
  await press('tile-ticket');
  await press('group-ho-tich');
  expect((await screen.findByTestId('slot-picture')).dataset.slot).toBe('left');
  expect(screen.getByTestId('print-slot').textContent).toContain('bên trái');
  end({ state: 'printed', cause: null, trial: false });
  await waitFor(() => expect(screen.getByTestId('print-state').textContent).toContain('Đã in'));
  expect(screen.getByTestId('slot-picture').dataset.slot).toBe('left');
});

it('asks whether paper came where the printer does not say, and never calls the answer printed', async () => {
  await open();
  const state = await numberWith({ state: 'unknown', cause: 'mute', trial: false });
  expect(state.textContent).toContain('Giấy đã ra chưa?');
  await press('print-came');
  await screen.findByTestId('print-said');
  expect(calls).toContainEqual(['said_printed', { job: 7 }]);
  expect(state.dataset.state).toBe('unknown');
  expect(state.textContent).not.toContain('Đã in');
  expect(screen.queryByTestId('reprint')).toBeNull();
});

it('prints again where no paper came, and says why no more is given', async () => {
  await open();
  replies.reprint = () => 9;
  const state = await numberWith({ state: 'unknown', cause: 'mute', trial: false });
  replies.print_result = () => ({ state: 'failed', cause: 'no_paper', trial: false });
  await press('reprint');
  await waitFor(() => expect(state.dataset.state).toBe('failed'));
  expect(times('said_printed')).toBe(0);
  replies.reprint = () => {
    throw { code: 'reprint-limit', args: { count: '3' } };
  };
  await press('reprint');
  expect((await screen.findByTestId('problem')).textContent).toContain('đến quầy');
});

it('says that the printer works again to who stands before it without paper', async () => {
  replies.home = () => ({ ...HOME, printer: OUT });
  await open();
  const state = await numberWith({ state: 'failed', cause: 'no_paper', trial: false });
  expect(state.textContent).toContain('hết giấy');
  await emit('citizen', { kind: 'printer', printer: READY });
  await screen.findByTestId('print-back');
  expect(state.textContent).not.toContain('Đã in');
});
