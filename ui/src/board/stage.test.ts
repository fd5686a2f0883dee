import { describe, expect, it } from 'vitest';
import type { BoardCall } from '../shared/bindings/BoardCall';
import { call, START } from './samples';
import { advance, EMPTY, LEAST_MS, LIT_MS, type Stage } from './stage';

const PLACES = 2;
const empty = advance(EMPTY, [], START, PLACES);
const labels = (stage: Stage) => stage.lit.map(({ call }) => call.label);
const then = (stage: Stage, called: BoardCall[], ms: number) => advance(stage, called, START + ms, PLACES);

describe('the light', () => {
  const a = call('A001', 1, START);
  const b = call('B001', 2, START + 1);
  const c = call('C001', 3, START + 2);

  it('is not turned on by starting the board', () => {
    expect(advance(EMPTY, [a], START, PLACES).lit).toEqual([]);
  });

  it('holds calls that come at once beside one another, and lets the rest wait for a place', () => {
    const stage = then(empty, [c, b, a], 0);
    expect(labels(stage)).toEqual(['A001', 'B001']);
    expect(stage.next).toEqual([c]);
  });

  it('gives every call its time, though others wait', () => {
    let stage = then(empty, [c, b, a], 0);
    stage = then(stage, [c, b, a], LEAST_MS - 1);
    expect(labels(stage)).toEqual(['A001', 'B001']);
    stage = then(stage, [c, b, a], LEAST_MS);
    expect(labels(stage)).toEqual(['B001', 'C001']);
    expect(stage.next).toEqual([]);
  });

  it('shows twenty calls at once each for long enough', () => {
    const all = Array.from({ length: 20 }, (_, place) => call(`A${100 + place}`, place + 1, START + place));
    const seen = new Map<string, number>();
    let stage = empty;
    for (let ms = 0; ms < 120_000; ms += 1_000) {
      stage = then(stage, all, ms);
      for (const label of labels(stage)) seen.set(label, (seen.get(label) ?? 0) + 1_000);
    }
    expect(seen.size).toBe(20);
    for (const [label, ms] of seen) expect(ms, label).toBeGreaterThanOrEqual(LEAST_MS);
    expect(stage.lit).toEqual([]);
  });

  it('goes out after a while', () => {
    let stage = then(empty, [a], 0);
    stage = then(stage, [a], LIT_MS - 1);
    expect(labels(stage)).toEqual(['A001']);
    expect(then(stage, [a], LIT_MS).lit).toEqual([]);
  });

  it('is turned on again by a recall, and not by seeing the same view again', () => {
    let stage = then(empty, [a], 0);
    stage = then(stage, [a], LIT_MS);
    expect(then(stage, [a], LIT_MS + 1).lit).toEqual([]);
    const recalled = { ...a, called_at: call('', 0, START + LIT_MS + 2).called_at };
    expect(then(stage, [recalled], LIT_MS + 2).lit).toEqual([{ call: recalled, since: START + LIT_MS + 2 }]);
  });

  it('is for calls that stand: one that is over leaves it, and is not waited for', () => {
    let stage = then(empty, [c, b, a], 0);
    stage = then(stage, [b], 1_000);
    expect(labels(stage)).toEqual(['B001']);
    expect(stage.next).toEqual([]);
    expect(stage.known?.size).toBe(1);
    expect(then(stage, [{ ...b, serving: true }], 2_000).lit).toEqual([]);
  });

  it('comes on for what was called while the board heard nothing', () => {
    const stage = then(then(empty, [a], 0), [c, b], 120_000);
    expect(labels(stage)).toEqual(['B001', 'C001']);
  });
});
