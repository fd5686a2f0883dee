// A draft whose owner wants help, at the console.
import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, it } from 'vitest';
import type { AssistView } from '../shared/bindings/AssistView';
import type { FieldView } from '../shared/bindings/FieldView';
import type { SharedRow } from '../shared/bindings/SharedRow';
import App from './App.svelte';
import { Filled, typedOf } from './assist/filled.svelte';
import { consoleView } from './samples';
import { say } from './words';

afterEach(async () => {
  cleanup();
  await new Promise((done) => setTimeout(done));
  clearMocks();
});

const field = (widget: FieldView['widget'], name: string, value: FieldView['value']): FieldView => ({
  field: name,
  widget,
  label: name,
  help: null,
  value,
  from_card: false,
  optional: false,
  choices: [],
  max_length: null,
  range: null,
  offers: [],
  problem: null,
});
const SHARED: SharedRow = {
  draft: {
    id: '01890000-0000-7000-8000-000000000001',
    procedure: '1.001193',
    device: '01890000-0000-7000-8000-000000000002',
    device_name: 'Ki-ốt 2',
    shared_at: '2026-11-24T09:00:00.000+07:00',
    editor: { kind: 'kiosk', name: 'Ki-ốt 2' },
  },
  procedure_name: 'Đăng ký khai sinh',
};
const view = (page: string): AssistView => ({
  id: SHARED.draft.id,
  kiosk: 'Ki-ốt 2',
  guide: {
    procedure: '1.001193',
    procedure_name: 'Đăng ký khai sinh',
    page,
    title: page,
    help: null,
    body: { kind: 'questions', fields: [field('name', 'child_name', null)], notes: [] },
    step: null,
    can_go_back: true,
    changing: false,
    problems: [],
    supplement: null,
  },
  changes: [],
});

it('sends only what the officer changed, and reads dates and places as they are written', () => {
  const fields = [
    field('date', 'born', '2026-10-02'),
    field('address', 'home', { text: 'Ấp Bình Hòa, xã Mỹ Khánh' }),
    field('yes_no', 'married', null),
    field('name', 'name', 'Lan'),
  ];
  expect(fields.slice(0, 2).map(typedOf)).toEqual(['02/10/2026', 'Ấp Bình Hòa, xã Mỹ Khánh']);
  const filled = new Filled(fields);
  expect(filled.all()).toEqual({});
  Object.assign(filled.values, { born: '03/10/2026', home: 'Số 2', married: 'false', name: ' ' });
  expect(filled.all()).toEqual({ born: '03/10/2026', home: { text: 'Số 2' }, married: false, name: null });
});

it('is taken in hand, filled in, and given back', async () => {
  const asked: [string, unknown][] = [];
  mockIPC(
    (command, args) => {
      asked.push([command, args]);
      if (command === 'console') return consoleView();
      if (command === 'submissions') return [];
      if (command === 'shared_drafts') return [SHARED];
      if (command === 'assist_take') return view('child');
      if (command === 'assist_next') return view('origin');
      return null;
    },
    { shouldMockEvents: true },
  );
  render(App);
  await fireEvent.click(await screen.findByTestId('assist-take'));
  await screen.findByTestId('assist');
  const input = screen.getByTestId('assist-child_name');
  await fireEvent.input(input, { target: { value: 'Nguyễn An' } });
  await fireEvent.click(screen.getByTestId('assist-next'));
  await waitFor(() => expect(screen.getByTestId('assist-title').textContent).toBe('origin'));
  expect(asked.find(([name]) => name === 'assist_next')?.[1]).toEqual({
    page: 'child',
    answers: { child_name: 'Nguyễn An' },
  });
  await fireEvent.click(screen.getByTestId('assist-give-back'));
  expect((await screen.findByTestId('assist-given-back')).textContent).toBe(say('assist-given-back'));
  expect(screen.queryByTestId('assist')).toBeNull();
});
