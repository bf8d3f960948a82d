// Writes test/compliance/mutation/properties.json: the security-relevant properties of the resource types in
// test/compliance/mutation/resource-types.json, by the criteria in scripts/security-properties/.
// Not part of the build: run it by hand when the scope, a criterion or the schema changes, and commit its output.
// Source: @aws-cdk/aws-service-spec (Apache-2.0), the CloudFormation schema that aws-cdk-lib itself is generated from.
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  criteria,
  GENERIC,
  HOLDS_DATA,
  namedSettings,
  OFF,
  weakestWords,
} from './security-properties/criteria.mjs';
import { exclusions } from './security-properties/exclusions.mjs';

const PACKAGE = '@aws-cdk/aws-service-spec';
const VERSION = '0.1.216';
const USAGE = `usage: node scripts/generate-security-properties.mjs --spec DIR [--unweakened | --unmarked]

  DIR holds node_modules/${PACKAGE}:
    npm install --prefix DIR --ignore-scripts ${PACKAGE}@${VERSION}
  --unweakened  write nothing; print the properties that a criterion meets but for which it has no weaker value
  --unmarked    write nothing; print the switches whose documentation speaks of security but that no criterion meets
`;
const FOLDER = path.join(
  path.dirname(fileURLToPath(import.meta.url)),
  '..',
  'test',
  'compliance',
  'mutation',
);
const SCOPE = JSON.parse(readFileSync(path.join(FOLDER, 'resource-types.json'), 'utf8'));
const SPEAKS_OF_SECURITY =
  /encrypt|publicly|\btls\b|\bssl\b|https\b|\bkms\b|authenticat|authoriz|privilege|unauthori[sz]ed|audit|deletion protection/iu;

function fail(message) {
  process.stderr.write(`${message}\n\n${USAGE}`);
  process.exit(2);
}

function loadSchema(directory) {
  const root = path.resolve(directory, 'node_modules', PACKAGE);
  let manifest;
  try {
    manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  } catch {
    fail(`no ${PACKAGE} under ${directory}`);
  }
  // another version is another list: the output would no longer be reproducible from what it says of itself
  if (manifest.version !== VERSION) fail(`${PACKAGE} is ${manifest.version}; allowed is ${VERSION}`);
  return createRequire(path.join(root, 'package.json'))(root).loadAwsServiceSpecSync();
}

/** A type of the schema as the list names it, with the definitions that its members come from. */
function readType(type, schema) {
  switch (type.type) {
    case 'array':
      return { valueType: 'list', suffix: '[]', ...inside(type.element, schema) };
    case 'map':
      return { valueType: 'map', suffix: '.*', ...inside(type.element, schema) };
    case 'ref':
      return {
        valueType: 'object',
        suffix: '',
        members: [schema.get('typeDefinition', type.reference.$ref)],
      };
    case 'union': {
      const options = type.types.map((option) => readType(option, schema));
      const first = options.find(({ valueType }) => valueType === 'object') ?? options[0];
      return { ...first, members: options.flatMap(({ members }) => members) };
    }
    case 'string':
      return { valueType: 'string', suffix: '', words: type.allowedValues, members: [] };
    case 'date-time':
      return { valueType: 'string', suffix: '', members: [] };
    default:
      return { valueType: type.type, suffix: '', members: [] };
  }
}

function inside(element, schema) {
  const { suffix, members, words } = readType(element, schema);
  return { inner: suffix, members, words };
}

/** Every property of a type, outermost first. A definition is not followed into itself. */
function* propertiesOf(properties, above, schema, seen = [], owner = undefined) {
  for (const [name, property] of Object.entries(properties)) {
    const { valueType, suffix, inner = '', members, words } = readType(property.type, schema);
    const at = `${above}.${name}`;
    yield { path: at, name, above, valueType, words, property, owner };
    for (const definition of members) {
      if (seen.includes(definition.$id)) continue;
      const within = { id: definition.$id, isAlone: Object.keys(definition.properties).length === 1 };
      yield* propertiesOf(
        definition.properties,
        `${at}${suffix}${inner}`,
        schema,
        [...seen, definition.$id],
        within,
      );
    }
  }
}

const compare = (left, right) => (left < right ? -1 : Number(left > right));
const groupOf = ({ group, id }) => group ?? id;
const parentName = (above) => above.replace(/\[\]|\.\*/gu, '').replace(/^.*\./u, '');

/** A name that says nothing alone is read with its parent. */
const judgedName = ({ name, above }) => (GENERIC.test(name) ? `${parentName(above)}.${name}` : name);

const isInside = (at, block) => at.startsWith(block) && /^[.[]/u.test(at.slice(block.length));

function meets(criterion, candidate) {
  const { type, path: at, above, valueType, property } = candidate;
  if (criterion.on && !criterion.on.test(type)) return false;
  if (criterion.types && !criterion.types.includes(valueType)) return false;
  if (criterion.scrutiny && !criterion.scrutiny.test(property.scrutinizable ?? '')) return false;
  if (criterion.under && !criterion.under.test(above.replace(/\[\]|\.\*/gu, ''))) return false;
  if (criterion.unless?.test(at)) return false;
  return !criterion.name || criterion.name.test(judgedName(candidate)) || criterion.name.test(candidate.name);
}

/** A switch that no criterion meets although its documentation speaks of security: for whoever reviews the criteria. */
function isUnmarkedSwitch({ valueType, words, property }) {
  const isSwitch = valueType === 'boolean' || (valueType === 'string' && words?.length > 1);
  return isSwitch && SPEAKS_OF_SECURITY.test(property.documentation ?? '');
}

const row = ({ type, path: at, valueType, words, property }) =>
  [type, at, valueType, property.required ? 'required' : 'optional', words?.join('|') ?? ''].join('\t');

/** How the property is weakened, or undefined where the schema leaves no weaker value. */
function weakening(criterion, { type, path: at, valueType, words, property }) {
  const { weaken } = criterion;
  const weakest = weakestWords.find((one) => one.at.test(`${type} ${at}`));
  if (weakest !== undefined) {
    used.add(weakest);
    return { weaken: 'other-enum', value: weakest.value };
  }
  // nothing deploys without a required property: its absence is an error, not a weakness
  if (weaken === 'remove') return property.required ? undefined : { weaken };
  if (weaken === 'set-true' || weaken === 'set-false') {
    if (valueType === 'boolean') return { weaken };
    const word =
      criterion.words?.find((one) => words?.includes(one)) ??
      SWITCHED[weaken].find((one) => words?.includes(one));
    return word === undefined ? undefined : { weaken: 'other-enum', value: word };
  }
  const stated = criterion.values?.[type] ?? criterion.value;
  if (weaken === 'other-enum') {
    const word = words ? criterion.words?.find((one) => words.includes(one)) : undefined;
    const value = word ?? (words === undefined || words.includes(stated) ? stated : undefined);
    return value === undefined ? undefined : { weaken, value };
  }
  return stated === undefined ? { weaken } : { weaken, value: stated };
}

const SWITCHED = {
  'set-true': ['ENABLED', 'Enabled', 'enabled', 'ENABLE', 'enable', 'on', 'true'],
  'set-false': [...OFF, 'NO_FAILOVER'],
};

/** Keeps the entries of one type: where the same weakening already is on the list, a second one is none. */
class TypeEntries {
  entries = [];
  #removed = [];
  #listed = new Set();
  #byDefinition = new Map();

  add(criterion, how, { type, path: at, name, above, valueType, words, owner }) {
    // two definitions of a union share members: one path is one weakening
    const here = `${at} ${how.weaken}`;
    if (this.#listed.has(here)) return;
    this.#listed.add(here);
    // one definition at several places of a type is one property: the mutator weakens it wherever the template has it
    const same = owner && `${owner.id} ${name} ${criterion.id} ${how.weaken}`;
    const twin = this.#byDefinition.get(same);
    if (twin !== undefined) {
      twin.alsoAt = [...(twin.alsoAt ?? []), at].sort(compare);
      return;
    }
    if (how.weaken === 'remove' && this.#isRemoved(criterion, at, above, owner)) return;
    if (how.weaken === 'remove') this.#removed.push({ group: groupOf(criterion), at });
    const allowed = words && valueType === 'string' ? { enum: [...words].sort(compare) } : {};
    const entry = {
      type,
      path: at,
      kind: criterion.kind,
      criterion: criterion.id,
      valueType,
      ...allowed,
      ...how,
    };
    if (same !== undefined) this.#byDefinition.set(same, entry);
    this.entries.push(entry);
  }

  /** A block that the same criterion removes takes what is in it along; so does any block with its only member. */
  #isRemoved(criterion, at, above, owner) {
    const block = above.replace(/(?:\[\]|\.\*)+$/u, '');
    return this.#removed.some(
      (one) =>
        (one.group === groupOf(criterion) && isInside(at, one.at)) || (owner?.isAlone && one.at === block),
    );
  }
}

/** What is beside the schema's properties: deletion of what holds data, and settings that the schema knows as a list. */
function besides(type, { isStateful, properties }) {
  const kept = isStateful || HOLDS_DATA.includes(type) ? ['DeletionPolicy', 'UpdateReplacePolicy'] : [];
  const words = ['Delete', 'Retain', 'RetainExceptOnCreate', 'Snapshot'];
  const deletion = { kind: 'retention', criterion: 'holds-data', valueType: 'string', enum: words };
  const setting = { criterion: 'named-setting', valueType: 'string', weaken: 'other-value' };
  return [
    ...kept.map((at) => ({ type, path: at, ...deletion, weaken: 'other-enum', value: 'Delete' })),
    ...namedSettings
      .filter((one) => one.type === type)
      .map(({ list, key, kind, name, value }) => {
        if (!(list in properties)) fail(`${type} has no ${list}`);
        const at = name ? `Properties.${list}[${name}=${key}]` : `Properties.${list}["${key}"]`;
        return { type, path: at, kind, ...setting, value };
      }),
  ];
}

const argv = process.argv.slice(2);
const directory = argv[argv.indexOf('--spec') + 1];
if (!argv.includes('--spec') || directory === undefined) fail('--spec is missing');
const schema = loadSchema(directory);
const used = new Set();
const entries = [];
const unmarked = [];
const unweakened = [];

for (const type of SCOPE) {
  const [resource] = schema.lookup('resource', 'cloudFormationType', 'equals', type);
  if (resource === undefined) fail(`${type} of resource-types.json is not in ${PACKAGE}@${VERSION}`);
  const ofType = new TypeEntries();
  for (const property of propertiesOf(resource.properties, 'Properties', schema)) {
    const candidate = { type, ...property };
    const met = criteria.filter((criterion) => meets(criterion, candidate));
    if (met.length === 0) {
      if (isUnmarkedSwitch(candidate)) unmarked.push(candidate);
      continue;
    }
    const exclusion = exclusions.find(
      (one) => (one.type?.test(type) ?? true) && one.path.test(candidate.path),
    );
    if (exclusion !== undefined) {
      for (const one of [exclusion, ...met]) used.add(one);
      continue;
    }
    const ways = met
      .map((criterion) => ({ criterion, how: weakening(criterion, candidate) }))
      .filter(({ how }) => how !== undefined);
    if (ways.length === 0) unweakened.push(candidate);
    const first = ways.find(({ criterion }) => !criterion.also);
    for (const { criterion, how } of ways.filter((way) => way === first || way.criterion.also)) {
      used.add(criterion);
      ofType.add(criterion, how, candidate);
    }
  }
  entries.push(...besides(type, resource), ...ofType.entries);
}

const idle = [...criteria, ...exclusions, ...weakestWords].filter((one) => !used.has(one));
if (idle.length > 0) {
  fail(
    `meets nothing: ${idle.map((one) => `${one.id ?? 'exclusion'} ${one.name ?? one.path ?? one.at ?? ''}`).join('; ')}`,
  );
}

const key = ({ type, path: at, weaken }) => `${type} ${at} ${weaken}`;
entries.sort((left, right) => compare(key(left), key(right)));
const list = {
  source: { package: PACKAGE, version: VERSION, license: 'Apache-2.0' },
  exclusions: exclusions.map(({ type, path: at, reason }) => ({ ...(type ? { type: type.source } : {}), path: at.source, reason })), // prettier-ignore
  properties: entries,
};
// one entry a line: a change of the list shows as the entries it adds and takes away
const line = (value) => `    ${JSON.stringify(value)}`;
const text = `{
  "source": ${JSON.stringify(list.source)},
  "exclusions": [
${list.exclusions.map(line).join(',\n')}
  ],
  "properties": [
${entries.map(line).join(',\n')}
  ]
}
`;
if (argv.includes('--unweakened')) process.stdout.write(`${unweakened.map(row).join('\n')}\n`);
else if (argv.includes('--unmarked')) process.stdout.write(`${unmarked.map(row).join('\n')}\n`);
else writeFileSync(path.join(FOLDER, 'properties.json'), text);
process.stderr.write(
  `${entries.length} properties of ${new Set(entries.map(({ type }) => type)).size} types\n`,
);
