import type { Condition, Statement } from './statement';

/** Claims that say for whom a token was made and whose it is; Amazon Cognito keeps the pool in `aud`. */
const SUBJECT = /:(?:sub|amr)$/u;
const AUDIENCE = /:(?:aud|azp)$/u;
const EXACT = /^(?:foranyvalue:)?(?:stringequals|stringequalsignorecase|stringlike)$/u;

/**
 * Issuers that sign tokens for all their customers, or for every workload of a cluster: the subject alone says whose.
 * Source: IAM user guide, "Configure a role for GitHub OIDC identity provider", "Identity provider controls for shared OIDC
 * providers"; EKS user guide, "Assign IAM roles to Kubernetes service accounts".
 */
const SHARED_ISSUER =
  /(?:token\.actions\.githubusercontent\.com|gitlab\.com|app\.terraform\.io|api\.bitbucket\.org|oidc\.circleci\.com|agent\.buildkite\.com|oidc\.vercel\.com|oidc\.fly\.io|api\.pulumi\.com\/oidc|accounts\.google\.com|graph\.facebook\.com|www\.amazon\.com|cognito-identity[a-z0-9.-]*\.amazonaws\.com|oidc\.eks\.)/u;

/** Whether somebody else's identities come from the same issuer as ours. */
export function isSharedIssuer(issuer: string): boolean {
  return SHARED_ISSUER.test(issuer);
}

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
