// Plain words under change: a copy of those in force, its picture as citizens would see it, and saving.
import { learn } from '../../citizen/words';
import { staff } from '../../shared/bindings/commands';
import type { Locale } from '../../shared/bindings/Locale';
import type { LocalText } from '../../shared/bindings/LocalText';
import type { PlainWords } from '../../shared/bindings/PlainWords';
import type { Problem } from '../../shared/bindings/Problem';
import type { ProcedureDetail } from '../../shared/bindings/ProcedureDetail';
import type { ProcedureView } from '../../shared/bindings/ProcedureView';
import type { WordsVersion } from '../../shared/bindings/WordsVersion';
import { problemOf } from '../../shared/problem';
import { setEnglish } from '../settings/settings.svelte';

/** How long typing rests before the picture follows (milliseconds). */
const PAUSE_MS = 300;

export class Wording {
  readonly code: string;
  /** The copy that is being changed. */
  words = $state<PlainWords>() as PlainWords;
  /** The words as citizens would see them. */
  preview = $state.raw<{ view: ProcedureView; language: Locale } | null>(null);
  /** The language of the citizens who would see them. */
  language = $state<Locale>('vi');
  /** Why the picture does not follow. */
  unseen = $state.raw<Problem | null>(null);
  /** Why saving was refused. */
  problem = $state.raw<Problem | null>(null);
  busy = $state(false);
  saved = $state(false);
  /** Words somebody else saved meanwhile, to be looked at beside one's own. */
  newer = $state.raw<ProcedureDetail | null>(null);
  /** Whether the picture is of the newer words. */
  theirs = $state(false);
  /** The version that was taken back into the copy. */
  restored = $state<number | null>(null);
  /** The version the copy was made from. */
  #from = 0;
  #inForce = $state('');
  #before: PlainWords | null = null;
  readonly #heard: (detail: ProcedureDetail) => void;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  constructor(detail: ProcedureDetail, heard: (detail: ProcedureDetail) => void) {
    this.code = detail.procedure.code;
    this.#heard = heard;
    this.#take(detail);
  }

  /** Whether something is different from what is in force. */
  get changed(): boolean {
    return JSON.stringify(tidy(this.words)) !== this.#inForce;
  }

  /** Draws the picture when typing rests. */
  follow(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.look(), PAUSE_MS);
  }

  /** Draws the picture of the copy; of two asked for at once the later stays. */
  async look(): Promise<void> {
    clearTimeout(this.#pause);
    this.#asked += 1;
    const asked = this.#asked;
    try {
      const words = this.theirs && this.newer ? this.newer.words : tidy(this.words);
      const { language } = this;
      const [view] = await Promise.all([staff.preview_words(this.code, words, language), learn(language)]);
      if (asked !== this.#asked) return;
      this.preview = { view, language };
      this.unseen = null;
    } catch (reason) {
      if (asked === this.#asked) this.unseen = problemOf(reason);
    }
  }

  /** Draws the picture for citizens who read this language. */
  async speak(language: Locale): Promise<void> {
    this.language = language;
    await this.look();
  }

  /** Saves the copy; says whether all of it is in force. What is typed meanwhile stays, unsaved. */
  async save(): Promise<boolean> {
    if (!this.changed) return false;
    await this.#once(async () => {
      const sent = $state.snapshot(this.words);
      const detail = await staff.set_words(this.code, tidy(sent), this.#from);
      const now = $state.snapshot(this.words);
      this.#take(detail);
      if (JSON.stringify(now) !== JSON.stringify(sent)) this.#put(now);
      this.#heard(detail);
      this.saved = !this.changed;
    });
    return this.saved;
  }

  /** Back to what is in force. */
  discard(): void {
    this.#put(JSON.parse(this.#inForce));
    this.problem = null;
  }

  /** Puts earlier words into the copy; nothing is saved by it. */
  restore({ version, words }: WordsVersion): void {
    const before = this.restored === null ? $state.snapshot(this.words) : this.#before;
    this.#put(structuredClone(words));
    this.#before = before;
    this.restored = version;
  }

  /** What was in the copy before an earlier version was taken back. */
  unrestore(): void {
    if (this.#before) this.#put(this.#before);
  }

  /** Reads what somebody else saved; the copy stays as it is. */
  async seeNewer(): Promise<void> {
    await this.#once(async () => {
      const newer = await staff.console_procedure(this.code);
      // One's own words, whose answer was lost on the way, are no others.
      if (JSON.stringify(tidy(newer.words)) === JSON.stringify(tidy(this.words))) {
        this.#take(newer);
        this.#heard(newer);
        this.saved = true;
        return;
      }
      this.newer = newer;
      this.theirs = true;
    });
  }

  /** Goes on from the newer words: with them, or with the copy, which then takes their place when it is saved. */
  settle(take: 'theirs' | 'mine'): void {
    const { newer } = this;
    if (!newer) return;
    const mine = $state.snapshot(this.words);
    this.#take(newer);
    if (take === 'mine') this.#put(mine);
    this.#heard(newer);
  }

  #take(detail: ProcedureDetail): void {
    this.#put(structuredClone(detail.words));
    this.#from = detail.words_version;
    this.#inForce = JSON.stringify(tidy(detail.words));
    this.newer = null;
    this.theirs = false;
    this.problem = null;
  }

  #put(words: PlainWords): void {
    this.words = words;
    this.restored = null;
    this.saved = false;
  }

  async #once(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = null;
    this.saved = false;
    try {
      await work();
    } catch (reason) {
      this.problem = problemOf(reason);
    } finally {
      this.busy = false;
    }
  }
}

/** Words without the blanks around them and without empty lines, in one order. */
export function tidy(words: PlainWords): PlainWords {
  return {
    name: text(words.name),
    summary: text(words.summary),
    bring: words.bring.map(text).filter(({ vi, en }) => vi !== '' || en !== undefined),
    synonyms: words.synonyms.map((one) => one.trim()).filter((one) => one !== ''),
    life_events: [...words.life_events],
  };
}

function text({ vi, en }: LocalText): LocalText {
  const english = en?.trim();
  return english ? { vi: vi.trim(), en: english } : { vi: vi.trim() };
}

/** Sets a text in one of its languages; an emptied English is none. */
export function setText(text: LocalText, tongue: 'vi' | 'en', words: string): void {
  if (tongue === 'vi') text.vi = words;
  else setEnglish(text, words);
}

/** Adds everyday names as people type them, several apart by commas or lines; none twice. */
export function addSynonyms(list: string[], typed: string): void {
  for (const one of typed.split(/[,;\n]/).map((part) => part.trim().normalize('NFC')))
    if (one !== '' && list.every((other) => other.toLowerCase() !== one.toLowerCase())) list.push(one);
}

/** The field a refusal is about, when it is about one. */
export function fieldOf(problem: Problem | null): string | undefined {
  return problem?.code === 'unknown-life-event' ? 'life_events' : problem?.args.what;
}
