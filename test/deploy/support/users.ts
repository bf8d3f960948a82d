import { TENANT_TAG } from '../../../lib/contract/encryption-context';
import type { Aws } from './aws';
import type { Credentials } from './emulator';
import { textAt, type JsonObject } from './json';

/**
 * An IAM user that may do what the statements say. The emulator lets the root user do everything; a user it checks.
 * @param tenant the tenant it acts for, as a tag
 */
export async function makeUser(
  aws: Aws,
  UserName: string,
  statements: readonly JsonObject[],
  tenant?: string,
): Promise<Credentials> {
  await aws.call('iam', 'CreateUser', { UserName });
  if (tenant !== undefined)
    await aws.call('iam', 'TagUser', { UserName, Tags: [{ Key: TENANT_TAG, Value: tenant }] });
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  await aws.call('iam', 'PutUserPolicy', { UserName, PolicyName: 'allowed', PolicyDocument });
  const made = await aws.call('iam', 'CreateAccessKey', { UserName });
  return {
    key: textAt(made, 'AccessKey', 'AccessKeyId'),
    secret: textAt(made, 'AccessKey', 'SecretAccessKey'),
  };
}

export function allow(actions: readonly string[], resources: readonly string[]): JsonObject {
  return { Effect: 'Allow', Action: actions, Resource: resources };
}
