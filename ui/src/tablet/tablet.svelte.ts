// What the tablet at a counter does: rests, asks whoever was just served, thanks them, and rests again.
import type { Problem } from '../shared/bindings/Problem';
import type { ServedTicket } from '../shared/bindings/ServedTicket';
import { problemOf } from '../shared/problem';
import * as central from './central';
import { type Language, wordsOf } from './words';

/** How often the central server is asked (milliseconds). */
export const ASK_MS = 2_000;
/** How long somebody is asked who touches nothing (milliseconds). */
export const PATIENCE_MS = 60_000;
/** How long the thanks stay (milliseconds). */
export const THANKS_MS = 6_000;

export class Tablet {
  page = $state<'enrol' | 'starting' | 'rest' | 'ask' | 'thanks'>('starting');
  centre = $state('');
  /** Whether the central server did not answer last. */
  away = $state(false);
  /** Whether this tablet was let in before and is not any more. */
  turnedAway = $state(false);
  problem = $state<Problem | null>(null);
  ticket = $state.raw<ServedTicket | null>(null);
  grade = $state<number | null>(null);
  reasons = $state<string[]>([]);
  wrong = $state<'rating-not-sent' | 'error-rating-wrong' | null>(null);
  busy = $state(false);
  language = $state<Language>('vi');
  say = $derived(wordsOf(this.language));

  /** Who was asked last: nobody is asked twice. */
  #asked = '';
  /** What was sent last and under which key: sent again, it is the same. */
  #sent: { what: string; key: string } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;

  constructor(readonly counter: number) {
    if (!central.letIn()) this.page = 'enrol';
  }

  /** Follows the counter until the returned function is called. */
  follow(): () => void {
    let next: ReturnType<typeof setTimeout>;
    const look = async () => {
      if (this.page !== 'enrol') await this.look();
      if (!this.#stopped) next = setTimeout(look, ASK_MS);
    };
    void look();
    return () => {
      this.#stopped = true;
      clearTimeout(next);
      clearTimeout(this.#timer);
    };
  }

  /** Asks once how it stands at the counter. */
  async look(): Promise<void> {
    try {
      const { centre, ticket } = await central.finished(this.counter);
      this.away = false;
      this.centre = centre;
      this.#take(ticket);
    } catch (reason) {
      this.#refused(problemOf(reason));
    }
  }

  #take(ticket: ServedTicket | null): void {
    if (this.page === 'thanks' || this.busy) return;
    if (ticket && ticket.id !== this.#asked) {
      this.#asked = ticket.id;
      this.#sent = null;
      Object.assign(this, { ticket, grade: null, reasons: [], wrong: null, page: 'ask' });
      this.language = ticket.language === 'en' ? 'en' : 'vi';
      this.touch();
    } else if (this.page === 'starting' || (this.page === 'ask' && ticket?.id !== this.ticket?.id)) {
      this.rest();
    }
  }

  #refused(problem: Problem): void {
    if (!central.letIn() && this.page !== 'enrol') {
      this.rest();
      this.page = 'enrol';
      this.turnedAway = true;
    } else if (problem.code === 'central-away') this.away = true;
    else this.problem = problem;
  }

  /** Whoever is asked touched something: they have time again. */
  touch(): void {
    if (this.page === 'ask') this.#after(PATIENCE_MS);
  }

  #after(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.rest(), ms);
  }

  rest(): void {
    clearTimeout(this.#timer);
    Object.assign(this, {
      page: 'rest',
      ticket: null,
      grade: null,
      reasons: [],
      wrong: null,
      language: 'vi',
    });
  }

  async send(): Promise<void> {
    const { ticket, grade, reasons } = this;
    if (!ticket || this.busy) return;
    this.wrong = grade === null ? 'error-rating-wrong' : null;
    if (grade === null) return;
    const what = JSON.stringify([grade, reasons]);
    const key = this.#sent?.what === what ? this.#sent.key : central.newKey();
    this.#sent = { what, key };
    this.busy = true;
    clearTimeout(this.#timer);
    try {
      await central.rate(ticket.id, { grade, reasons }, key);
      this.#thank();
    } catch (reason) {
      const problem = problemOf(reason);
      // What arrived before a lost answer stands.
      if (problem.code === 'rated-already') this.#thank();
      else if (problem.code === 'central-away') {
        this.wrong = 'rating-not-sent';
        this.touch();
      } else {
        this.rest();
        this.#refused(problem);
      }
    } finally {
      this.busy = false;
    }
  }

  #thank(): void {
    this.page = 'thanks';
    this.#after(THANKS_MS);
  }

  async enrol(code: string): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = null;
    try {
      await central.enrol(code, this.say('tablet-name', { counter: this.counter }));
      this.turnedAway = false;
      this.page = 'starting';
    } catch (reason) {
      this.problem = problemOf(reason);
    } finally {
      this.busy = false;
    }
    if (central.letIn()) await this.look();
  }
}
