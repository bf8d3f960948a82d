import { requireValue } from '../../requirement';
import type { Observation } from '../../rule';
import type { Property } from '../../template/property';
import { textOf, type Value } from '../../template/value';

/**
 * Requires a version that never changes again; `DRAFT` is whatever was saved last. The attribute `Version` of a
 * guardrail is always `DRAFT`. Source: CloudFormation template reference, AWS::Bedrock::Guardrail, return values.
 */
export function requireNumberedVersion(property: Property): readonly Observation[] {
  return requireValue(property, isNumbered, 'must be a numbered version, not DRAFT');
}

function isNumbered(value: Value): boolean | undefined {
  if (value.kind === 'reference') {
    const type = value.template.resource(value.logicalId)?.type;
    if (type === 'AWS::Bedrock::Guardrail') return false;
    return type === 'AWS::Bedrock::GuardrailVersion' || type === 'AWS::Bedrock::FlowVersion'
      ? true
      : undefined;
  }
  const text = textOf(value);
  if (text === undefined) return false;
  return /^\d{1,8}$/u.test(text) ? true : text.includes('${') ? undefined : false;
}
