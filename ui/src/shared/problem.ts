// What the commands refuse with: a Problem, said in the person's words.
import type { Problem } from './bindings/Problem';
import type { Say } from './words';

/** Anything a command was rejected with, as a problem. */
export function problemOf(reason: unknown): Problem {
  if (typeof reason === 'object' && reason !== null && 'code' in reason) return reason as Problem;
  return { code: 'internal', args: {} };
}

/** The sentence a person reads. */
export function sentence(say: Say, problem: Problem): string {
  return say(`error-${problem.code}`, problem.args);
}
