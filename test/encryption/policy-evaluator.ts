// Reads policy statements by what they mean, so that tests ask "may this caller do that?" and not how it is written.
import { at, list, type Json } from '../support/synthesize';

export const ACCOUNT = '111122223333';
export const REGION = 'us-east-1';
export const DEPLOYER = `arn:aws:iam::${ACCOUNT}:role/cdk-hnb659fds-cfn-exec-role-${ACCOUNT}-${REGION}`;
export const ACCOUNT_ROOT = `arn:aws:iam::${ACCOUNT}:root`;

const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::AccountId': ACCOUNT,
  'AWS::Partition': 'aws',
  'AWS::Region': REGION,
};

/** A text with pseudo parameters filled in; another resource reads as `<LogicalId>` or `<LogicalId.Attribute>`. */
export function text(value: Json | undefined): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  const ref = at(value, 'Ref');
  if (typeof ref === 'string') return PSEUDO[ref] ?? `<${ref}>`;
  const join = at(value, 'Fn::Join');
  if (join !== undefined)
    return list(at(join, 1))
      .map(text)
      .join(text(at(join, 0)));
  const sub = at(value, 'Fn::Sub');
  if (typeof sub === 'string')
    return sub.replaceAll(/\$\{([^}]+)\}/gu, (_, name: string) => PSEUDO[name] ?? `<${name}>`);
  const attribute = at(value, 'Fn::GetAtt');
  if (attribute !== undefined) return `<${list(attribute).map(text).join('.')}>`;
  const output = at(value, 'Fn::GetStackOutput', 'OutputName') ?? at(value, 'Fn::ImportValue');
  if (output !== undefined) return `<${text(output)}>`;
  const [index, from] = list(at(value, 'Fn::Select'));
  const [separator, whole] = list(at(from, 'Fn::Split'));
  if (index !== undefined && whole !== undefined)
    return text(whole).split(text(separator))[Number(index)] ?? text(whole);
  throw new Error(`no text: ${JSON.stringify(value)}`);
}

export const texts = (value: Json | undefined): readonly string[] => list(value).map(text);

export interface Caller {
  /** ARN of a role, a user or the account root. */
  readonly arn?: string;
  /** Service principal. */
  readonly service?: string;
}

export interface Request {
  /** Left out where the policy is the caller's own. */
  readonly caller?: Caller;
  readonly action: string;
  readonly resource?: string;
  readonly context?: Readonly<Record<string, string>>;
}

export type Decision = 'allowed' | 'denied' | 'not allowed';

function matches(pattern: string, value: string): boolean {
  const escaped = pattern.replaceAll(/[.+^${}()|[\]\\]/gu, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'u').test(value);
}

/** IAM's rule: a key that is absent fails a positive operator and passes a negated one. */
function holds(operator: string, wanted: readonly string[], given: string | undefined): boolean {
  const any = (test: (want: string) => boolean) => given !== undefined && wanted.some(test);
  switch (operator) {
    case 'StringEquals':
    case 'Bool':
    // a caller here has one value of each key
    case 'ForAnyValue:StringEquals':
      return any((want) => want === given);
    case 'StringNotEquals':
      return !any((want) => want === given);
    case 'StringLike':
    case 'ArnLike':
      return any((want) => matches(want, given ?? ''));
    case 'ArnNotLike':
      return !any((want) => matches(want, given ?? ''));
    case 'NumericLessThan':
      return any((want) => Number(given) < Number(want));
    case 'Null':
      return wanted.includes(String(given === undefined));
    default:
      throw new Error(`operator ${operator} is not known here`);
  }
}

function isCaller(principal: Json | undefined, caller: Caller): boolean {
  if (principal === '*' || at(principal, 'AWS') === '*') return true;
  if (texts(at(principal, 'Service')).includes(caller.service ?? '')) return true;
  return texts(at(principal, 'AWS')).some(
    (arn) => arn === caller.arn || (arn === ACCOUNT_ROOT && (caller.arn ?? '').includes(`::${ACCOUNT}:`)),
  );
}

function applies(statement: Json, request: Request): boolean {
  const { caller, action, resource = '*', context = {} } = request;
  const facts: Record<string, string> = { 'aws:ViaAWSService': 'false', ...context };
  if (caller?.arn !== undefined) facts['aws:PrincipalArn'] = caller.arn;
  if (caller && !isCaller(at(statement, 'Principal'), caller)) return false;
  if (!texts(at(statement, 'Action')).some((pattern) => matches(pattern, action))) return false;
  const resources = at(statement, 'Resource');
  const notResources = at(statement, 'NotResource');
  if (resources !== undefined && !texts(resources).some((pattern) => matches(pattern, resource)))
    return false;
  if (notResources !== undefined && texts(notResources).some((pattern) => matches(pattern, resource)))
    return false;
  return Object.entries(at(statement, 'Condition') ?? {}).every(([operator, keys]) =>
    Object.entries(keys as Readonly<Record<string, Json>>).every(([key, wanted]) =>
      holds(operator, texts(wanted), facts[key]),
    ),
  );
}

/**
 * What the statements of one policy document decide. For a key policy this takes for granted that the caller's own
 * policy allows the action, so `allowed` reads "the key would let it".
 */
export function decide(policy: Json | undefined, request: Request): Decision {
  const found = list(at(policy, 'Statement')).filter((statement) => applies(statement, request));
  if (found.some((statement) => at(statement, 'Effect') === 'Deny')) return 'denied';
  return found.length > 0 ? 'allowed' : 'not allowed';
}
