// What stands on a page, line by line, for reading it aloud.

/** What is a line of its own. */
const LINE = 'h1, h2, h3, p, li, dt, dd, button, [role="textbox"], [role="status"], [role="alert"]';

/** The texts of a page in their order; a button's with all that stands on it, as sentences. */
export function linesOf(page: Element): string[] {
  const lines: string[] = [];
  for (const one of page.querySelectorAll(LINE)) {
    if (one.parentElement?.closest(LINE)) continue;
    const apart = one.matches('button') ? '. ' : ' ';
    const line = one.getAttribute('aria-label') ?? texts(one).join(apart);
    if (line && line !== lines.at(-1)) lines.push(line);
  }
  return lines;
}

/** The texts within, without pictures. */
function texts(node: Node): string[] {
  if (node.nodeType === Node.TEXT_NODE) {
    const text = (node.textContent ?? '').replace(/\s+/g, ' ').trim();
    return text ? [text] : [];
  }
  if (!(node instanceof Element) || node.getAttribute('aria-hidden') === 'true') return [];
  return [...node.childNodes].flatMap(texts);
}
