import { onEachAllow } from '../../policy/allow';
import { IDENTITY_POLICY_TYPES, identityStatements } from '../../policy/statement';
import { finding, type Rule } from '../../rule';

const ACTIONS: readonly string[] = [
  'bedrock:callwithbearertoken',
  'bedrock-mantle:callwithbearertoken',
  'iam:createservicespecificcredential',
  'iam:resetservicespecificcredential',
];

export const noBearerKeys: Rule = {
  id: 'bedrock-no-bearer-keys',
  title: 'nobody is let into Bedrock by an API key',
  severity: 'error',
  controls: ['164.312(d)', '164.312(a)(2)(i)'],
  profiles: ['hipaa', 'ai'],
  why: 'A bearer key is whoever holds it: no MFA, no session, and one that leaks works until somebody notices.',
  fix: 'call Bedrock with the credentials of a role, and deny the actions under both prefixes in the organization',
  resourceTypes: [...IDENTITY_POLICY_TYPES],
  check(resource) {
    return onEachAllow(identityStatements(resource), ['action'], (statement) =>
      statement.actions
        .filter((action) => ACTIONS.includes(action))
        .map((action) => finding(`${statement.path}.Action`, `allows ${action}`)),
    );
  },
};
