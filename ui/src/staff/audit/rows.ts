// How a row of the audit is told.
import type { AuditRow } from '../../shared/bindings/AuditRow';
import { say } from '../words';

/** The kinds of things that rows are about. */
export const KINDS = [
  'submission',
  'supplement',
  'file',
  'draft',
  'payment',
  'staff',
  'device',
  'config',
  'procedure',
  'report',
];

/** Who it was, in words. */
export function whoOf(row: AuditRow): string {
  const [kind, name] = row.who.split(':');
  if (kind === 'staff' && name) return name;
  if (kind === 'device') return say('audit-who-device');
  if (kind === 'command') return say('audit-who-command');
  return say(kind === 'system' ? 'audit-who-system' : 'audit-who-nobody');
}

/** Whether it was done, refused, or could not be done. */
export function outcomeOf(row: AuditRow): 'done' | 'refused' | 'not' {
  if (row.outcome < 400) return 'done';
  return row.outcome === 401 || row.outcome === 403 ? 'refused' : 'not';
}
