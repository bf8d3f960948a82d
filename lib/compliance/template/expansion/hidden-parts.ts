import { isList, isObject, own, type Json, type JsonObject } from '../json';
import type { Hidden } from './origin';

/** Transforms whose result the reader works out, or that change no resource. */
const UNDERSTOOD: ReadonlySet<string> = new Set([
  'AWS::LanguageExtensions',
  'AWS::Serverless-2016-10-31',
  // its hook shifts traffic between what the template declares
  'AWS::CodeDeployBlueGreen',
  // both fill in values from elsewhere
  'AWS::ServiceCatalog',
  'AWS::SecretsManager-2020-07-23',
  'AWS::SecretsManager-2024-09-16',
]);
/** Source: CloudFormation user guide, "Resource type" and "Modules"; third-party types have three parts too. */
const TYPE =
  /^(?:[A-Za-z0-9]+::[A-Za-z0-9]+::[A-Za-z0-9]+|Custom::[\w@-]+|AWS::CloudFormation::CustomResource)$/u;
const MODULE = /::MODULE$/u;
/** As deep as the reader lets anything be. */
const DEEPEST = 300;

/** The name under which a transform of the whole template is reported. */
export const TRANSFORM = 'Transform';

/** Names of the transforms of the whole template. */
export function transformsOf(body: JsonObject): readonly string[] {
  const section = own(body, TRANSFORM);
  const each = isList(section) ? section : section === undefined || section === null ? [] : [section];
  return each.map((transform) => {
    const name = isObject(transform) ? own(transform, 'Name') : transform;
    return typeof name === 'string' ? name : 'a transform without a name';
  });
}

/**
 * Every part of a template behind which there may be more than it says.
 * @param deep false when no property can hold a transform or a loop
 */
export function hiddenParts(body: JsonObject, deep = true): readonly Hidden[] {
  const hidden: Hidden[] = [];
  for (const name of transformsOf(body)) {
    if (!UNDERSTOOD.has(name)) {
      hidden.push({
        logicalId: TRANSFORM,
        property: '',
        reason: `${name} may add or change any resource while it deploys`,
      });
    }
  }
  if (own(body, 'Fn::Transform') !== undefined) {
    hidden.push({
      logicalId: 'Fn::Transform',
      property: '',
      reason: 'may add or change any resource while it deploys',
    });
  }
  const resources = own(body, 'Resources');
  for (const [logicalId, definition] of Object.entries(isObject(resources) ? resources : {})) {
    const reason = definitionProblem(logicalId, definition);
    if (reason !== undefined) hidden.push({ logicalId, property: '', reason });
    if (!isObject(definition)) continue;
    const properties = own(definition, 'Properties');
    if (properties !== undefined && properties !== null && !isObject(properties)) {
      hidden.push({ logicalId, property: 'Properties', reason: 'is no object' });
    }
    if (deep) collect(definition, '', logicalId, hidden, 0);
  }
  return hidden;
}

function definitionProblem(logicalId: string, definition: Json | undefined): string | undefined {
  if (logicalId === 'Fn::Transform') return 'may add any resource while it deploys';
  if (logicalId.startsWith('Fn::ForEach::'))
    return 'makes resources from values known only when the stack deploys';
  if (!isObject(definition)) return 'is no object';
  const type = own(definition, 'Type');
  if (typeof type !== 'string' || type === '') return 'names no type';
  if (MODULE.test(type)) return 'is a module; what it makes is registered elsewhere';
  return TYPE.test(type) ? undefined : 'has a type that CloudFormation cannot have';
}

function collect(value: Json, path: string, logicalId: string, hidden: Hidden[], depth: number): void {
  if (depth > DEEPEST) return;
  const at = (step: string) => (path === '' ? step : `${path}.${step}`);
  if (isList(value)) {
    for (const [index, member] of value.entries())
      collectMember(member, at(String(index)), logicalId, hidden, depth);
    return;
  }
  if (!isObject(value)) return;
  for (const key of Object.keys(value)) {
    if (key === 'Fn::Transform' && logicalId !== 'Fn::Transform') {
      hidden.push({
        logicalId,
        property: path,
        reason: 'is filled in by a transform while the stack deploys',
      });
    } else if (key.startsWith('Fn::ForEach::') && !logicalId.startsWith('Fn::')) {
      hidden.push({
        logicalId,
        property: path,
        reason: 'holds a loop over values known only when the stack deploys',
      });
    } else collectMember(value[key], at(key), logicalId, hidden, depth);
  }
}

function collectMember(
  member: Json | undefined,
  path: string,
  logicalId: string,
  hidden: Hidden[],
  depth: number,
) {
  if (typeof member === 'object' && member !== null) collect(member, path, logicalId, hidden, depth + 1);
}
