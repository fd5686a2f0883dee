import { afterEach, describe, expect, it } from 'vitest';
import type { Ticket } from '../shared/bindings/Ticket';
import { ticket } from '../shared/samples';
import { type Action, actionOf, KEYS, lawful } from './actions';

const called = ticket('A001', { state: 'called', counter: 1 });
const serving = ticket('A001', { state: 'serving', counter: 1 });

describe('lawful actions', () => {
  it.each<[string, Ticket | null, Action[]]>([
    ['nobody at the counter', null, ['call_next']],
    ['a called number', called, ['start', 'recall', 'no_show']],
    ['somebody being served', serving, ['finish']],
    ['a finished number', ticket('A001', { state: 'finished' }), ['call_next']],
    ['a number nobody came with', ticket('A001', { state: 'no_show' }), ['call_next']],
  ])('with %s', (_, current, actions) => {
    expect(lawful(current)).toEqual(actions);
  });

  it('have a key each', () => {
    expect(new Set(Object.values(KEYS)).size).toBe(Object.keys(KEYS).length);
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

  it('does nothing while somebody types, but works from a ticked box', () => {
    expect(actionOf(press('F8', field('text')), null)).toBeNull();
    expect(actionOf(press('F8', field('number')), null)).toBeNull();
    expect(actionOf(press('F8', document.createElement('textarea')), null)).toBeNull();
    expect(actionOf(press('F8', field('checkbox')), null)).toBe('call_next');
  });

  it('does nothing when held down or with another key', () => {
    const div = () => document.createElement('div');
    expect(actionOf(press('F8', div(), { repeat: true }), null)).toBeNull();
    expect(actionOf(press('F8', div(), { ctrlKey: true }), null)).toBeNull();
  });
});
