import { finding, type Rule } from '../../rule';
import { INVOKE_ACTIONS } from '../../policy/bedrock';
import { allows } from '../../policy/allow';
import { principalPolicies } from '../../policy/principal-policies';
import { arnsOf } from './arns';
import { mayDo } from './reach';

const CHANGES = ['bedrock:UpdateGuardrail', 'bedrock:DeleteGuardrail', 'bedrock:CreateGuardrailVersion'];

export const guardrailBeyondReach: Rule = {
  id: 'graph-guardrail-beyond-reach',
  title: 'who calls a model cannot change the guardrail',
  severity: 'error',
  controls: ['164.308(a)(3)(i)', '164.502(b)', '164.312(c)(1)'],
  profiles: ['hipaa', 'ai'],
  why: 'A guardrail that the caller can loosen or delete holds only as long as the caller wants it to.',
  fix: 'move changes of guardrails to a role of the deployment; leave bedrock:ApplyGuardrail to the caller',
  resourceTypes: ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group'],
  check(principal) {
    const { attached } = principalPolicies(principal);
    const calls = attached.some(({ statement }) =>
      INVOKE_ACTIONS.some((action) => allows(statement, action)),
    );
    if (!calls) return 'not-applicable';
    const guardrails = principal.template.assembly.resourcesOf('AWS::Bedrock::Guardrail');
    const named = guardrails.flatMap((guardrail) => [
      `\${${guardrail.logicalId}.GuardrailArn}`,
      ...arnsOf(guardrail, 'bedrock', 'guardrail/', []),
    ]);
    // without a guardrail in the assembly, any
    const permission = mayDo(
      principal,
      CHANGES,
      named.length > 0 ? named : ['arn:aws:bedrock:x:x:guardrail/x'],
    );
    if (!permission) return [];
    const { statement, resource } = permission.through;
    const by = resource === principal ? '' : ` by ${resource.logicalId}`;
    return [
      finding(resource === principal ? statement.path : 'Properties', `is allowed ${permission.action}${by}`),
    ];
  },
};
