import type { Tri } from './tri';

/** Services in the list of the AWS Organizations user guide, "Resource control policies". It grows. */
const COVERED: ReadonlySet<string> = new Set([
  'aoss',
  'cognito-identity',
  'cognito-idp',
  'dynamodb',
  'ecr',
  'kms',
  'logs',
  's3',
  'secretsmanager',
  'sqs',
  'sts',
]);

/** Whether resource control policies reach an action; undefined for services that may have joined the list. */
export function hasResourceControl(action: string): Tri {
  return COVERED.has(action.slice(0, Math.max(action.indexOf(':'), 0)).toLowerCase()) || undefined;
}
