import { Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { ConfigurationError } from '../errors';

/** As DynamoDB names tables, which AWS recommends for it: it may be the name of one. */
const NAME = /^[\w.-]{3,255}$/u;

/**
 * The logical name of a key store, which KMS policies compare as text.
 * @throws ConfigurationError `LogicalKeyStoreName` that is none
 */
export function logicalKeyStoreName(scope: IConstruct, name: string | undefined): string | undefined {
  if (name === undefined || (!Token.isUnresolved(name) && NAME.test(name))) return name;
  const given = Token.isUnresolved(name) ? 'a value known only at deployment' : `'${name}'`;
  throw new ConfigurationError(
    scope,
    'LogicalKeyStoreName',
    `logicalKeyStoreName is ${given}; give 3 to 255 letters, digits, '_', '.' and '-'`,
  );
}
