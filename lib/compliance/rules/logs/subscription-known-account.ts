import { parseArn } from '../../policy/arn';
import { isStranger } from '../../policy/stranger';
import { requireValue } from '../../requirement';
import type { Rule } from '../../rule';
import { textOf } from '../../template/value';
import { TRUSTED_ACCOUNTS } from '../cloudformation/trusted-accounts';

export const subscriptionKnownAccount: Rule = {
  id: 'logs-subscription-known-account',
  title: 'no subscription sends logs to an account that is not known',
  severity: 'warning',
  controls: ['164.308(b)(1)', '164.502(e)'],
  profiles: ['strict'],
  parameters: [TRUSTED_ACCOUNTS],
  why: 'Another account that receives logs receives the PHI in them.',
  fix: 'add the account to the parameter trustedAccounts, or send to a destination of your own',
  resourceTypes: ['AWS::Logs::SubscriptionFilter'],
  check(filter, _template, settings) {
    const destination = filter.property('DestinationArn');
    return requireValue(
      destination,
      (value) => {
        const text = textOf(value);
        return text === undefined
          ? undefined
          : !isStranger(parseArn(text)?.account, settings.of(TRUSTED_ACCOUNTS));
      },
      'must be in this account or a known one',
    );
  },
};
