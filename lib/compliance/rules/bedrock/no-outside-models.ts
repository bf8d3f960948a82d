import { allows, onEachAllow } from '../../policy/allow';
import { allowsEverything } from '../../policy/everything';
import { IDENTITY_POLICY_TYPES, identityStatements } from '../../policy/statement';
import { finding, type Rule } from '../../rule';

/** Calls that bring a model into the account, or take an offer. Source: Service Authorization Reference, Amazon Bedrock. */
const ACTIONS = [
  'bedrock:CreateCustomModel',
  'bedrock:CreateCustomModelDeployment',
  'bedrock:CreateFoundationModelAgreement',
  'bedrock:CreateMarketplaceModelEndpoint',
  'bedrock:CreateModelImportJob',
  'bedrock:RegisterMarketplaceModelEndpoint',
  'bedrock:UpdateMarketplaceModelEndpoint',
] as const;

export const noOutsideModels: Rule = {
  id: 'bedrock-no-outside-models',
  title: 'workloads bring no models into the account',
  severity: 'error',
  controls: ['164.308(b)(1)', '164.308(a)(4)(ii)(B)'],
  profiles: ['ai'],
  why: 'Weights from anywhere, and offers under terms of third parties, become models that prompts with PHI can be sent to.',
  fix: 'leave import and offers to a role of those who administer models, and waive this there with its approval',
  resourceTypes: [...IDENTITY_POLICY_TYPES],
  check(resource) {
    return onEachAllow(identityStatements(resource), ['action'], (statement) => {
      // who may do everything is for iam-no-admin-policy
      if (allowsEverything(statement)) return [];
      const action = ACTIONS.find((name) => allows(statement, name));
      return action === undefined ? [] : [finding(statement.path, `allows ${action}`)];
    });
  },
};
