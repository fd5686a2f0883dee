// One person's visit: where they are, how they want to read, and how it ends. Nothing of it outlives
// the page: the visit ends with a reload, so that its memory is clean for the next person.

import type { AppointmentHeld } from '../shared/bindings/AppointmentHeld';
import type { AppointmentShown } from '../shared/bindings/AppointmentShown';
import { citizen } from '../shared/bindings/commands';
import type { GuideView } from '../shared/bindings/GuideView';
import type { HelpState } from '../shared/bindings/HelpState';
import type { HomeView } from '../shared/bindings/HomeView';
import type { Locale } from '../shared/bindings/Locale';
import type { Problem } from '../shared/bindings/Problem';
import type { ProcedureCase } from '../shared/bindings/ProcedureCase';
import type { SubmissionShown } from '../shared/bindings/SubmissionShown';
import type { TicketHeld } from '../shared/bindings/TicketHeld';
import type { TicketShown } from '../shared/bindings/TicketShown';
import { problemOf, sentence } from '../shared/problem';
import type { Args } from '../shared/words';
import { Aloud } from './aloud.svelte';
import { isOtherwise } from './keyboard/manner.svelte';
import { Lists, NOTHING, type Search } from './lists.svelte';
import { learn, wordsOf } from './words';

/** Which case of a procedure applies; all of them for who does not know. */
export type Chosen = number | 'all';

export type Place =
  | { at: 'first' }
  | { at: 'groups'; within?: string; procedure?: ProcedureCase }
  | { at: 'number'; shown: TicketShown }
  | { at: 'held'; held: TicketHeld }
  | { at: 'choose' }
  | { at: 'procedure'; code: string; chosen?: Chosen; version?: number | undefined }
  | { at: 'guide'; view: GuideView }
  | { at: 'resume'; code: string }
  | { at: 'prove'; request: string; code: string }
  | { at: 'submitted'; shown: SubmissionShown }
  | { at: 'lookup'; code: string; of?: 'appointment' }
  | { at: 'appointments' }
  | { at: 'booking' }
  | { at: 'booked'; shown: AppointmentShown }
  | { at: 'appointment'; held: AppointmentHeld };

/** Cap heights in millimetres (VVSG 2.0, EN 301 549); the second is the normal one. */
export const CAP_HEIGHTS = [4.2, 5.2, 7.3, 8.8];
const NORMAL = 1;
/** Milliseconds in which what just came up takes no press: the second tap of a double tap was for what stood there. */
const SETTLING = 500;
/** Cap height of Be Vietnam Pro as a part of its font size. */
const CAP = 0.7;

/** What makes a place another page: a document that comes to the page on the screen does not. */
const pageOf = (place: Place): string =>
  place.at === 'guide'
    ? place.view.page
    : place.at === 'appointment'
      ? place.held.appointment.state
      : 'code' in place
        ? place.code
        : '';

export class Visit {
  home = $state<HomeView | null>(null);
  language = $state<Locale>('vi');
  size = $state(NORMAL);
  #place = $state.raw<Place>({ at: 'first' });
  /** What the list of procedures was last asked for, so that going back finds it again. */
  search = $state<Search>(NOTHING);
  lists = new Lists();
  aloud = new Aloud();
  /** The machine knows whose number it will be: a card was shown outside of a form. */
  card = $state(false);
  /** The person is busy with their phone, which sends pages to this machine. */
  onPhone = $state(false);
  /** How often something moved that only its person moves, without a touch on this screen. */
  stirred = $state(0);
  /** An officer works on what the person answers, while they watch. */
  assisted = $state(false);
  /** A thing is under way. */
  working = $state(false);
  #settling = $state(false);
  #settled: ReturnType<typeof setTimeout> | undefined;
  problem = $state<Problem | null>(null);
  /** What becomes of what was answered when its person leaves; none when it is lost. */
  leaving = $state.raw<{ key: string; args: Args } | null>(null);
  /** How the call for an officer stands. */
  help = $state<HelpState>('none');
  /** Why nobody was called. */
  helpProblem = $state.raw<Problem | null>(null);
  /** A call for help is on its way. */
  calling = $state(false);
  /** Everything is hidden: the visit is over. */
  over = $state(false);

  /** Whether buttons that lead on take no press now. */
  busy = $derived(this.working || this.#settling);
  say = $derived(wordsOf(this.language));
  sentence = $derived(this.problem && sentence(this.say, this.problem));
  /** Whether the first screen is not as the next person should find it. */
  changed = $derived(
    this.language !== 'vi' ||
      this.size !== NORMAL ||
      this.card ||
      this.aloud.changed ||
      isOtherwise() ||
      this.problem !== null ||
      this.help !== 'none' ||
      this.helpProblem !== null,
  );
  /** The priority groups people may say they belong to. Who has an appointment shows its paper instead. */
  priorities = $derived(
    (this.home?.branch?.priorities ?? []).filter(({ id }) => id !== this.home?.branch?.appointment_priority),
  );
  mm = $derived(this.home?.px_per_mm ?? 4);
  /** Font size in pixels. */
  text = $derived(((CAP_HEIGHTS[this.size] ?? 5.2) / CAP) * this.mm);

  constructor(
    public reload: () => void = () => location.reload(),
    public settling = SETTLING,
  ) {}

  get place(): Place {
    return this.#place;
  }

  set place(place: Place) {
    const from = this.#place;
    this.#place = place;
    if (place.at !== 'guide') this.leaving = null;
    if (place.at === from.at && pageOf(place) === pageOf(from)) return;
    this.helpProblem = null;
    this.aloud.hush();
    this.settle();
  }

  /** Something else stands under the finger now: buttons wait until it has had time to lift. */
  settle(): void {
    this.#settling = true;
    clearTimeout(this.#settled);
    this.#settled = setTimeout(() => {
      this.#settling = false;
    }, this.settling);
  }

  /** A fresh page is a fresh visit, also after the page or the power was cut in the middle of one. */
  async begin(): Promise<void> {
    await citizen.end_visit().catch(() => null);
    await citizen.set_language(this.language).catch(() => null);
    await this.look();
  }

  /** Asks how the centre, the printer and the connection are. */
  async look(): Promise<void> {
    try {
      this.home = await citizen.home();
    } catch (reason) {
      this.problem = problemOf(reason);
    }
  }

  go(place: Place): void {
    this.problem = null;
    this.place = place;
    if (place.at === 'first') this.forget();
  }

  /** Shows how what was submitted stands now: it may have come further. */
  async follow(): Promise<void> {
    const shown = await citizen.submitted().catch(() => null);
    if (shown && this.place.at === 'submitted') this.place = { at: 'submitted', shown };
  }

  /** The next look into the catalogue begins at its beginning. */
  forget(): void {
    this.search = NOTHING;
    this.lists.forget();
  }

  /** Does one thing at a time: a second press while one is under way does nothing more. */
  async run(action: () => Promise<void>): Promise<void> {
    if (this.working || this.over) return;
    this.working = true;
    this.problem = null;
    try {
      await action();
    } catch (reason) {
      this.problem = problemOf(reason);
    } finally {
      this.working = false;
    }
  }

  /** Calls an officer to this machine; while one is called, or being called, nothing more happens. */
  async callHelp(): Promise<void> {
    if (this.help !== 'none' || this.calling || this.over) return;
    this.calling = true;
    this.helpProblem = null;
    try {
      this.help = await citizen.call_help();
    } catch (reason) {
      this.helpProblem = problemOf(reason);
    } finally {
      this.calling = false;
    }
  }

  /** Nobody has to come any more. */
  async endHelp(): Promise<void> {
    this.help = 'none';
    await citizen.end_help().catch(() => null);
  }

  async speak(language: Locale): Promise<void> {
    await this.run(async () => {
      await Promise.all([citizen.set_language(language), learn(language)]);
      this.language = language;
      if (this.place.at === 'guide') this.place = { at: 'guide', view: await citizen.guide_view() };
    });
  }

  /** Hides everything at once, lets the machine forget, and starts the page anew. */
  async leave(): Promise<void> {
    if (this.over) return;
    this.over = true;
    this.place = { at: 'first' };
    this.forget();
    this.problem = null;
    await citizen.end_visit().catch(() => null);
    this.reload();
  }
}

export const visit = new Visit();
