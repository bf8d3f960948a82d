import { isAnything, parseArn } from '../../policy/arn';
import { covers } from '../../policy/pattern';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import { textOf, type Value } from '../../template/value';
import type { Kind } from './kind';

/** Whether a list of ARNs and patterns surely names a resource. */
export function lists(list: Property, resource: Resource, kind: Kind): boolean | undefined {
  const answers = list.items().map((item): boolean | undefined => {
    const each = item.values.map((value) => names(value, resource, kind));
    return each.every((answer) => answer === each[0]) ? each[0] : undefined;
  });
  if (answers.includes(true)) return list.values.length > 1 ? undefined : true;
  return answers.includes(undefined) ? undefined : false;
}

function names(value: Value, resource: Resource, kind: Kind): boolean | undefined {
  if (value.kind === 'absent') return false;
  if (value.kind === 'reference') {
    const target = value.template.resource(value.logicalId);
    if (target === resource) return true;
    // a custom resource or nested stack may hand out any ARN
    const type = target?.type ?? '';
    return type.startsWith('AWS::') && type !== 'AWS::CloudFormation::Stack' ? false : undefined;
  }
  const pattern = textOf(value);
  return pattern === undefined ? undefined : coversArn(pattern, resource, kind);
}

function coversArn(pattern: string, resource: Resource, kind: Kind): boolean | undefined {
  if (isAnything(pattern)) return true;
  const arn = parseArn(pattern);
  if (!arn) return pattern.includes('${') ? undefined : false;
  if (!covers(arn.service, kind.service)) return false;
  if (covers(arn.resource, `${kind.prefix}\${${resource.logicalId}}`)) return true;
  const given = kind.name === undefined ? [] : resource.property(kind.name).texts();
  const answers = given.map((name) => covers(arn.resource, `${kind.prefix}${name}`));
  if (answers.includes(true)) return answers.every(Boolean) ? true : undefined;
  return isOpen(arn.resource, resource) ? undefined : false;
}

/** Whether part of the text is filled in by something else than a resource of the template. */
function isOpen(text: string, { template }: Resource): boolean {
  const gaps = text.matchAll(/\$\{(?<id>[^}.]{1,255})/gu);
  return [...gaps].some(({ groups }) => template.resource(groups?.['id'] ?? '') === undefined);
}
