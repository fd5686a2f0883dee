// A place: chosen from the lists of provinces and communes with the rest typed, or all of it typed as it
// stands on a paper.
import type { AddressAnswer } from '../../shared/bindings/AddressAnswer';
import type { UnitList } from '../../shared/bindings/UnitList';
import type { Key, Keys } from '../keyboard/key';
import { type Line, lineOf, pressed } from '../keyboard/line';
import { manner } from '../keyboard/manner.svelte';
import { type Answer, beginsText, type Typed } from './typed.svelte';

/** A province or a commune. */
export type Unit = UnitList['units'][number];

/** What is asked: nothing where an address is there, a province, a commune, what stands before it, or all of it. */
export type Step = 'shown' | 'province' | 'commune' | 'street' | 'text';

const LONGEST = 200;
/** The lists a search goes through. */
const LISTS: Step[] = ['province', 'commune'];

const isAddress = (value: unknown): value is AddressAnswer =>
  typeof value === 'object' && value !== null && 'text' in value;

export class AddressTyped implements Typed {
  step = $state<Step>('province');
  province = $state.raw<Unit | null>(null);
  commune = $state.raw<Unit | null>(null);
  /** Whether the communes of the province are known. */
  known = $state(true);
  /** What is searched in a list. */
  search = $state<Line>(lineOf(''));
  searching = $state(false);
  street = $state<Line>(lineOf(''));
  text = $state<Line>(lineOf(''));
  /** What was there when the page opened. */
  readonly before: AddressAnswer | null;

  constructor(value: unknown) {
    this.before = isAddress(value) && value.text ? value : null;
    if (this.before) this.step = 'shown';
  }

  get keys(): Keys | null {
    if (this.step === 'shown' || (LISTS.includes(this.step) && !this.searching)) return null;
    return 'letters';
  }

  /** The line the next key goes to. */
  get line(): Line {
    if (LISTS.includes(this.step)) return this.search;
    return this.step === 'street' ? this.street : this.text;
  }

  set line(line: Line) {
    if (LISTS.includes(this.step)) this.search = line;
    else if (this.step === 'street') this.street = line;
    else this.text = line;
  }

  get capital(): boolean {
    return beginsText(this.line);
  }

  press(key: Key): void {
    if (this.keys) this.line = pressed(this.line, key, LONGEST, manner);
  }

  /** Asks something else; what was typed into a list is searched for no more. */
  ask(step: Step): void {
    this.step = step;
    this.search = lineOf('');
    this.searching = false;
  }

  /** Types all of it, beginning with what is there. */
  write(): void {
    if (this.step === 'shown' && this.before) this.text = lineOf(this.before.text);
    this.ask('text');
  }

  choose(unit: Unit): void {
    if (this.step === 'province') {
      if (this.province?.code !== unit.code) this.commune = null;
      this.province = unit;
      this.known = true;
      this.ask('commune');
    } else {
      this.commune = unit;
      this.ask('street');
    }
  }

  /** The communes of the chosen province are not known here: they are typed. */
  typeCommune(): void {
    this.known = false;
    this.commune = null;
    this.ask('street');
  }

  answer(): Answer {
    if (this.step === 'shown' && this.before) {
      const { text, province, commune, street } = this.before;
      return province ? told({ province, commune, street }) : { text };
    }
    if (this.step === 'text') {
      const text = this.text.text.trim();
      return text ? { text } : null;
    }
    if (!this.province) return null;
    return told({
      province: this.province.code,
      commune: this.commune?.code,
      street: this.street.text.trim() || undefined,
    });
  }
}

/** Without what is not there. */
const told = (parts: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(parts).flatMap(([name, value]) => (value ? [[name, value]] : [])));
