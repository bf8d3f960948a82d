import { TAKES_NO_GUARDRAIL } from '../../../contract/guardrail';
import { requireLiteral } from '../../requirement';
import { unknown, type Observation, type Rule } from '../../rule';
import type { Resource } from '../../template/resource';
import { observe } from '../cloudformation/answer';
import { accepts, surelyHas } from '../cloudformation/members';
import { requireNumberedVersion } from './numbered-version';

export const enforcedGuardrail: Rule = {
  id: 'bedrock-enforced-guardrail',
  title: 'the guardrail of the account looks at all of every prompt, for every model',
  severity: 'error',
  controls: ['164.502(b)', '164.308(a)(5)(ii)(B)'],
  profiles: ['hipaa', 'ai'],
  why: 'Under SELECTIVE a caller tags what is looked at, and leaves the rest unguarded; so does a model on the list of exceptions.',
  fix: 'set both modes of SelectiveContentGuarding to COMPREHENSIVE, a numbered version, and in ExcludedModels models of embeddings or reranking at most',
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
      ...enforcedOn(configuration),
      ...excluded(configuration),
    ];
  },
};

/** A list of models leaves out those of tomorrow; `ALL` does not. */
function enforcedOn(configuration: Resource): readonly Observation[] {
  const models = configuration.property('ModelEnforcement.IncludedModels');
  if (!models.isPresent) return [];
  const all = surelyHas(models, (model) => accepts(model, (id) => id === 'ALL'));
  return observe(all, models.path, 'must hold ALL');
}

/** Calls to models that take no guardrail would fail. */
function excluded(configuration: Resource): readonly Observation[] {
  const models = configuration.property('ModelEnforcement.ExcludedModels');
  return [
    ...models.values.flatMap(({ kind }) =>
      kind === 'unknown' ? [unknown(models.path, 'cannot be read; no model may be left out')] : [],
    ),
    ...models
      .items()
      .flatMap((model) =>
        requireLiteral(
          model,
          (id) => typeof id === 'string' && TAKES_NO_GUARDRAIL.test(id),
          'leaves a model without the guardrail',
        ),
      ),
  ];
}
