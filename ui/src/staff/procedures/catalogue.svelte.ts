// The catalogue at the console: what was asked for, the part of it that is shown, and the one that is open.
// It lives as long as the sign-in, so that going back finds the list, the filter and the place again.
import { staff } from '../../shared/bindings/commands';
import type { Problem } from '../../shared/bindings/Problem';
import type { ProcedureDetail } from '../../shared/bindings/ProcedureDetail';
import type { ProcedureFilter } from '../../shared/bindings/ProcedureFilter';
import type { ProcedurePart } from '../../shared/bindings/ProcedurePart';
import type { ProcedureRow } from '../../shared/bindings/ProcedureRow';
import { problemOf } from '../../shared/problem';
import { OpenProcedure } from './procedure.svelte';

/** How long typing rests before it is searched for (milliseconds). */
const PAUSE_MS = 250;

/** What can be asked for besides words. */
export type Narrowing = Omit<ProcedureFilter, 'query' | 'skip'>;

export class Catalogue {
  query = $state('');
  narrowing = $state.raw<Narrowing>({});
  /** What was last read, without its rows; none before. */
  part = $state.raw<Omit<ProcedurePart, 'rows'> | null>(null);
  /** The rows read so far. */
  rows = $state.raw<ProcedureRow[]>([]);
  problem = $state.raw<Problem | null>(null);
  /** Whether rows are on their way. */
  reading = $state(false);
  /** The row in hand. */
  at = $state(0);
  /** How far the list was scrolled, in pixels. */
  scrolled = 0;
  open = $state.raw<OpenProcedure | null>(null);
  /** What waits for the question about words that were not saved. */
  leaving = $state.raw<(() => void) | null>(null);
  #pause: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  /** Whether anything is asked for. */
  get asks(): boolean {
    const filters = Object.values(this.narrowing);
    return this.query.trim() !== '' || filters.some((one) => one !== undefined);
  }

  /** How many of the rows still fit; what was done with the others here took them out of the filter. */
  get fitting(): number {
    const { review, plain } = this.narrowing;
    const fits = (row: ProcedureRow) =>
      (review === undefined || row.review === review) && (plain === undefined || row.plain === plain);
    return this.rows.filter(fits).length;
  }

  /** Whether there are more that fit than were read. */
  get more(): boolean {
    return this.fitting < (this.part?.found ?? 0);
  }

  /** How many there are to go through, with those that do not fit any more. */
  get total(): number {
    return (this.part?.found ?? 0) + this.rows.length - this.fitting;
  }

  /** Somebody types: searched for when they rest. */
  type(query: string): void {
    this.query = query;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.search(), PAUSE_MS);
  }

  /** Sets filters and lets others stand. */
  narrow(by: Narrowing): void {
    this.narrowing = { ...this.narrowing, ...by };
    void this.search();
  }

  /** Everything again. */
  clear(): void {
    this.query = '';
    this.narrowing = {};
    void this.search();
  }

  /** Reads from the beginning what fits. */
  async search(): Promise<void> {
    clearTimeout(this.#pause);
    await this.#read(0);
  }

  /** Reads the next part. */
  async readMore(): Promise<void> {
    if (!this.reading && this.more) await this.#read(this.fitting, true);
  }

  /** Opens one to read. */
  show(at: number): void {
    const row = this.rows[at];
    if (!row) return;
    this.at = at;
    const open = new OpenProcedure(row.code, (detail) => this.#seen(detail));
    this.open = open;
    void open.load();
  }

  /** The one before or after the open one; at the end of what was read, more is read first. */
  async step(by: 1 | -1): Promise<void> {
    const at = this.at + by;
    if (at >= this.rows.length) await this.readMore();
    if (this.rows[at]) this.show(at);
  }

  /** Back to the list. */
  back(): void {
    this.open = null;
  }

  /** Leaves what is open, or asks first when words were not saved. */
  leave(then: () => void): void {
    if (this.open?.wording?.changed) this.leaving = then;
    else then();
  }

  async #read(skip: number, further = false): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    this.reading = true;
    this.problem = null;
    try {
      const { rows, ...part } = await staff.console_procedures({
        ...this.narrowing,
        query: this.query.trim(),
        skip,
      });
      // Of two questions the later one's answer stays.
      if (asked !== this.#asked) return;
      this.part = part;
      if (further) {
        // Others change the catalogue meanwhile: a row may come a second time.
        const known = new Set(this.rows.map(({ code }) => code));
        this.rows = [...this.rows, ...rows.filter(({ code }) => !known.has(code))];
      } else {
        this.rows = rows;
        this.at = 0;
        this.scrolled = 0;
      }
    } catch (reason) {
      if (asked === this.#asked) this.problem = problemOf(reason);
    } finally {
      if (asked === this.#asked) this.reading = false;
    }
  }

  /** What is now known of an open procedure stands in its row, too. */
  #seen({ procedure, record, review }: ProcedureDetail): void {
    const before = this.rows.find(({ code }) => code === procedure.code);
    if (!before) return;
    const { name, official_name, summary, bring, version } = procedure;
    const plain = official_name !== undefined || summary.vi !== '' || bring.length > 0;
    const flagged = [...new Set(record?.doubts.map(({ field }) => field))];
    const row = { ...before, name: name.vi, version, flagged, review, plain };
    const { fitting } = this;
    this.rows = this.rows.map((one) => (one === before ? row : one));
    if (!this.part) return;
    const { found, to_check } = this.part;
    const change = Number(review === 'to_check') - Number(before.review === 'to_check');
    this.part = { ...this.part, found: found + this.fitting - fitting, to_check: to_check + change };
  }
}
