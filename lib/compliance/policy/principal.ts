import { hasWildcard, isAnything, parseArn } from './arn';

/** What follows the name of a service in its principal, in every partition. */
const SERVICE_SUFFIX = /\.(?:amazonaws\.com(?:\.cn)?|\$\{AWS::URLSuffix\})$/u;
/** An ARN cut short: the `*` stands for the account and all that follows. */
const ENDS_OPEN = /^arn:.+:(?:iam|sts)::[*?]*\*$/u;
const ACCOUNT = /^(?:\d{12}|\$\{AWS::AccountId\})$/u;

/** True for `*`, and for ARN patterns that leave the account open. */
export function isEverybody(principal: string): boolean {
  const arn = parseArn(principal);
  return isAnything(principal) || (arn !== undefined && isAnything(arn.account)) || ENDS_OPEN.test(principal);
}

export function isService(principal: string): boolean {
  return SERVICE_SUFFIX.test(principal);
}

/** The account that a principal stands for as a whole: its id, or the ARN of its root. */
export function wholeAccount(principal: string): string | undefined {
  if (ACCOUNT.test(principal)) return principal;
  const arn = parseArn(principal);
  return arn?.service === 'iam' && arn.resource === 'root' ? arn.account : undefined;
}

/**
 * Whether a principal is of another account. Undefined when its account is open, and when it is written out but the own
 * one is not known: a template that fits any account writes the own one as `AWS::AccountId`.
 * @param own the account of the stack, where it is known
 */
export function isOfOtherAccount(principal: string, own?: string): boolean | undefined {
  const account = wholeAccount(principal) ?? parseArn(principal)?.account ?? '';
  if (account === '' || account === '${AWS::AccountId}') return false;
  if (hasWildcard(account) || account.includes('${')) return undefined;
  return own === undefined ? undefined : account !== own;
}
