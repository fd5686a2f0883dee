// The console's words.
import assist from '../../locales/vi/assist.ftl?raw';
import audit from '../../locales/vi/audit.ftl?raw';
import errors from '../../locales/vi/errors.ftl?raw';
import importing from '../../locales/vi/import.ftl?raw';
import measures from '../../locales/vi/measures.ftl?raw';
import official from '../../locales/vi/official.ftl?raw';
import payments from '../../locales/vi/payments.ftl?raw';
import procedures from '../../locales/vi/procedures.ftl?raw';
import rating from '../../locales/vi/rating.ftl?raw';
import readiness from '../../locales/vi/readiness.ftl?raw';
import report from '../../locales/vi/report.ftl?raw';
import staff from '../../locales/vi/staff.ftl?raw';
import supplement from '../../locales/vi/supplement.ftl?raw';
import type { Problem } from '../shared/bindings/Problem';
import { sentence } from '../shared/problem';
import { speaker } from '../shared/words';

export const say = speaker('vi', [
  staff,
  errors,
  rating,
  report,
  payments,
  procedures,
  importing,
  measures,
  assist,
  supplement,
  readiness,
  official,
  audit,
]);

/**
 * A problem in an officer's words. Some sentences for citizens send them to an officer; those have words
 * of their own here. A code without words is told with its name, so that it can be reported.
 */
export function tell(problem: Problem): string {
  const own = `staff-error-${problem.code}`;
  const words = say(own, problem.args);
  if (words !== own) return words;
  const general = sentence(say, problem);
  return general === `error-${problem.code}` ? say('staff-error-other', { code: problem.code }) : general;
}
