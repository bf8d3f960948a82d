import { allows, onEachAllow } from '../../policy/allow';
import {
  asksForGuardrail,
  deniesWithoutGuardrail,
  INVOKE_ACTIONS,
  isWithoutGuardrails,
} from '../../policy/bedrock';
import { allowsEverything } from '../../policy/everything';
import { principalsWith } from '../../policy/principal-policies';
import { surelyDenies, IDENTITY_POLICY_TYPES, identityPolicies, statementsOf } from '../../policy/statement';
import { finding, unknown, type Rule } from '../../rule';
import { servesGuardedAgents } from './agent-role';

export const bedrockInvokeGuardrail: Rule = {
  id: 'iam-bedrock-invoke-guardrail',
  title: 'models can be invoked with a guardrail only',
  severity: 'error',
  controls: ['164.502(b)', '164.312(c)(1)'],
  profiles: ['hipaa', 'ai'],
  why: 'A guardrail that the caller may leave out protects from nobody who wants around it.',
  fix: 'add the condition StringEquals bedrock:GuardrailIdentifier, or a Deny of the same actions under StringNotEquals',
  resourceTypes: [...IDENTITY_POLICY_TYPES],
  check(resource, template) {
    const principals = principalsWith(resource);
    // their guardrail is a setting of the agent, which `bedrock-agent-guardrail` looks at
    if (principals.length > 0 && principals.every(({ principal }) => servesGuardedAgents(principal)))
      return 'not-applicable';
    return identityPolicies(resource).flatMap((document) => {
      const denied = surelyDenies(document, template, deniesWithoutGuardrail);
      if (denied === true) return [];
      return onEachAllow(statementsOf(document, template), ['action'], (statement) => {
        const action = INVOKE_ACTIONS.find((name) => allows(statement, name));
        if (allowsEverything(statement)) return [];
        const { resources } = statement;
        if (action === undefined || (resources.length > 0 && resources.every(isWithoutGuardrails))) return [];
        const asked = asksForGuardrail(statement);
        if (asked === true) return [];
        return [
          asked === false && denied === false
            ? finding(statement.path, `allows ${action} without bedrock:GuardrailIdentifier`)
            : unknown(
                statement.path,
                `allows ${action} under a condition or beside a Deny that cannot be read`,
              ),
        ];
      });
    });
  },
};
