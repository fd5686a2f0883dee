import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import { afterEach, describe, expect, it } from 'vitest';
import type { BranchConfig } from '../../shared/bindings/BranchConfig';
import { sample as config } from './sample';
import {
  accountFor,
  addCounter,
  addGroup,
  dayTyped,
  moveServiceUp,
  named,
  removeGroup,
  removePriority,
  removeService,
  Settings,
  serve,
  serving,
  timeTyped,
} from './settings.svelte';

afterEach(clearMocks);

/** A central system that keeps one version, and refuses what was made from another. */
function central() {
  const kept = { config: config(), version: 7, asked: [] as unknown[] };
  mockIPC((command, args) => {
    const given = args as { config: BranchConfig; version: number };
    if (command === 'set_branch_config') {
      kept.asked.push(given);
      if (given.version !== kept.version) throw { code: 'branch-changed', args: {} };
      kept.config = given.config;
      kept.version += 1;
    }
    return { config: structuredClone(kept.config), version: kept.version };
  });
  return kept;
}

describe('setting the centre up', () => {
  it('sends what was changed, from the version it was made from, and says saved only then', async () => {
    const kept = central();
    const settings = new Settings();
    await settings.load();
    expect(settings.changed).toBe(false);
    if (settings.config) settings.config.calling.priority_one_in = 2;
    expect(settings.changed).toBe(true);
    await settings.save();
    expect(kept.config.calling.priority_one_in).toBe(2);
    expect([settings.saved, settings.changed]).toEqual([true, false]);
    if (settings.config) settings.config.calling.priority_one_in = 4;
    await settings.save();
    expect(kept.asked).toHaveLength(2);
    expect(settings.problem).toBeNull();
  });

  it('keeps what was typed when somebody was faster', async () => {
    const kept = central();
    const settings = new Settings();
    await settings.load();
    kept.version = 8;
    if (settings.config) settings.config.name = 'Trung tâm mới';
    await settings.save();
    expect(settings.problem?.code).toBe('branch-changed');
    expect(settings.saved).toBe(false);
    expect(settings.config?.name).toBe('Trung tâm mới');
    settings.discard();
    expect(settings.config?.name).toBe('Trung tâm');
  });

  it('sends nothing that has no name', async () => {
    const kept = central();
    const settings = new Settings();
    await settings.load();
    if (settings.config) addGroup(settings.config);
    expect(settings.nameless).toBe(true);
    await settings.save();
    expect(kept.asked).toHaveLength(0);
  });
});

describe('what is changed', () => {
  it('a counter serves a service in one way only', () => {
    const [counter] = config().counters;
    if (!counter) throw new Error('a counter');
    serve(counter, 'khai-sinh', 'and_finally');
    expect([counter.serves, counter.and_finally]).toEqual([[], ['khai-sinh']]);
    expect(serving(counter, 'khai-sinh')).toBe('and_finally');
    serve(counter, 'khai-sinh', 'no');
    expect(serving(counter, 'khai-sinh')).toBe('no');
  });

  it('what is added has a number, a letter and a stable name of its own', () => {
    const one = config();
    expect(addCounter(one)).toBe(5);
    addGroup(one);
    addGroup(one);
    expect(one.groups.map((group) => group.prefix)).toEqual(['A', 'B', 'C']);
    expect(new Set(one.groups.map(({ id }) => id)).size).toBe(3);
    expect(new Set(one.services.map(({ id }) => id)).size).toBe(3);
  });

  it('what is taken away leaves nothing behind at the counters', () => {
    const one = config();
    removeService(one, 'khai-sinh');
    expect(one.counters[0]?.serves).toEqual([]);
    const other = config();
    removeGroup(other, 'ho-tich');
    expect([other.groups, other.services, other.counters[0]?.serves]).toEqual([[], [], []]);
  });

  it('a time may be typed as people write it', () => {
    for (const typed of ['7', '7:00', '07h', '07h00', '0700', '7g00'])
      expect(timeTyped(typed)).toBe('07:00:00');
    expect(timeTyped('16:30')).toBe('16:30:00');
    for (const typed of ['', '25', '7:61', 'sáng']) expect(timeTyped(typed)).toBeNull();
  });

  it('a day may be typed as people write it', () => {
    for (const typed of ['1/12/2026', '01-12-2026', '1.12.2026', '01122026'])
      expect(dayTyped(typed)).toBe('2026-12-01');
    for (const typed of ['', '31/2/2026', '1/13/2026', '2026-12-01', 'mai'])
      expect(dayTyped(typed)).toBeNull();
  });

  it('an account is named after its holder', () => {
    expect(accountFor('Nguyễn Thị Lan')).toBe('lan.nguyen');
    expect(accountFor('  Đỗ   Văn Đạt ')).toBe('dat.do');
    expect([accountFor('Lan'), accountFor('')]).toEqual(['lan', '']);
  });

  it('a priority group that goes leaves the appointments without it', () => {
    const one = config();
    one.priorities = [{ id: 'lich-hen', name: { vi: 'Có lịch hẹn' } }];
    one.appointments.priority = 'lich-hen';
    removePriority(one, 'lich-hen');
    expect([one.priorities, one.appointments.priority]).toEqual([[], null]);
  });

  it('a service moves among those of its group only', () => {
    const one = config();
    const service = (id: string, group: string) => ({ id, group, name: { vi: id }, minutes: 5, daily: null });
    one.services = [service('a', 'x'), service('b', 'y'), service('c', 'x')];
    moveServiceUp(one, 'c');
    expect(one.services.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    moveServiceUp(one, 'b');
    expect(one.services.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });

  it('a refusal names what it is about as people read it', () => {
    const problem = { code: 'branch-unserved', args: { about: 'khai-sinh' } };
    expect(named(problem, config()).args.about).toBe('Khai sinh');
    expect(named({ code: 'branch-counter', args: { about: '4' } }, config()).args.about).toBe('4');
  });
});
