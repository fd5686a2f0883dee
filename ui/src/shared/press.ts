// What counts as a press: a tremor, a rolled finger and a long press are taps (experience.md: up to
// 30 px of drift), and one tap is one press whatever the browser makes of it.

const DRIFT = 30;

/** Turns touches on buttons of this document into clicks; returns a function that stops it. */
export function steadyPresses(root: Document): () => void {
  let down: { button: HTMLElement; x: number; y: number; pointer: number } | null = null;
  let answered = false;

  const start = (event: PointerEvent) => {
    const button = event.target instanceof Element && event.target.closest<HTMLElement>('button');
    answered = false;
    down =
      button && event.isPrimary && event.button === 0
        ? { button, x: event.clientX, y: event.clientY, pointer: event.pointerId }
        : null;
  };
  const end = (event: PointerEvent) => {
    const from = down;
    down = null;
    if (!from || event.pointerId !== from.pointer) return;
    if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > DRIFT) return;
    answered = true;
    from.button.click();
  };
  const cancel = () => {
    down = null;
  };
  // The browser's own click of the same touch comes too late or never; it is not a second press.
  const click = (event: MouseEvent) => {
    if (!event.isTrusted || event.detail === 0 || !answered) return;
    answered = false;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const refuse = (event: Event) => event.preventDefault();

  root.addEventListener('pointerdown', start, true);
  root.addEventListener('pointerup', end, true);
  root.addEventListener('pointercancel', cancel, true);
  root.addEventListener('click', click, true);
  for (const kind of ['contextmenu', 'dragstart', 'selectstart']) root.addEventListener(kind, refuse, true);
  return () => {
    root.removeEventListener('pointerdown', start, true);
    root.removeEventListener('pointerup', end, true);
    root.removeEventListener('pointercancel', cancel, true);
    root.removeEventListener('click', click, true);
    for (const kind of ['contextmenu', 'dragstart', 'selectstart'])
      root.removeEventListener(kind, refuse, true);
  };
}
