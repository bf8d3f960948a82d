import { finding, unknown, type Rule } from '../../rule';
import { surelyHas } from '../cloudformation/members';
import { hidesEntity } from './hidden-entity';

/** Bedrock's types that open something. Source: Bedrock API reference, GuardrailPiiEntityConfig. */
const CREDENTIALS = ['PASSWORD', 'AWS_ACCESS_KEY', 'AWS_SECRET_KEY', 'PIN'] as const;

export const guardrailCredentials: Rule = {
  id: 'bedrock-guardrail-credentials',
  title: 'guardrails block or mask passwords and keys',
  severity: 'warning',
  controls: ['164.308(a)(5)(ii)(D)', '164.312(d)'],
  profiles: ['ai'],
  why: 'A password pasted into a prompt is from then on in the log of invocations, and in answers to whoever asks for it.',
  fix: `add ${CREDENTIALS.join(', ')} to SensitiveInformationPolicyConfig.PiiEntitiesConfig with Action BLOCK or ANONYMIZE`,
  resourceTypes: ['AWS::Bedrock::Guardrail'],
  check(guardrail) {
    const list = guardrail.property('SensitiveInformationPolicyConfig.PiiEntitiesConfig');
    return CREDENTIALS.flatMap((type) => {
      const hidden = surelyHas(list, (entity) => hidesEntity(entity, type));
      if (hidden === true) return [];
      return [(hidden === false ? finding : unknown)(list.path, `${type} is not surely blocked or masked`)];
    });
  },
};
