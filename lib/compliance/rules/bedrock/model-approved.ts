import { allows, onEachAllow } from '../../policy/allow';
import { INVOKE_ACTIONS } from '../../policy/bedrock';
import { IDENTITY_POLICY_TYPES, identityStatements } from '../../policy/statement';
import type { Parameter } from '../../parameter';
import { requireValue } from '../../requirement';
import { finding, type Rule } from '../../rule';
import { textOf, type Value } from '../../template/value';
import { placesByType, typesOf } from '../cloudformation/places';
import { MODELS } from './model-places';

/** Models that somebody brought, and marketplace endpoints. Source: Service Authorization Reference, resource types of Bedrock. */
const OUTSIDE =
  /:(?:imported-model|custom-model|custom-model-deployment|provisioned-model)\/|^arn:[^:]*:sagemaker:/u;
/** A place where the kind of model is left open. */
const OPEN_KIND = /(?:^|:)\$\{[^}]*\}(?:\/|$)/u;

const approved: Parameter<readonly string[]> = {
  name: 'approved',
  description: 'ARNs of imported, custom, provisioned and marketplace models with an approval on record',
  default: [],
};

export const modelApproved: Rule = {
  id: 'bedrock-model-approved',
  title: 'models that were imported, trained or bought elsewhere are used once they are approved',
  severity: 'error',
  controls: ['164.308(b)(1)', '164.502(e)', '164.308(a)(1)(ii)(B)'],
  profiles: ['ai'],
  why: 'Nobody looked at where such a model comes from, what it was trained on, and which agreement covers it.',
  fix: 'use a foundation model, or list the ARN in the parameter approved once the approval is on record',
  resourceTypes: [...typesOf(MODELS), ...IDENTITY_POLICY_TYPES],
  parameters: [approved],
  check(resource, _template, settings) {
    const known = settings.of(approved);
    return [
      ...placesByType(resource, MODELS).flatMap((model) =>
        requireValue(model, (value) => isApproved(value, known), 'must be a foundation model, or approved'),
      ),
      ...onEachAllow(
        identityStatements(resource),
        ['action', 'resource'],
        (statement) =>
          INVOKE_ACTIONS.some((action) => allows(statement, action))
            ? statement.resources
                .filter((arn) => OUTSIDE.test(arn) && !known.includes(arn))
                .map((arn) => finding(`${statement.path}.Resource`, `${arn} is not approved`))
            : [],
        (statement) => INVOKE_ACTIONS.some((action) => allows(statement, action)),
      ),
    ];
  },
};

function isApproved(value: Value, known: readonly string[]): boolean | undefined {
  // a profile or router of the assembly is judged itself
  if (value.kind === 'reference') return true;
  const text = textOf(value);
  if (text === undefined) return false;
  return OUTSIDE.test(text) ? known.includes(text) : OPEN_KIND.test(text) ? undefined : true;
}
