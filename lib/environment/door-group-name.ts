/**
 * Name of the target group of a door, known before the group is there: the function behind it has to know it, and the group the
 * function. At most 32 characters, as an environment has at most 16.
 */
export function doorGroupName(environment: string, door: 'gateway' | 'redaction'): string {
  return `hipaa-${environment}-${door}`;
}
