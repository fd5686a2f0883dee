// A card and code reader that pretends to be a keyboard: fast keystrokes that end with Enter, Tab or silence.
// What it types is handed over once, kept nowhere and never shown: fast keys are held back until it is known
// whose they are, and those of a person are passed on.

/** What is known of a key that went down or up. */
export type Stroke = Pick<
  KeyboardEvent,
  'type' | 'key' | 'code' | 'timeStamp' | 'altKey' | 'ctrlKey' | 'metaKey' | 'repeat'
>;

/** A reader's keys follow each other within this many milliseconds; a person's do not, so many of them in a row. */
const GAP = 80;
const AS_MANY = 6;
/** A reader that says nothing for so long has said everything. */
const SILENCE = 250;
/** A timer that is later than this waited for a busy machine: keys may wait behind it. */
const LATE = 40;
/** The most keys that are held back for a person; who types more in one go is a reader. */
const HELD = 200;
/** The most a text may have, as for a reader on a line; what is longer is handed over cut, and refused for it. */
const LONGEST = 4096;
const LOST = '\ufffd';
/** Letters that Latin-1, as Alt and a number below 256 types them, has in common with Vietnamese Windows. */
const IN_BOTH = 'ÀÁÂÈÉÊÍÓÔÙÚàáâèéêíóôùú';
/** What is plainly a card's or a code of ours, also without an end. */
const OURS = /\|.*\|.*\||^motcua:|^https?:\/\/|^[a-z\d]{3,4}-[a-z\d]{3,4}$|^h\d\d-\d{6}-\d+$/i;

export class KeyScanner<S extends Stroke = Stroke> {
  /** Characters, and numbers below 256 that were typed with Alt. */
  #typed: (string | number)[] = [];
  #held: S[] = [];
  #alt = '';
  #last = Number.NEGATIVE_INFINITY;
  /** Until when an Enter is the reader's own second one. */
  #echo = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly scanned: (text: string) => void,
    private readonly pass: (strokes: S[]) => void,
  ) {}

  get #reading(): boolean {
    return this.#held.length >= AS_MANY;
  }

  /** Takes a keystroke; true when it is nobody else's, for now or for good. */
  key(stroke: S): boolean {
    const { type, key, code, timeStamp: at } = stroke;
    if (type === 'keyup') {
      if (key === 'Alt') this.#decode();
      return this.#held.length > 0;
    }
    if (['Shift', 'Control', 'Alt', 'AltGraph', 'CapsLock', 'NumLock', 'Meta'].includes(key))
      return this.#held.length > 0;
    const gap = at - this.#last;
    this.#last = at;
    if (gap > (this.#reading ? SILENCE : GAP)) this.#end(false);
    const ends = key === 'Enter' || key === 'Tab';
    if (ends && at < this.#echo) return true;
    // The first key of a person does at once what it does: only what a text begins with is held back.
    const begins = [...key].length === 1 && key !== ' ' && !stroke.ctrlKey && !stroke.metaKey;
    if (stroke.repeat || (!this.#held.length && !begins) || (ends && !this.#reading)) {
      this.#end(false);
      return false;
    }
    if (ends) {
      this.#echo = at + SILENCE;
      this.#end(true);
      return true;
    }
    if (this.#held.length < HELD) this.#held.push(stroke);
    if (stroke.altKey && /^Numpad\d$/.test(code)) this.#alt = (this.#alt + code.slice(6)).slice(0, 8);
    else {
      this.#decode();
      const character = [...key].length === 1 && !stroke.ctrlKey && !stroke.metaKey;
      // Control characters come as keys of their own, or with Ctrl; they are refused where the text is judged.
      this.#add(character ? key : ['Dead', 'Process', 'Unidentified'].includes(key) ? LOST : '\u0001');
    }
    this.#wait();
    return true;
  }

  /** An input method made this of the keys that could not be told before. */
  composed(text: string): void {
    if (!this.#held.length) return;
    while (this.#typed.at(-1) === LOST) this.#typed.pop();
    for (const character of text.slice(0, LONGEST)) this.#add(character);
    this.#wait();
  }

  /** Somebody touched the screen: what was typed until then was typed before. */
  flush(): void {
    this.#end(false);
  }

  #wait(): void {
    clearTimeout(this.#timer);
    const after = this.#reading ? SILENCE : GAP;
    const due = performance.now() + after;
    this.#timer = setTimeout(() => {
      if (performance.now() - due > LATE) this.#wait();
      else this.#end(false);
    }, after);
  }

  #add(one: string | number): void {
    if (this.#typed.length <= LONGEST) this.#typed.push(one);
  }

  /** A character that was typed as Alt and its number. */
  #decode(): void {
    const number = Number(this.#alt);
    if (this.#alt)
      this.#add(
        number > 0x10ffff ? LOST : number < 128 || number > 255 ? String.fromCodePoint(number) : number,
      );
    this.#alt = '';
  }

  /** Hands over what was read, or passes on what a person typed. */
  #end(said: boolean): void {
    clearTimeout(this.#timer);
    this.#decode();
    const [held, reading, text] = [this.#held, this.#reading, textOf(this.#typed)];
    this.#held = [];
    this.#typed = [];
    if (reading && (said || held.length === HELD || OURS.test(text))) this.scanned(text);
    else if (held.length) this.pass(held);
  }
}

/** What was typed. Numbers below 256 are Latin-1 where a letter beyond it was typed, else UTF-8, byte by byte, or lost. */
function textOf(typed: (string | number)[]): string {
  if (typed.some((one) => typeof one === 'string' && one > '\u00ff' && one !== LOST))
    return typed.map((one) => (typeof one === 'number' ? String.fromCharCode(one) : one)).join('');
  if (typed.some((one) => typeof one === 'number'))
    try {
      const bytes = typed.flatMap((one) =>
        typeof one === 'number' ? one : [...new TextEncoder().encode(one)],
      );
      return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(bytes));
    } catch {}
  const letter = (one: number) =>
    IN_BOTH.includes(String.fromCharCode(one)) ? String.fromCharCode(one) : LOST;
  return typed.map((one) => (typeof one === 'number' ? letter(one) : one)).join('');
}

/** Listens to a window's keyboard before everybody else does; the answer ends it. */
export function listenTo(
  window: Window,
  scanned: (text: string) => void,
  real = (event: Event) => event.isTrusted,
): () => void {
  const scanner = new KeyScanner<KeyboardEvent>(scanned, (strokes) => {
    for (const { key, code, shiftKey } of strokes)
      (document.activeElement ?? document.body).dispatchEvent(
        new KeyboardEvent('keydown', { key, code, shiftKey, bubbles: true, cancelable: true }),
      );
  });
  const key = (event: KeyboardEvent) => {
    if (!real(event) || !scanner.key(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const composed = (event: CompositionEvent) => scanner.composed(event.data);
  const touched = () => scanner.flush();
  window.addEventListener('keydown', key, true);
  window.addEventListener('keyup', key, true);
  window.addEventListener('compositionend', composed, true);
  window.addEventListener('pointerdown', touched, true);
  return () => {
    window.removeEventListener('keydown', key, true);
    window.removeEventListener('keyup', key, true);
    window.removeEventListener('compositionend', composed, true);
    window.removeEventListener('pointerdown', touched, true);
  };
}
