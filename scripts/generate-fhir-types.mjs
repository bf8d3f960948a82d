// Packs the elements of every FHIR R4 type into lambda/redaction/structured/fhir/r4-types.json.
// Not part of the build: run it by hand when the source changes, and commit its output.
//   npm install --prefix DIR --ignore-scripts fhir@4.12.0
//   node scripts/generate-fhir-types.mjs DIR
// Source: profiles/types.json of the package fhir (Apache-2.0), which holds the definitions of FHIR R4 4.0.1 (HL7, CC0).
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const directory = process.argv[2];
if (directory === undefined) {
  process.stderr.write('usage: node scripts/generate-fhir-types.mjs DIR\n');
  process.exit(2);
}
const source = JSON.parse(
  readFileSync(path.join(directory, 'node_modules', 'fhir', 'profiles', 'types.json'), 'utf8'),
);

// what every element, and every resource, has
const OF_ALL = new Set(['id', 'extension', 'modifierExtension']);
const OF_RESOURCES = new Set(['meta', 'implicitRules', 'language', 'text', 'contained']);

// above it, `value[x]` is open: it may be of any type
const MOST_VARIANTS = 40;

/** Type -> element -> type. A part without a type of its own is a type named by its path: `Patient.contact`. */
const types = new Map();

function describe(name, properties, isResource) {
  const elements = new Map();
  types.set(name, elements);
  const variants = properties.filter((property) => property._choice === 'value').length;
  for (const { _name, _type, _choice, _properties = [] } of properties) {
    if (_choice === 'value' && variants > MOST_VARIANTS) elements.set('value[x]', '*');
    else if (_name.startsWith('_') || OF_ALL.has(_name) || (isResource && OF_RESOURCES.has(_name))) continue;
    else if (_type.startsWith('#')) elements.set(_name, _type.slice(1));
    else if ((_type === 'BackboneElement' || _type === 'Element') && _properties.length > 0) {
      elements.set(_name, `${name}.${_name}`);
      describe(`${name}.${_name}`, _properties, false);
    } else elements.set(_name, _type);
  }
}

const primitive = (name) => /^[a-z]/.test(name);
const resources = [];
for (const [name, { _properties, _kind }] of Object.entries(source)) {
  if (primitive(name) || name === 'Element' || name === 'BackboneElement' || name === 'Resource') continue;
  if (_kind === 'resource') resources.push(name);
  describe(name, _properties, _kind === 'resource');
}

// most elements of one name have one type: it is written once
const uses = new Map();
for (const elements of types.values()) {
  for (const [name, type] of elements) {
    const count = uses.get(name) ?? uses.set(name, new Map()).get(name);
    count.set(type, (count.get(type) ?? 0) + 1);
  }
}
const usual = new Map();
for (const [name, count] of uses) {
  const [type, times] = [...count].sort((a, b) => b[1] - a[1])[0];
  if (times > 1 && !type.includes('.') && type !== '*') usual.set(name, type);
}
const own = (name, parent, type) => (type === `${parent}.${name}` ? `${name}:.` : `${name}:${type}`);
const packed = {
  resources: resources.join(' '),
  usual: [...usual].map(([name, type]) => `${name}:${type}`).join(' '),
  types: Object.fromEntries(
    [...types].map(([parent, elements]) => [
      parent,
      [...elements]
        .map(([name, type]) => (usual.get(name) === type ? name : own(name, parent, type)))
        .join(' '),
    ]),
  ),
};
const target = path.join(
  path.dirname(fileURLToPath(import.meta.url)),
  '../lambda/redaction/structured/fhir/r4-types.json',
);
writeFileSync(target, `${JSON.stringify(packed, null, 1)}\n`);
