import { finding, type Rule } from '../../rule';
import { deploysWith } from '../cloudformation/companions';

const ENFORCED = 'AWS::Bedrock::EnforcedGuardrailConfiguration';

export const guardrailEnforced: Rule = {
  id: 'bedrock-guardrail-enforced',
  title: 'a guardrail is enforced for the whole account',
  severity: 'error',
  controls: ['164.502(b)', '164.308(a)(5)(ii)(B)'],
  profiles: ['strict'],
  why: 'A guardrail that callers must name is left out by the caller nobody thought of.',
  fix: `add an ${ENFORCED}; every caller then needs bedrock:ApplyGuardrail`,
  resourceTypes: ['AWS::Bedrock::Guardrail'],
  check(guardrail) {
    return guardrail.template.assembly.resourcesOf(ENFORCED).some((each) => deploysWith(each, guardrail))
      ? []
      : [finding('', `the assembly has no ${ENFORCED} that surely deploys with it`)];
  },
};
