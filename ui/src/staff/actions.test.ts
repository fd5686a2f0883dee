import { afterEach, describe, expect, it } from 'vitest';
import type { ConsoleView } from '../shared/bindings/ConsoleView';
import type { Ticket } from '../shared/bindings/Ticket';
import { branch, ticket } from '../shared/samples';
import { type Action, actionOf, asksUndo, KEYS, lawful, lawfulInList, undoOf } from './actions';
import { consoleView } from './samples';

const called = ticket('A001', { state: 'called', counter: 1 });
const serving = ticket('A001', { state: 'serving', counter: 1 });

describe('lawful actions', () => {
  it.each<[string, Ticket | null, Action[]]>([
    ['nobody at the counter', null, ['call_next', 'start_break']],
    [
      'a called number',
      called,
      ['start', 'recall', 'no_show', 'transfer', 'park', 'return_to_queue', 'cancel'],
    ],
    ['somebody being served', serving, ['finish', 'transfer', 'park', 'return_to_queue']],
    ['a finished number', ticket('A001', { state: 'finished' }), ['call_next', 'start_break']],
    ['a number nobody came with', ticket('A001', { state: 'no_show' }), ['call_next', 'start_break']],
  ])('with %s', (_, current, actions) => {
    expect(lawful(current)).toEqual(actions);
  });

  it('on a break are only the way back', () => {
    expect(lawful(null, true)).toEqual(['end_break']);
  });

  it('have a key each, the break and its end the same', () => {
    const { end_break, ...others } = KEYS;
    expect(end_break).toBe(KEYS.start_break);
    expect(new Set(Object.values(others)).size).toBe(Object.keys(others).length);
  });
});

describe('a number of the lists', () => {
  const open = branch.counters.map((one) =>
    one.number === 1 ? { ...one, open: true, account: 'lan' } : one,
  );
  const free = consoleView({ branch: { ...branch, counters: open } });
  const busy = { ...free, current: serving };

  it('is called only to a free counter', () => {
    expect(lawfulInList(ticket('A002'), free)[0]).toBe('call_specific');
    expect(lawfulInList(ticket('A002'), busy)).not.toContain('call_specific');
    expect(lawfulInList(ticket('A002', { state: 'parked' }), free)[0]).toBe('resume');
    expect(lawfulInList(ticket('A002', { state: 'no_show' }), busy)).toEqual(['return_to_queue']);
  });

  it('is not called while the officer is on a break', () => {
    const resting = open.map((one) => ({ ...one, on_break: '2026-11-23T08:00:00.000+07:00' }));
    const view = consoleView({ branch: { ...branch, counters: resting } });
    expect(lawfulInList(ticket('A002'), view)).not.toContain('call_specific');
  });

  it('at another counter is for its officer and supervisors', () => {
    const other = ticket('A002', { state: 'serving', counter: 2 });
    expect(lawfulInList(other, free)).toEqual([]);
    if (!free.who) throw new Error('somebody is signed in');
    const supervisor = { ...free, who: { ...free.who, role: 'supervisor' as const } };
    expect(lawfulInList(other, supervisor)).toEqual(['return_to_queue', 'transfer']);
    expect(lawfulInList({ ...other, state: 'called' }, supervisor)).toContain('no_show');
  });

  describe('can be undone', () => {
    const one = ticket('A002', { counter: 1 });
    const queue = { revision: 1, waiting: [], at_counters: [], parked: [], missed: [], began_anew: null };
    const did = (last: ConsoleView['last'], about: Partial<ConsoleView> = {}) =>
      undoOf({ ...free, last, queue, ...about });

    it('by what gives back what was, as long as that is so', () => {
      expect(did({ did: 'finish', ticket: one })).toBe('reopen');
      expect(did({ did: 'finish', ticket: one }, { current: serving })).toBeNull();
      expect(did({ did: 'park', ticket: one }, { queue: { ...queue, parked: [one] } })).toBe('resume');
      expect(did({ did: 'park', ticket: one })).toBeNull();
      expect(did({ did: 'no_show', ticket: one }, { queue: { ...queue, missed: [one] } })).toBe('resume');
      expect(did({ did: 'call', ticket: called }, { current: called })).toBe('return_to_queue');
      expect(did({ did: 'call', ticket: called }, { current: { ...called, state: 'serving' } })).toBeNull();
    });

    it('not at all when it was taken back or sent on', () => {
      expect(did({ did: 'cancel', ticket: one })).toBeNull();
      expect(did({ did: 'transfer', ticket: one })).toBeNull();
      expect(did(null)).toBeNull();
    });
  });
});

describe('a key', () => {
  afterEach(() => document.body.replaceChildren());

  const press = (key: string, on: HTMLElement = document.body, about: KeyboardEventInit = {}) => {
    document.body.append(on);
    let seen: KeyboardEvent | undefined;
    window.addEventListener(
      'keydown',
      (event) => {
        seen = event;
      },
      { once: true },
    );
    on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...about }));
    if (!seen) throw new Error('no event');
    return seen;
  };
  const field = (type: string) => Object.assign(document.createElement('input'), { type });

  it('means its action only where that is lawful', () => {
    const keydown = (key: string) => press(key, document.createElement('div'));
    expect(actionOf(keydown('F8'), null)).toBe('call_next');
    expect(actionOf(keydown('F8'), called)).toBeNull();
    expect(actionOf(keydown('F9'), called)).toBe('start');
    expect(actionOf(keydown('F9'), serving)).toBeNull();
    expect(actionOf(keydown('x'), called)).toBeNull();
  });

  it('works from a field, where it types nothing', () => {
    expect(actionOf(press('F8', field('text')), null)).toBe('call_next');
    expect(actionOf(press('F8', document.createElement('textarea')), null)).toBe('call_next');
  });

  it('that changes what is typed does nothing else there', () => {
    for (const one of [field('text'), field('number'), document.createElement('textarea')]) {
      expect(actionOf(press('Delete', one), called)).toBeNull();
      expect(asksUndo(press('z', one, { ctrlKey: true }))).toBe(false);
    }
    expect(actionOf(press('Delete', field('checkbox')), called)).toBe('cancel');
    expect(asksUndo(press('z', field('checkbox'), { ctrlKey: true }))).toBe(true);
  });

  it('does nothing when held down or with another key', () => {
    const div = () => document.createElement('div');
    expect(actionOf(press('F8', div(), { repeat: true }), null)).toBeNull();
    expect(actionOf(press('F8', div(), { ctrlKey: true }), null)).toBeNull();
  });
});
