// Reads what is shown: a page when it comes up, a question over it, what must be put right, and whatever
// comes up or changes meanwhile. What is read is always taken from the screen at that moment.
import { tick, untrack } from 'svelte';
import { visit } from '../visit.svelte';

/** What is told when it comes up, also to who does not look there. */
const LIVE = '[role="alert"], [role="status"], [aria-live="polite"]';
const QUESTION = '[role="alertdialog"], [role="dialog"]';

/** What of it was there when it was last looked at. */
let known = new Set<string>();
/** A whole page is about to be read. */
let due = false;
/** The question that stands over the page. */
let question: Element | undefined;

const inFront = () => [...document.querySelectorAll(QUESTION)].at(-1);
const outermost = () =>
  [...document.querySelectorAll(LIVE)].filter((one) => !one.parentElement?.closest(LIVE));

/** Reads what is shown: the question over the page where there is one, or the page and the bands above it. */
export async function readPage(): Promise<void> {
  const { collected, linesOf } = await import('../lines');
  due = false;
  known = new Set(collected(...outermost()));
  const front = inFront();
  const parts = front ? [front] : [...document.querySelectorAll('[data-spoken]')];
  const bands = front ? [] : document.querySelectorAll('[data-band]');
  return visit.aloud.page([...parts.flatMap((part) => linesOf(part, visit.say)), ...collected(...bands)]);
}

/** While reading aloud is on, reads what is shown once it has settled, and after each of these changes. */
export function readsItself(changes: () => unknown): void {
  let fresh = true;
  $effect(() => {
    changes();
    fresh = true;
  });
  $effect(() => {
    changes();
    if (!visit.aloud.on) fresh = true;
    else if (fresh) {
      due = true;
      if (visit.busy) return;
      fresh = false;
      void tick().then(() => untrack(readPage));
    }
  });
}

/** Reads what comes up on a page that stays, and nothing that is true no more; until the component ends. */
export function readsNews(): void {
  $effect(() => {
    const changed = new MutationObserver((records) => void look(records));
    const attributeFilter = ['data-read', 'data-answer'];
    changed.observe(document.body, { subtree: true, childList: true, characterData: true, attributeFilter });
    return () => changed.disconnect();
  });
  // What came up while something was read waits for its end.
  $effect(() => {
    if (visit.aloud.on && !visit.aloud.reading) untrack(() => void look([]));
  });
}

async function look(records: MutationRecord[]): Promise<void> {
  const { aloud } = visit;
  const before = question;
  question = inFront();
  if (question !== before) {
    if (question && (aloud.on || question.hasAttribute('data-always-read'))) return readPage();
    if (before) aloud.hush();
  }
  if (!aloud.on || due) return;
  const answered = records.find(({ attributeName }) => attributeName === 'data-answer')?.target as
    | Element
    | undefined;
  if (answered) {
    // What was being read may say the answer that was there before.
    if (answered.matches('[role="radiogroup"]'))
      return aloud.page([answered.getAttribute('data-answer') ?? '']);
    aloud.hush();
  }
  const { collected } = await import('../lines');
  const live = outermost();
  const isNew = (line: string) => !known.has(line);
  const urgent = live.some((one) => one.matches('[role="alert"]') && collected(one).some(isNew));
  if (due || (aloud.reading && !urgent)) return;
  const lines = collected(...live);
  const news = lines.filter(isNew);
  known = new Set(lines);
  if (news.length > 0) return aloud.page(news);
}
