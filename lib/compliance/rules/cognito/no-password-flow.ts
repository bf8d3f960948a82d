import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { placesOf } from '../cloudformation/places';

const PLAIN: readonly unknown[] = ['ALLOW_USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH'];

export const noPasswordFlow: Rule = {
  id: 'cognito-no-password-flow',
  title: 'passwords are proven, not sent',
  severity: 'error',
  controls: ['164.308(a)(5)(ii)(D)', '164.312(d)'],
  profiles: ['strict'],
  why: 'In these flows the password itself passes through our application, its errors and its logs.',
  fix: 'use ALLOW_USER_SRP_AUTH in ExplicitAuthFlows',
  resourceTypes: ['AWS::Cognito::UserPoolClient'],
  check(client) {
    return placesOf(client, 'ExplicitAuthFlows[]').flatMap((flow) =>
      requireLiteral(flow, (name) => !PLAIN.includes(name), 'must not send the password'),
    );
  },
};
