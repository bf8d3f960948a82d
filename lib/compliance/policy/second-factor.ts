import type { Statement } from './statement';
import type { Tri } from './tri';

/**
 * Whether a statement holds only for callers who signed in with a second factor. `BoolIfExists` holds for keys without
 * any. Source: IAM user guide, "Secure API access with MFA".
 */
export function asksForSecondFactor({ conditions, unreadable }: Statement): Tri {
  const asked = conditions.filter(
    ({ operator, key, optional }) =>
      operator.toLowerCase() === 'bool' && key === 'aws:multifactorauthpresent' && !optional,
  );
  const isTrue = (value: string) => value.toLowerCase() === 'true';
  if (asked.some(({ values, hasGaps }) => values.length > 0 && !hasGaps && values.every(isTrue))) return true;
  const isOpen = asked.some(({ values, hasGaps }) => hasGaps && values.every(isTrue));
  return isOpen || unreadable.includes('Condition') ? undefined : false;
}
