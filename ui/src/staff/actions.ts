// Which actions on a ticket are lawful, and the key of each.
import type { Ticket } from '../shared/bindings/Ticket';

/** What an officer does at a counter. */
export type Action = 'call_next' | 'recall' | 'start' | 'finish' | 'no_show';

/** The key that does it, the same all day: function keys type nothing by mistake. */
export const KEYS: Record<Action, string> = {
  no_show: 'F6',
  recall: 'F7',
  call_next: 'F8',
  start: 'F9',
  finish: 'F10',
};

/** The lawful actions, the expected one first (`waiting → called → serving → finished`). */
export function lawful(current: Ticket | null): Action[] {
  switch (current?.state) {
    case 'called':
      return ['start', 'recall', 'no_show'];
    case 'serving':
      return ['finish'];
    default:
      return ['call_next'];
  }
}

/** The action a key press means now, or null: not lawful, a key held down, or somebody is typing. */
export function actionOf(press: KeyboardEvent, current: Ticket | null): Action | null {
  if (press.repeat || press.ctrlKey || press.altKey || press.metaKey || press.shiftKey) return null;
  if (isTyping(press.target)) return null;
  return lawful(current).find((action) => KEYS[action] === press.key) ?? null;
}

/** Whether keys go into a field of text or numbers. A ticked box is not typing. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio';
}
