import type { Parameter } from '../../parameter';
import { parseArn } from '../../policy/arn';
import { requireValue } from '../../requirement';
import type { Rule } from '../../rule';
import { textOf } from '../../template/value';
import { onEach } from '../cloudformation/where-there';

const trusted: Parameter<readonly string[]> = {
  name: 'trustedAccounts',
  description: 'accounts whose layers may be used besides those of the assembly, by their 12 digits',
  default: [],
};

export const layersTrusted: Rule = {
  id: 'lambda-layers-trusted',
  title: 'layers come from the assembly, its account or accounts that are trusted',
  severity: 'warning',
  controls: ['164.308(a)(5)(ii)(B)', '164.312(c)(1)'],
  profiles: ['strict'],
  why: 'The code of a layer runs with the role and the data of the function; its owner decides what it does.',
  fix: 'publish the layer yourself, or set the parameter trustedAccounts',
  parameters: [trusted],
  resourceTypes: ['AWS::Lambda::Function'],
  check(lambda, _, settings) {
    const accounts = settings.of(trusted);
    const layers = lambda.property('Layers');
    if (!layers.isPresent) return 'not-applicable';
    return onEach(layers, (layer) =>
      requireValue(
        layer,
        (value) => {
          if (value.kind === 'reference') return true;
          const account = parseArn(textOf(value) ?? '')?.account;
          if (account === undefined) return undefined;
          return account === '${AWS::AccountId}' || accounts.includes(account);
        },
        'must be a layer of this account or of one that is trusted',
      ),
    );
  },
};
