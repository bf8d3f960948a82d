import type { IConstruct } from 'constructs';
import { ConfigurationError } from '../errors';
import type { Approval } from './approved-model';

const DAY = /^\d{4}-\d{2}-\d{2}$/u;

/** `YYYY-MM-DD`, and a day that exists. */
export function isDay(text: string): boolean {
  // 2026-02-30 would be read as 2 March
  return DAY.test(text) && new Date(Date.parse(text)).toISOString().startsWith(text);
}

/**
 * @param what is approved, as the subject of the message
 * @throws ConfigurationError with the code, for an approval without somebody, a day or a record
 */
export function checkApproval(scope: IConstruct, code: string, what: string, approval: Approval): void {
  const { by, on, record } = approval;
  if (by.trim() === '' || record.trim() === '')
    throw new ConfigurationError(
      scope,
      code,
      `${what} has an approval without by or record; say who approved it and where that is written`,
    );
  if (!isDay(on))
    throw new ConfigurationError(scope, code, `${what} was approved on '${on}'; give a day as YYYY-MM-DD`);
}
