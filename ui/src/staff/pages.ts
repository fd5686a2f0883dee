// The pages of the console, in the order of the head.

export type Place =
  | 'queue'
  | 'hall'
  | 'submissions'
  | 'appointments'
  | 'procedures'
  | 'overview'
  | 'report'
  | 'measures'
  | 'settings'
  | 'readiness';

/** Each page of the head, and whether it is for supervisors only. */
export const PLACES: { name: Place; supervisor: boolean }[] = [
  { name: 'queue', supervisor: false },
  { name: 'hall', supervisor: false },
  { name: 'submissions', supervisor: false },
  { name: 'appointments', supervisor: false },
  { name: 'procedures', supervisor: false },
  { name: 'overview', supervisor: true },
  { name: 'report', supervisor: true },
  { name: 'measures', supervisor: true },
  { name: 'settings', supervisor: true },
];
