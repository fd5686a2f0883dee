import { describe, expect, it } from 'vitest';
import { submission } from './samples';
import { count, handedIn, type Taken, tick } from './taken';

describe('papers taken', () => {
  const [certificate, form] = submission.papers;
  if (!certificate || !form) throw new Error('the sample has two papers');

  it('start from what was asked for, and a second tick takes it back', () => {
    const once = tick({}, form);
    expect(once).toEqual({ 'to-khai': { originals: 1, copies: 1 } });
    expect(tick(once, form)).toEqual({});
  });

  it('are counted one by one, never below zero, and only when ticked', () => {
    let taken: Taken = tick({}, certificate);
    taken = count(taken, certificate.evidence, 'copies', 1);
    taken = count(taken, certificate.evidence, 'originals', -1);
    taken = count(taken, certificate.evidence, 'originals', -1);
    expect(taken[certificate.evidence]).toEqual({ originals: 0, copies: 1 });
    expect(count(taken, form.evidence, 'copies', 1)).toEqual(taken);
  });

  it('leave out a ticked paper of which nothing was taken', () => {
    const taken = count(tick(tick({}, certificate), form), certificate.evidence, 'originals', -1);
    expect(Object.keys(handedIn(taken))).toEqual(['to-khai']);
  });
});
