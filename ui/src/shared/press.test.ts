import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { steadyPresses } from './press';

const pressed = vi.fn();
let stop: () => void;
let button: HTMLButtonElement;
beforeEach(() => {
  pressed.mockClear();
  document.body.innerHTML = '<button><span>Nộp</span></button><p>beside</p>';
  button = document.querySelector('button') as HTMLButtonElement;
  button.addEventListener('click', pressed);
  stop = steadyPresses(document);
});
afterEach(() => stop());

const touch = (target: Element | null, kind: string, x: number, y: number) => {
  const event = new MouseEvent(kind, { bubbles: true, cancelable: true, clientX: x, clientY: y, button: 0 });
  Object.defineProperties(event, { isPrimary: { value: true }, pointerId: { value: 1 } });
  target?.dispatchEvent(event);
  return event;
};

it('takes a finger that rolled off the button by 30 px for a press', () => {
  touch(button.firstElementChild, 'pointerdown', 100, 100);
  touch(document.querySelector('p'), 'pointerup', 118, 124);
  expect(pressed).toHaveBeenCalledOnce();
});

it('does not press when the finger went away, or the page was scrolled', () => {
  touch(button, 'pointerdown', 100, 100);
  touch(button, 'pointerup', 100, 131);
  touch(button, 'pointerdown', 100, 100);
  touch(button, 'pointercancel', 100, 100);
  touch(button, 'pointerup', 100, 100);
  expect(pressed).not.toHaveBeenCalled();
});

it('lets no menu come up under a long press', () => {
  expect(touch(button, 'contextmenu', 1, 1).defaultPrevented).toBe(true);
});
