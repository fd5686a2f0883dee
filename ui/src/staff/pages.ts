// The pages of the console, in the order of the head.
import type { Role } from '../shared/bindings/Role';

export type Place =
  | 'queue'
  | 'hall'
  | 'submissions'
  | 'appointments'
  | 'procedures'
  | 'overview'
  | 'report'
  | 'measures'
  | 'audit'
  | 'settings'
  | 'readiness';

const OFFICERS: Role[] = ['officer', 'supervisor', 'administrator'];
const SUPERVISORS: Role[] = ['supervisor', 'administrator'];
const READERS: Role[] = ['supervisor', 'administrator', 'auditor'];

/** Each page of the head, and for whom it is. */
const PLACES: { name: Place; roles: Role[] }[] = [
  { name: 'queue', roles: OFFICERS },
  { name: 'hall', roles: OFFICERS },
  { name: 'submissions', roles: OFFICERS },
  { name: 'appointments', roles: OFFICERS },
  { name: 'procedures', roles: OFFICERS },
  { name: 'overview', roles: SUPERVISORS },
  { name: 'report', roles: READERS },
  { name: 'measures', roles: READERS },
  { name: 'audit', roles: ['administrator', 'auditor'] },
  { name: 'settings', roles: SUPERVISORS },
];

/** The pages of somebody with this role; the first is where they begin. */
export function placesOf(role: Role): Place[] {
  return PLACES.filter((one) => one.roles.includes(role)).map((one) => one.name);
}
