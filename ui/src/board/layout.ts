// What a board shows, from its address: `?layout=hall`, `?layout=group&groups=ho-tich,chung-thuc`,
// `?layout=group&counters=1-4` or `?layout=counters&counters=1-4,7`.

export interface Layout {
  /** The hall or a part of it with its calls and waiting list, or a panel for each counter. */
  kind: 'hall' | 'group' | 'counters';
  /** The counters it is for; with `groups` empty too: all. */
  counters: number[];
  /** The service groups it is for, by their stable names. */
  groups: string[];
}

/** More counters than any hall has. */
const MOST = 200;

/** Reads the query of an address; what cannot be read counts as not said. */
export function layoutOf(query: string): Layout {
  const said = new URLSearchParams(query);
  const kind = said.get('layout');
  return {
    kind: kind === 'group' || kind === 'counters' ? kind : 'hall',
    counters: numbers(said.get('counters') ?? ''),
    groups: (said.get('groups') ?? '').split(',').filter(Boolean),
  };
}

/** `1-4,7` */
function numbers(text: string): number[] {
  return text.split(',').flatMap((part) => {
    const [, from, until] = /^\s*(\d{1,4})\s*(?:-\s*(\d{1,4})\s*)?$/.exec(part) ?? [];
    if (from === undefined) return [];
    const count = Math.min(MOST, Math.max(0, Number(until ?? from) - Number(from) + 1));
    return Array.from({ length: count }, (_, place) => Number(from) + place);
  });
}

/** Columns for so many panels of about 3 : 2 on a screen of this shape (width by height). */
export function columnsFor(panels: number, shape: number): number {
  const cost = (columns: number) => {
    const rows = Math.ceil(panels / columns);
    const cell = (shape * rows) / columns;
    return Math.abs(Math.log(cell / 1.5)) + (columns * rows - panels) / panels;
  };
  const all = Array.from({ length: Math.max(1, panels) }, (_, place) => place + 1);
  return all.reduce((best, columns) => (cost(columns) < cost(best) ? columns : best));
}
