import { isList, isObject, own, type Json, type JsonObject } from '../../../lib/compliance/template/json';

/** A row of `properties.json`: a property of a type, and how it is weakened. */
export interface Weakening {
  readonly type: string;
  readonly path: string;
  readonly kind: string;
  readonly weaken: string;
  readonly valueType: string;
  readonly value?: Json;
  /** Other places of the type that hold the same definition. */
  readonly alsoAt?: readonly string[];
}

/** A template in which one property of one resource is weaker. */
export interface Mutant {
  readonly template: JsonObject;
  readonly logicalId: string;
  readonly path: string;
}

/** Every way to weaken the property in a template; none when no resource of the type has it. */
export function mutantsOf(template: JsonObject, weakening: Weakening): readonly Mutant[] {
  const resources = own(template, 'Resources');
  if (!isObject(resources)) return [];
  return Object.entries(resources).flatMap(([logicalId, resource]) => {
    if (!isObject(resource) || resource['Type'] !== weakening.type) return [];
    return [weakening.path, ...(weakening.alsoAt ?? [])].flatMap((path) =>
      variants(resource, stepsOf(path), weakening).map((mutated) => ({
        template: { ...template, Resources: { ...resources, [logicalId]: mutated } },
        logicalId,
        path,
      })),
    );
  });
}

/** `A.B[].C` as `A`, `B`, `[]`, `C`; `["x.y"]` and `[Key=x.y]` are one step each. */
function stepsOf(path: string): readonly string[] {
  return path.match(/\["[^"]*"\]|\[[^\]]*\]|[^.[]+/gu) ?? [];
}

function variants(value: Json | undefined, steps: readonly string[], weakening: Weakening): readonly Json[] {
  const [step, ...rest] = steps;
  if (value === undefined) return [];
  if (step === undefined) return weaker(value, weakening);
  if (step.startsWith('[') && !step.startsWith('["')) return inList(value, step, rest, weakening);
  if (!isObject(value)) return [];
  const names = step === '*' ? Object.keys(value) : [step.startsWith('["') ? step.slice(2, -2) : step];
  return names.flatMap((name) => {
    const member = own(value, name);
    if (member === undefined) return [];
    if (rest.length === 0 && weakening.weaken === 'remove') {
      return [Object.fromEntries(Object.entries(value).filter(([key]) => key !== name))];
    }
    return variants(member, rest, weakening).map((changed) => ({ ...value, [name]: changed }));
  });
}

/** `[]` is any member; `[Key=x]` the member whose `Key` is `x`, of which the value is weakened. */
function inList(value: Json, step: string, rest: readonly string[], weakening: Weakening): readonly Json[] {
  if (!isList(value)) return [];
  const [, key, name] = /^\[([A-Za-z]+)=(.*)\]$/u.exec(step) ?? [];
  return value.flatMap((member, index) => {
    const replaced = (changed: Json) => value.with(index, changed);
    if (key === undefined) return variants(member, rest, weakening).map(replaced);
    if (!isObject(member) || own(member, key) !== name) return [];
    if (weakening.weaken === 'remove') return [value.filter((_, at) => at !== index)];
    const valueName = ['Value', 'ParameterValue'].find((each) => own(member, each) !== undefined);
    const current = valueName === undefined ? undefined : own(member, valueName);
    if (valueName === undefined || current === undefined) return [];
    return weaker(current, weakening).map((changed) => replaced({ ...member, [valueName]: changed }));
  });
}

/** A statement that lets everybody do everything. */
const OPEN_STATEMENT: JsonObject = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };

function weaker(current: Json, { weaken, value, type, path, valueType }: Weakening): readonly Json[] {
  switch (weaken) {
    case 'set-false':
      return current === false ? [] : [false];
    case 'set-true':
      return current === true ? [] : [true];
    case 'other-enum':
    case 'other-value':
    case 'shorten':
    case 'lengthen':
      // the schema has lists of CloudFront as objects with Items
      if (isList(value) && isObject(current) && isList(own(current, 'Items')))
        return [{ ...current, Items: value }];
      return value === undefined ? [] : otherThan(current, value);
    case 'open-cidr':
      return otherThan(current, path.includes('v6') ? '::/0' : '0.0.0.0/0');
    case 'open-principal':
      return [isList(current) ? ['*'] : '*'];
    case 'admin-policy':
      return [['arn:aws:iam::aws:policy/AdministratorAccess']];
    case 'plain-secret':
      return [secret(current, valueType)];
    case 'open-policy':
      return [openPolicy(current, type)];
    case 'remove':
      throw new Error(`${path}: a property is removed from what holds it`);
    default:
      throw new Error(`no mutator for '${weaken}'`);
  }
}

/** What is as weak already is no mutant. */
function otherThan(current: Json, weak: Json): readonly Json[] {
  return JSON.stringify(weak) === JSON.stringify(current) ? [] : [weak];
}

/** A word that an attentive person takes for a password; nobody's. */
const PASSWORD = 'correct-horse-battery-staple-7';

function secret(current: Json, valueType: string): Json {
  // what the schema calls JSON may be a map too
  if (isObject(current) && (valueType === 'map' || valueType === 'json'))
    return { ...current, DB_PASSWORD: PASSWORD };
  if (isList(current)) return [...current, { Name: 'DB_PASSWORD', Value: PASSWORD }];
  return PASSWORD;
}

function openPolicy(current: Json, type: string): Json {
  const isIdentity = type.startsWith('AWS::IAM::') || type.startsWith('AWS::SSO::');
  const { Principal: _, ...withoutPrincipal } = OPEN_STATEMENT;
  const statement = isIdentity ? withoutPrincipal : OPEN_STATEMENT;
  const document = { Version: '2012-10-17', Statement: [statement] };
  if (type === 'AWS::OpenSearchServerless::AccessPolicy') {
    const rule = { ResourceType: 'index', Resource: ['index/*/*'], Permission: ['aoss:*'] };
    return JSON.stringify([{ Rules: [rule], Principal: ['*'] }]);
  }
  if (type === 'AWS::OpenSearchServerless::SecurityPolicy') {
    return JSON.stringify([
      { Rules: [{ ResourceType: 'collection', Resource: ['collection/*'] }], AllowFromPublic: true },
    ]);
  }
  return typeof current === 'string' ? JSON.stringify(document) : document;
}
