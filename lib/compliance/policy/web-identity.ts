import type { Condition, Statement } from './statement';

/** Claims that say for whom a token was made and whose it is; Amazon Cognito keeps the pool in `aud`. */
const SUBJECT = /:(?:sub|amr)$/u;
const AUDIENCE = /:(?:aud|azp)$/u;
const EXACT = /^(?:foranyvalue:)?(?:stringequals|stringequalsignorecase|stringlike)$/u;

/** What a statement that trusts web identities leaves open: `subject (:sub)`, `audience (:aud)`. */
export function openClaims(statement: Statement): readonly string[] {
  return [
    ...(says(statement, SUBJECT) ? [] : ['subject (:sub)']),
    ...(says(statement, AUDIENCE) ? [] : ['audience (:aud)']),
  ];
}

function says({ conditions }: Statement, claim: RegExp): boolean {
  return conditions.some((each) => claim.test(each.key) && fixes(each));
}

function fixes({ operator, values, hasGaps, optional }: Condition): boolean {
  return (
    EXACT.test(operator.toLowerCase()) && !optional && !hasGaps && values.length > 0 && values.every(isFixed)
  );
}

/** `repo:owner/name:*` fixes whose it is; `repo:owner/*`, `repo:*` and `*` do not. */
function isFixed(value: string): boolean {
  const [head = ''] = value.split(/[*?]/u);
  return (
    head.length === value.length ||
    /^[^:*?]+:[^/*?]+\/[^:*?]+:/u.test(head) ||
    /^system:serviceaccount:[^:*?]+:/u.test(head)
  );
}
