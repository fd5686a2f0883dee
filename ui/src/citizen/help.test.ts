import { emit } from '@tauri-apps/api/event';
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import type { HelpState } from '../shared/bindings/HelpState';
import { HOME, open, press, replies, times } from './stage';
import { visit } from './visit.svelte';

const state = () => screen.getByTestId('call-help').dataset.state;

it('calls an officer once from any page, and says what became of it', async () => {
  let answer: (state: HelpState) => void = () => {};
  replies.call_help = () => new Promise<HelpState>((resolve) => (answer = resolve));
  await open();
  await press('tile-ticket');
  expect(screen.getByTestId('call-help').textContent).toContain('Gọi cán bộ giúp');
  await fireEvent.click(screen.getByTestId('call-help'));
  await fireEvent.click(screen.getByTestId('call-help'));
  expect(state()).toBe('none');
  expect(screen.getByTestId('call-help').textContent).toContain('Đang gọi…');
  expect(screen.queryByTestId('help-band')).toBeNull();
  answer('called');
  await waitFor(() => expect(screen.getByTestId('call-help').textContent).toContain('Đã gọi cán bộ'));
  await fireEvent.click(screen.getByTestId('call-help'));
  expect(times('call_help')).toBe(1);
  await emit('citizen', { kind: 'help', state: 'coming' });
  await waitFor(() => expect(screen.getByTestId('call-help').textContent).toContain('Cán bộ đang đến'));
  await press('end-help');
  expect([state(), times('end_help')]).toEqual(['none', 1]);
  expect(screen.queryByTestId('help-band')).toBeNull();
});

it('sends who calls to the counter when nobody could be told, and never claims that one was', async () => {
  replies.call_help = () => Promise.reject({ code: 'help-not-called', args: {} });
  await open();
  await press('call-help');
  const told = await screen.findByTestId('help-problem');
  expect(told.textContent).toContain('CHƯA gọi được cán bộ');
  expect(told.textContent).toContain('quầy');
  expect(state()).toBe('none');
  await press('tile-lookup');
  await waitFor(() => expect(screen.queryByTestId('help-problem')).toBeNull());
});

it('tells who waits that the connection was lost before anybody answered', async () => {
  replies.call_help = () => 'called';
  await open();
  await press('call-help');
  await screen.findByTestId('help-band');
  replies.home = () => ({ ...HOME, online: false });
  await emit('citizen', { kind: 'home' });
  await waitFor(() => expect(screen.getByTestId('help-band').textContent).toContain('mất kết nối'));
  await emit('citizen', { kind: 'help', state: 'coming' });
  await waitFor(() => expect(screen.getByTestId('help-band').textContent).not.toContain('mất kết nối'));
});

it('leaves the first screen as the next person should find it', async () => {
  replies.call_help = () => 'called';
  await open();
  expect(visit.changed).toBe(false);
  await press('call-help');
  await waitFor(() => expect(visit.changed).toBe(true));
});
