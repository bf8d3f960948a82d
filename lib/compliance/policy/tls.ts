import { isEverybody } from './principal';
import type { Statement } from './statement';

/** True for a statement that holds for every request without TLS, whoever sends it, and for no other. */
export function isWithoutTls({ conditions: [condition, ...others] }: Statement): boolean {
  return (
    condition !== undefined &&
    others.length === 0 &&
    /^bool(?:ifexists)?$/iu.test(condition.operator) &&
    condition.key === 'aws:securetransport' &&
    condition.values.length > 0 &&
    !condition.hasGaps &&
    condition.values.every((value) => value.toLowerCase() === 'false')
  );
}

/** As {@link isWithoutTls}, for everybody. */
export function catchesAllWithoutTls(statement: Statement): boolean {
  return isWithoutTls(statement) && statement.principals.some(isEverybody);
}
