import { requireLiteral } from '../../requirement';
import { finding, unknown, type Observation, type Rule } from '../../rule';
import type { Resource } from '../../template/resource';
import { requireNumberedVersion } from './numbered-version';

export const enforcedGuardrail: Rule = {
  id: 'bedrock-enforced-guardrail',
  title: 'the guardrail of the account looks at all of every prompt, for every model',
  severity: 'error',
  controls: ['164.502(b)', '164.308(a)(5)(ii)(B)'],
  profiles: ['hipaa', 'ai'],
  why: 'Under SELECTIVE a caller tags what is looked at, and leaves the rest unguarded; so does a model on the list of exceptions.',
  fix: 'set both modes of SelectiveContentGuarding to COMPREHENSIVE, a numbered version, and no ExcludedModels',
  resourceTypes: ['AWS::Bedrock::EnforcedGuardrailConfiguration'],
  check(configuration) {
    return [
      ...requireNumberedVersion(configuration.property('GuardrailVersion')),
      ...['Messages', 'System'].flatMap((part) =>
        requireLiteral(
          configuration.property(`SelectiveContentGuarding.${part}`),
          (mode) => mode === 'COMPREHENSIVE',
          'must be COMPREHENSIVE',
        ),
      ),
      ...excluded(configuration),
    ];
  },
};

function excluded(configuration: Resource): readonly Observation[] {
  const models = configuration.property('ModelEnforcement.ExcludedModels');
  const [first] = models.items();
  if (!first) return [];
  return models.values.some(({ kind }) => kind === 'unknown')
    ? [unknown(models.path, 'cannot be read; no model may be left out')]
    : [finding(models.path, 'leaves models without the guardrail')];
}
