// Which actions at a counter are lawful, the key of each, and what can be undone.
import type { ConsoleView } from '../shared/bindings/ConsoleView';
import type { CounterInfo } from '../shared/bindings/CounterInfo';
import type { Did } from '../shared/bindings/Did';
import type { Ticket } from '../shared/bindings/Ticket';

/** What an officer does at a counter. */
export type Action =
  | 'call_next'
  | 'start'
  | 'finish'
  | 'recall'
  | 'no_show'
  | 'transfer'
  | 'park'
  | 'return_to_queue'
  | 'cancel'
  | 'start_break'
  | 'end_break';

/** The key that does it, the same all day: these keys type nothing by mistake. */
export const KEYS: Record<Action, string> = {
  park: 'F2',
  transfer: 'F3',
  return_to_queue: 'F4',
  no_show: 'F6',
  recall: 'F7',
  call_next: 'F8',
  start: 'F9',
  finish: 'F10',
  start_break: 'F11',
  end_break: 'F11',
  cancel: 'Delete',
};

/** The lawful actions, the expected one first (`waiting → called → serving → finished`). */
export function lawful(current: Ticket | null, onBreak = false): Action[] {
  switch (current?.state) {
    case 'called':
      return ['start', 'recall', 'no_show', 'transfer', 'park', 'return_to_queue', 'cancel'];
    case 'serving':
      return ['finish', 'transfer', 'park', 'return_to_queue'];
    default:
      return onBreak ? ['end_break'] : ['call_next', 'start_break'];
  }
}

/** The officer's own counter. */
export function ownCounter(view: ConsoleView): CounterInfo | null {
  const number = view.who?.counter ?? null;
  return view.branch?.counters.find((counter) => number !== null && counter.number === number) ?? null;
}

/** Whether somebody could be called to the officer's counter now. */
export function isFree(view: ConsoleView): boolean {
  const counter = ownCounter(view);
  return counter !== null && counter.on_break === null && view.current === null;
}

/** What a ticket of the hall's lists allows this officer, the expected one first. */
export type ListAction =
  | 'call_specific'
  | 'resume'
  | 'return_to_queue'
  | 'no_show'
  | 'transfer'
  | 'park'
  | 'cancel';

export function lawfulInList(ticket: Ticket, view: ConsoleView): ListAction[] {
  const free = isFree(view);
  switch (ticket.state) {
    case 'waiting':
      return [...(free ? (['call_specific'] as const) : []), 'transfer', 'park', 'cancel'];
    case 'parked':
      return [...(free ? (['resume'] as const) : []), 'return_to_queue', 'transfer', 'cancel'];
    case 'no_show':
      return [...(free ? (['resume'] as const) : []), 'return_to_queue'];
    case 'called':
    case 'serving': {
      // A ticket at a counter is its officer's; a supervisor may send it back, on or away.
      const own = ticket.counter !== null && ticket.counter === view.who?.counter;
      if (!own && view.who?.role === 'officer') return [];
      return ticket.state === 'called'
        ? ['return_to_queue', 'transfer', 'no_show', 'cancel']
        : ['return_to_queue', 'transfer'];
    }
    default:
      return [];
  }
}

/** How the last thing done can be undone, and still mean what it says; null when it cannot. */
export function undoOf(view: ConsoleView): 'reopen' | 'resume' | 'return_to_queue' | null {
  const last = view.last;
  if (!last) return null;
  const { id } = last.ticket;
  const among = (tickets: Ticket[] | undefined) => tickets?.some((ticket) => ticket.id === id) ?? false;
  const ways: Partial<Record<Did, ['reopen' | 'resume' | 'return_to_queue', boolean]>> = {
    finish: ['reopen', isFree(view)],
    park: ['resume', isFree(view) && among(view.queue?.parked)],
    no_show: ['resume', isFree(view) && among(view.queue?.missed)],
    call: ['return_to_queue', view.current?.id === id && view.current.state === 'called'],
  };
  const [way, still] = ways[last.did] ?? [null, false];
  return still ? way : null;
}

/**
 * The action a key press means now, or null: not lawful, or a key held down. Function keys type nothing, so they
 * work from a field as well; Delete does not.
 */
export function actionOf(press: KeyboardEvent, current: Ticket | null, onBreak = false): Action | null {
  if (press.repeat || press.ctrlKey || press.altKey || press.metaKey || press.shiftKey) return null;
  if (press.key === 'Delete' && isTyping(press.target)) return null;
  return lawful(current, onBreak).find((action) => KEYS[action] === press.key) ?? null;
}

/** Whether a key press asks to undo. */
export function asksUndo(press: KeyboardEvent): boolean {
  const other = press.repeat || press.altKey || press.metaKey || press.shiftKey;
  return !other && press.ctrlKey && press.key.toLowerCase() === 'z' && !isTyping(press.target);
}

/** Whether keys go into a field of text or numbers. A ticked box is not typing. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio';
}
