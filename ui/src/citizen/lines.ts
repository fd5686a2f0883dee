// What stands on a part of the page, line by line, for reading it aloud: whatever is shown is read. Two
// attributes say what the eye sees otherwise: `data-read` is said in place of what is inside (nothing
// where it is empty), and `data-answer` after it.
import type { Say } from '../shared/words';
import './guide/words';

/** What flows with the text around it. */
const INLINE = 'span, b, strong, i, em, small, a, time, br';
const ERROR = '[role="alert"]';

/** The lines in their order, what must be put right first. */
export function linesOf(part: Element, say: Say): string[] {
  const wrong = collected(...part.querySelectorAll(ERROR));
  const lines = collected(part).filter((line) => !wrong.includes(line));
  return wrong.length > 0 ? [say('aloud-wrong'), ...wrong, ...lines] : lines;
}

/** The lines of parts one after another. */
export function collected(...parts: Element[]): string[] {
  const lines: string[] = [];
  for (const part of parts) collect(part, lines);
  return lines;
}

function collect(part: Element, lines: string[]): void {
  const add = (text: string | null | undefined) => {
    if (text && text !== lines.at(-1)) lines.push(text);
  };
  const read = part.getAttribute('data-read');
  if (read !== null) add(read);
  else if (part.matches('[role="textbox"]')) {
    // Its label stands above it as a rule.
    const label = part.getAttribute('aria-label') ?? '';
    if (!lines.some((line) => line.startsWith(label) || label.endsWith(line))) add(label);
  } else if (part.matches('button')) add(part.getAttribute('aria-label') ?? texts(part).join('. '));
  else if (part.matches('dl > div')) add(texts(part).join(': '));
  else {
    let run: string[] = [];
    const flush = () => {
      add(run.join(' '));
      run = [];
    };
    for (const node of part.childNodes) {
      const block = node instanceof Element && !node.matches(INLINE);
      if (!block) run.push(...texts(node));
      else if (node.getAttribute('aria-hidden') !== 'true') {
        flush();
        collect(node, lines);
      }
    }
    flush();
  }
  add(part.getAttribute('data-answer'));
}

/** The texts within, without pictures. */
function texts(node: Node): string[] {
  if (node.nodeType === Node.TEXT_NODE) {
    const text = (node.textContent ?? '').replace(/\s+/g, ' ').trim();
    return text ? [text] : [];
  }
  if (!(node instanceof Element) || node.getAttribute('aria-hidden') === 'true') return [];
  const read = node.getAttribute('data-read');
  if (read !== null) return read ? [read] : [];
  return [...node.childNodes].flatMap(texts);
}
