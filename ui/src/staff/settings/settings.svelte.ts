// The form that sets the centre up: a copy of what is in force, changed here, in force when the central system
// has accepted it.
import type { BranchConfig } from '../../shared/bindings/BranchConfig';
import { staff } from '../../shared/bindings/commands';
import type { LocalText } from '../../shared/bindings/LocalText';
import type { Problem } from '../../shared/bindings/Problem';
import { problemOf } from '../../shared/problem';
import { folded } from '../places';
import { NoticePictures, saysSomething } from './notices.svelte';

/** How a counter serves a service. */
export type Serving = 'no' | 'serves' | 'and_finally';

export class Settings {
  /** The copy that is being changed; none before it was read. */
  config = $state<BranchConfig | null>(null);
  problem = $state.raw<Problem | null>(null);
  busy = $state(false);
  /** Whether the last change was accepted. */
  saved = $state(false);
  /** The pictures of its notices. */
  readonly pictures = new NoticePictures();
  #version = 0;
  #inForce = $state('');

  /** Whether something is different from what is in force. */
  get changed(): boolean {
    return this.config !== null && JSON.stringify(this.config) !== this.#inForce;
  }

  /** Whether something that people read has no words. */
  get nameless(): boolean {
    const { config } = this;
    const texts = [config?.groups, config?.services, config?.priorities].flatMap((all) => all ?? []);
    const notices = config?.notices ?? [];
    return texts.some(({ name }) => name.vi.trim() === '') || !notices.every(saysSomething);
  }

  /** Reads what is in force, and forgets what was changed. */
  async load(): Promise<void> {
    await this.#once(() => staff.branch_config());
  }

  /** Puts the changes in force, all or none. */
  async save(): Promise<void> {
    const { config } = this;
    if (!config || !this.changed || this.nameless) return;
    await this.#once(() => staff.set_branch_config($state.snapshot(config), this.#version));
    this.saved = this.problem === null;
  }

  /** Back to what is in force. */
  discard(): void {
    this.config = JSON.parse(this.#inForce);
    this.problem = null;
  }

  async #once(ask: () => ReturnType<typeof staff.branch_config>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = null;
    this.saved = false;
    try {
      const { config, version } = await ask();
      this.config = config;
      this.#version = version;
      this.#inForce = JSON.stringify(config);
    } catch (reason) {
      this.problem = problemOf(reason);
    } finally {
      this.busy = false;
    }
  }
}

/** How a counter serves a service. */
export function serving({ serves, and_finally }: BranchConfig['counters'][number], service: string): Serving {
  if (serves.includes(service)) return 'serves';
  return and_finally.includes(service) ? 'and_finally' : 'no';
}

/** Lets a counter serve a service in one way and no other. */
export function serve(counter: BranchConfig['counters'][number], service: string, how: Serving): void {
  counter.serves = counter.serves.filter((one) => one !== service);
  counter.and_finally = counter.and_finally.filter((one) => one !== service);
  if (how !== 'no') counter[how].push(service);
}

/** Adds a counter with the next number. */
export function addCounter(config: BranchConfig): number {
  const number = Math.max(0, ...config.counters.map((counter) => counter.number)) + 1;
  config.counters.push({ number, serves: [], and_finally: [] });
  return number;
}

/** Adds a service to a group. Its stable name is made now and never changes. */
export function addService(config: BranchConfig, group: string): void {
  const id = freeName(`${group}-viec`, config.services);
  config.services.push({ id, group, name: { vi: '' }, minutes: 10, daily: null });
}

/** Takes a service away, also from the counters. */
export function removeService(config: BranchConfig, service: string): void {
  config.services = config.services.filter(({ id }) => id !== service);
  for (const counter of config.counters) serve(counter, service, 'no');
}

/** Adds a group with the first free letter, and its first service. */
export function addGroup(config: BranchConfig): void {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const prefix = letters.find((letter) => config.groups.every((group) => group.prefix !== letter)) ?? '';
  const id = freeName('linh-vuc', config.groups);
  config.groups.push({ id, prefix, name: { vi: '' }, icon: 'document' });
  addService(config, id);
}

/** Takes a group away with its services. */
export function removeGroup(config: BranchConfig, group: string): void {
  for (const { id } of config.services.filter((service) => service.group === group))
    removeService(config, id);
  config.groups = config.groups.filter(({ id }) => id !== group);
}

/** Takes a priority group away, also from the appointments. */
export function removePriority(config: BranchConfig, group: string): void {
  config.priorities = config.priorities.filter(({ id }) => id !== group);
  if (config.appointments.priority === group) config.appointments.priority = null;
}

/** Moves a service up among those of its group. */
export function moveServiceUp(config: BranchConfig, service: string): void {
  const place = config.services.findIndex(({ id }) => id === service);
  const group = config.services[place]?.group;
  const above = config.services.findLastIndex((one, at) => at < place && one.group === group);
  const [moved] = above < 0 ? [] : config.services.splice(place, 1);
  if (moved) config.services.splice(above, 0, moved);
}

/** Moves one of a list up by one place. */
export function moveUp<T>(list: T[], place: number): void {
  const [one] = list.splice(place, 1);
  if (one !== undefined) list.splice(Math.max(0, place - 1), 0, one);
}

/** A stable name nothing in a list has yet. */
export function freeName(base: string, list: { id: string }[]): string {
  const stem = folded(base).replace(/[^a-z0-9]+/g, '-');
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? stem : `${stem}-${count}`;
    if (list.every(({ id }) => id !== name)) return name;
  }
}

/** An account's name for a person: `lan.nguyen` for Nguyễn Thị Lan. */
export function accountFor(name: string): string {
  const words = folded(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ');
  return words.length > 1 ? `${words.at(-1)}.${words[0]}` : (words[0] ?? '');
}

/** English where there is some; an emptied field is none. */
export function setEnglish(text: LocalText, words: string): void {
  if (words.trim() === '') delete text.en;
  else text.en = words;
}

/** A time as people type it, `7`, `7:30`, `07h30`, `0730`, as `07:30:00`; null when it is none. */
export function timeTyped(typed: string): string | null {
  const [, hours = '', minutes = '00'] =
    /^\s*(\d{1,2})(?:\s*[:hg.]?\s*(\d{2}))?\s*[hg]?\s*$/i.exec(typed) ?? [];
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${hours.padStart(2, '0')}:${minutes}:00`;
}

/** A day as people type it, `1/12/2026`, `01-12-2026`, `01122026`, as `2026-12-01`; null when it is none. */
export function dayTyped(typed: string): string | null {
  const [, day = '', month = '', year = ''] =
    /^\s*(\d{1,2})\s*[/.-]?\s*(\d{1,2})\s*[/.-]?\s*(\d{4})\s*$/.exec(typed) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const real = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(date) ? date : null;
}

/** A problem about something of the centre, with its name as people read it instead of the stable one. */
export function named(problem: Problem, config: BranchConfig | null): Problem {
  const about = problem.args.about;
  const all = config ? [...config.groups, ...config.services, ...config.priorities] : [];
  const name = all.find(({ id }) => id === about)?.name.vi;
  return name ? { ...problem, args: { ...problem.args, about: name } } : problem;
}
