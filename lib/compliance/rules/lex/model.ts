import { allowLiteral } from '../../requirement';
import type { Observation } from '../../rule';
import type { Property } from '../../template/property';
import { requireNumberedVersion } from '../bedrock/numbered-version';
import { requireSet } from '../cloudformation/set';

/** What a bot says of a model it calls: its guardrail, and whether the calls are traced with what was said. */
export function judgeModel(model: Property): readonly Observation[] {
  const guardrail = model.at('BedrockGuardrailConfiguration');
  return [
    ...requireSet(guardrail.at('BedrockGuardrailIdentifier'), 'must name a guardrail'),
    ...requireNumberedVersion(guardrail.at('BedrockGuardrailVersion')),
    ...allowLiteral(model.at('BedrockTraceStatus'), (trace) => trace === 'DISABLED', 'must be DISABLED'),
  ];
}
