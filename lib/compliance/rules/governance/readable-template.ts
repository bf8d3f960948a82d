import { ANY_TYPE, finding, type Observation, type Rule } from '../../rule';
import { isList, isObject, own, type Json } from '../../template/json';
import type { Template } from '../../template/template';

/** Transforms whose work on the resources that are judged is known. Source: CloudFormation user guide, "Transform". */
const KNOWN: ReadonlySet<Json> = new Set([
  'AWS::CodeDeployBlueGreen',
  'AWS::LanguageExtensions',
  'AWS::SecretsManager-2020-07-23',
  'AWS::SecretsManager-2024-09-16',
  'AWS::Serverless-2016-10-31',
]);
/** Expressions may be nested as deep as their author likes. */
const DEEPEST = 64;

export const readableTemplate: Rule = {
  id: 'governance-readable-template',
  title: 'no macro, include or module changes a template after it was judged',
  severity: 'error',
  controls: ['164.308(a)(8)'],
  profiles: ['hipaa'],
  why: 'A macro may add, change or remove any resource; what deploys is not what was judged.',
  fix: 'write out what the macro, include or module makes, or judge the processed template',
  resourceTypes: [ANY_TYPE],
  check(resource, template) {
    return [
      // what is said of the whole template is said once
      ...(template.resources[0] === resource ? ofTemplate(template) : []),
      ...(resource.type.endsWith('::MODULE') ? [finding('Type', 'is a module')] : []),
      ...(hasTransform(resource.definition, 0) ? [finding('', 'calls Fn::Transform')] : []),
    ];
  },
};

function ofTemplate({ body }: Template): readonly Observation[] {
  const transform = own(body, 'Transform') ?? [];
  const names = isList(transform) ? transform : [transform];
  const resources = own(body, 'Resources');
  const loops = Object.keys(isObject(resources) ? resources : {}).filter((key) =>
    key.startsWith('Fn::ForEach'),
  );
  return [
    ...(names.every((name) => KNOWN.has(name)) ? [] : [finding('Transform', 'names a macro')]),
    ...loops.map(() => finding('Resources', 'are made in a loop (Fn::ForEach), which is not followed')),
  ];
}

function hasTransform(value: Json, depth: number): boolean {
  if (depth > DEEPEST) return true;
  if (Array.isArray(value)) return value.some((member: Json) => hasTransform(member, depth + 1));
  if (!isObject(value)) return false;
  if (Object.hasOwn(value, 'Fn::Transform')) return true;
  for (const key in value) if (hasTransform(value[key] ?? null, depth + 1)) return true;
  return false;
}
