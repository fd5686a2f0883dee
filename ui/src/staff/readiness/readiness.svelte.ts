// The checks of this machine at the console: each by itself, so that one that hangs holds up no other.
import type { Check } from '../../shared/bindings/Check';
import type { CheckView } from '../../shared/bindings/CheckView';
import { staff } from '../../shared/bindings/commands';
import type { Light } from '../../shared/bindings/Light';
import type { PrintView } from '../../shared/bindings/PrintView';
import type { Problem } from '../../shared/bindings/Problem';
import type { ReadinessView } from '../../shared/bindings/ReadinessView';
import { problemOf } from '../../shared/problem';
import { printEnd } from '../printing';

/** How often the reader is looked at while a test code is waited for, in milliseconds. */
export const LISTEN = 1_500;

/** What goes to the printer; the end is null while it prints. */
export interface Sheet {
  end: PrintView | null;
}

export class Readiness {
  view = $state.raw<ReadinessView | null>(null);
  problem = $state.raw<Problem | null>(null);
  /** What was found of each part; a part that is being looked at has none. */
  found = $state<Partial<Record<Check, CheckView>>>({});
  checking = $state<Partial<Record<Check, boolean>>>({});
  page = $state<Sheet | null>(null);
  report = $state<Sheet | null>(null);
  /** Where the question whether the test sound was heard stands. */
  sound = $state<'silent' | 'playing' | 'asked'>('silent');
  picture = $state.raw<string | null>(null);
  taking = $state(false);

  /** How many parts are still being looked at. */
  pending = $derived((this.view?.checks ?? []).filter((check) => !this.found[check]).length);
  /** The worst of what was found. */
  worst = $derived(worst(Object.values(this.found)));

  async open(): Promise<void> {
    await this.#told(async () => {
      this.view = await staff.readiness();
      await this.all();
    });
  }

  /** Looks at every part, each by itself. */
  async all(): Promise<void> {
    await Promise.all((this.view?.checks ?? []).map((check) => this.look(check)));
  }

  /** Looks at a part. What was found before stays until the answer is there. */
  async look(check: Check): Promise<void> {
    if (this.checking[check]) return;
    this.checking[check] = true;
    await this.#told(async () => {
      this.found[check] = await staff.readiness_check(check);
    });
    this.checking[check] = false;
  }

  /** Looks at the reader while nothing was read. */
  async listen(): Promise<void> {
    const light = this.found.reader?.light;
    if (light === 'grey' || light === 'red') await this.look('reader');
  }

  async printTest(): Promise<void> {
    this.page = { end: null };
    await this.#told(async () => {
      const end = await printEnd(await staff.readiness_print_test());
      this.page = { end };
      await this.look('printer');
    });
    if (this.page && !this.page.end) this.page = null;
  }

  async seen(right: boolean): Promise<void> {
    await this.#told(async () => {
      this.found.printer = await staff.readiness_page_seen(right);
      this.page = null;
    });
  }

  async play(): Promise<void> {
    this.sound = 'playing';
    const played = await this.#told(async () => {
      await staff.console_test_sound();
    });
    this.sound = played ? 'asked' : 'silent';
    if (!played) await this.look('speaker');
  }

  async heard(heard: boolean): Promise<void> {
    await this.#told(async () => {
      this.found.speaker = await staff.readiness_sound_heard(heard);
      this.sound = 'silent';
    });
  }

  async take(): Promise<void> {
    this.taking = true;
    await this.#told(async () => {
      const { view, picture } = await staff.readiness_take_picture();
      this.found.camera = view;
      this.picture = picture;
    });
    this.taking = false;
  }

  async touched(errors: number[]): Promise<void> {
    await this.#told(async () => {
      this.found.touch = await staff.readiness_touched(errors);
    });
  }

  async printReport(): Promise<void> {
    this.report = { end: null };
    await this.#told(async () => {
      this.report = { end: await printEnd(await staff.readiness_print_report()) };
    });
    if (this.report && !this.report.end) this.report = null;
  }

  /** Does something and keeps why it was refused; says whether it was done. */
  async #told(does: () => Promise<void>): Promise<boolean> {
    try {
      await does();
      this.problem = null;
      return true;
    } catch (reason) {
      this.problem = problemOf(reason);
      return false;
    }
  }
}

const ORDER: Light[] = ['absent', 'green', 'grey', 'amber', 'red'];

/** The worst light; what is not known needs nobody. */
export function worst(found: CheckView[]): 'green' | 'amber' | 'red' {
  const light = found.reduce<Light>(
    (most, { light }) => (ORDER.indexOf(light) > ORDER.indexOf(most) ? light : most),
    'green',
  );
  return light === 'amber' || light === 'red' ? light : 'green';
}
