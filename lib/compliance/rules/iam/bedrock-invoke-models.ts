import { allows, onEachAllow } from '../../policy/allow';
import { INVOKE_ACTIONS, leavesModelOpen } from '../../policy/bedrock';
import { allowsEverything } from '../../policy/everything';
import { IDENTITY_POLICY_TYPES, identityStatements } from '../../policy/statement';
import { finding, type Rule } from '../../rule';

export const bedrockInvokeModels: Rule = {
  id: 'iam-bedrock-invoke-models',
  title: 'whoever may invoke models may invoke named models only',
  severity: 'error',
  controls: ['164.502(b)', '164.308(a)(4)(ii)(B)'],
  profiles: ['hipaa', 'ai'],
  why: 'Models differ in who makes them, where they run and what the agreement with AWS covers; a wildcard takes in those of tomorrow.',
  fix: 'name each model or inference profile by its ARN in Resource',
  resourceTypes: [...IDENTITY_POLICY_TYPES],
  check(resource) {
    return onEachAllow(
      identityStatements(resource),
      ['action', 'resource'],
      (statement) => {
        const action = INVOKE_ACTIONS.find((name) => allows(statement, name));
        if (action === undefined || allowsEverything(statement)) return [];
        if (statement.notResources.length > 0)
          return [finding(`${statement.path}.NotResource`, 'allows every model but those listed')];
        const open = statement.resources.filter(leavesModelOpen);
        return open.length === 0
          ? []
          : [finding(`${statement.path}.Resource`, `${open.join(', ')} names no model`)];
      },
      (statement) => INVOKE_ACTIONS.some((name) => allows(statement, name)),
    );
  },
};
