import { hasWildcard, parseArn } from './arn';
import type { Condition, Statement } from './statement';

/**
 * Keys that tie a caller to somebody known. Source: S3 user guide, "The meaning of public"; IAM user guide, "AWS global
 * condition context keys"; KMS developer guide, "AWS KMS condition keys".
 */
const PRINCIPAL_KEYS: ReadonlySet<string> = new Set([
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:userid',
  'kms:calleraccount',
]);
const CALLER_KEYS: ReadonlySet<string> = new Set([
  ...PRINCIPAL_KEYS,
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceip',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourceowner',
  'aws:sourcevpc',
  'aws:sourcevpce',
  's3:dataaccesspointaccount',
  's3:dataaccesspointarn',
]);
const EXACT = /^(?:foranyvalue:)?stringequals(?:ignorecase)?$/u;
const PATTERN = /^(?:foranyvalue:)?(?:stringlike|arnlike|arnequals)$/u;

/** Whether the conditions tie callers to known accounts, organizations, networks or sources. Undefined: cannot tell. */
export function narrowsCaller(statement: Statement): boolean | undefined {
  return narrowsBy(statement, (key) => CALLER_KEYS.has(key));
}

/** Whether the conditions say whose principals, wherever they call from. Undefined: cannot tell. */
export function narrowsPrincipal(statement: Statement): boolean | undefined {
  return narrowsBy(statement, (key) => PRINCIPAL_KEYS.has(key));
}

/** As {@link narrowsCaller}, for other keys. */
export function narrowsBy(
  statement: Statement,
  isKey: (lowerCaseKey: string) => boolean,
): boolean | undefined {
  const answers = statement.conditions
    .filter((condition) => isKey(condition.key) && !condition.optional)
    .map((condition) => bindsValue(condition));
  if (answers.includes(true)) return true;
  return answers.includes(undefined) || statement.unreadable.includes('Condition') ? undefined : false;
}

function bindsValue({ operator, key, values, hasGaps }: Condition): boolean | undefined {
  const name = operator.toLowerCase();
  // `…IfExists` and `ForAllValues:` hold when the request lacks the key, and negations admit everybody else
  if (EXACT.test(name)) return true;
  const binds = name === 'ipaddress' ? isRange : PATTERN.test(name) ? bindsPattern : undefined;
  if (!binds) return false;
  if (!values.every((value) => binds(value, key))) return false;
  return values.length === 0 || hasGaps ? undefined : true;
}

const isRange = (range: string): boolean => !/\/0+$/u.test(range);

/** A pattern binds when it fixes an account, or at least how the name starts. */
function bindsPattern(pattern: string, key: string): boolean {
  const arn = parseArn(pattern);
  if (!arn) return !/^[*?]/u.test(pattern);
  const isBucket = arn.account === '' && key !== 'aws:principalarn';
  return isBucket ? !/^[*?]/u.test(arn.resource) : !hasWildcard(arn.account);
}
