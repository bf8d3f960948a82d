import type { Aws } from './aws';
import { ACCOUNT } from './emulator';
import { textAt } from './json';

/** Credentials of a role, for a while. */
export interface Session {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/** A role as an application brings it: anybody of the account may take it, and it may do nothing yet. */
export async function makeRole(aws: Aws, RoleName: string): Promise<void> {
  const trust = {
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
    Action: 'sts:AssumeRole',
  };
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [trust] });
  await aws.call('iam', 'CreateRole', { RoleName, AssumeRolePolicyDocument });
}

export async function sessionOf(aws: Aws, roleName: string): Promise<Session> {
  const { Credentials = null } = await aws.call('sts', 'AssumeRole', {
    RoleArn: `arn:aws:iam::${ACCOUNT}:role/${roleName}`,
    RoleSessionName: 'deploy-test',
  });
  return {
    accessKeyId: textAt(Credentials, 'AccessKeyId'),
    secretAccessKey: textAt(Credentials, 'SecretAccessKey'),
    sessionToken: textAt(Credentials, 'SessionToken'),
  };
}
