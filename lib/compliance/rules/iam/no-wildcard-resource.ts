import { allows, onEachAllow } from '../../policy/allow';
import { hasWildcard, isAnything, parseArn } from '../../policy/arn';
import { narrowsBy } from '../../policy/narrowing';
import { IDENTITY_POLICY_TYPES, identityStatements, type Statement } from '../../policy/statement';
import { finding, type Observation, type Rule } from '../../rule';

/** Actions that hand out data or the means to read it. */
const SENSITIVE = [
  'bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream', 'kms:Decrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom',
  'secretsmanager:GetSecretValue', 's3:GetObject', 's3:PutObject', 'dynamodb:GetItem', 'dynamodb:BatchGetItem',
  'dynamodb:Query', 'dynamodb:Scan', 'dynamodb:PutItem', 'dynamodb:UpdateItem',
]; // prettier-ignore
/** Conditions that say which resource, where the resource element does not. */
const RESOURCE_KEY =
  /^(?:[a-z0-9-]+:resourcetag\/|kms:(?:resourcealiases|requestalias)$|s3:existingobjecttag\/)/u;

export const noWildcardResource: Rule = {
  id: 'iam-no-wildcard-resource',
  title: 'policies name the data they open',
  severity: 'error',
  controls: ['164.308(a)(4)(ii)(B)', '164.312(a)(1)', '164.502(b)'],
  profiles: ['hipaa'],
  why: 'A permission on every key, bucket, table or secret is a permission on the PHI of every other application.',
  fix: 'name the ARNs in Resource',
  resourceTypes: [...IDENTITY_POLICY_TYPES],
  check(resource) {
    return onEachAllow(identityStatements(resource), ['action', 'resource'], observe, (statement) =>
      SENSITIVE.some((action) => allows(statement, action)),
    );
  },
};

function observe(statement: Statement): readonly Observation[] {
  // most statements name what they open
  if (!statement.resources.some(isEverything)) return [];
  const opened = SENSITIVE.filter((action) => allows(statement, action));
  const [first] = opened;
  if (first === undefined || narrowsBy(statement, (key) => RESOURCE_KEY.test(key)) === true) return [];
  const what = opened.length === 1 ? first : `${first} and ${opened.length - 1} more`;
  return [finding(`${statement.path}.Resource`, `opens every resource to ${what}`)];
}

/** `*`, and ARN patterns that name a service at most. */
function isEverything(pattern: string): boolean {
  if (!hasWildcard(pattern)) return false;
  const arn = parseArn(pattern);
  // `${Bucket.Arn}/*` starts with a resource that is named
  if (!arn) return pattern.endsWith('*') && !pattern.startsWith('${');
  const [first = ''] = arn.resource.split('/');
  return isAnything(arn.service === 's3' ? first : arn.resource.replace(/^[a-z-]+[/:]/u, ''));
}
