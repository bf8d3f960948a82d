// Packs what `AWS::Serverless` says by name, policy templates and connector permissions, into lib/compliance/template/sam/.
// Source: the PyPI package aws-sam-translator (Apache-2.0), unpacked by hand; its output is committed.
//   pip download --no-deps aws-sam-translator && unzip *.whl && node scripts/generate-sam-data.mjs .
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const [unpacked] = process.argv.slice(2);
const target = path.join(
  path.dirname(fileURLToPath(import.meta.url)),
  '..',
  'lib',
  'compliance',
  'template',
  'sam',
);
const read = (file) => JSON.parse(readFileSync(path.join(unpacked, 'samtranslator', file), 'utf8'));
const credit =
  'aws-sam-translator, Copyright Amazon.com, Inc. or its affiliates, Apache-2.0; packed by scripts/generate-sam-data.mjs';

function write(name, content) {
  writeFileSync(path.join(target, name), `${JSON.stringify({ source: credit, ...content })}\n`);
}

const { Templates: templates } = read('policy_templates_data/policy_templates.json');
write('policy-templates.json', {
  templates: Object.fromEntries(
    Object.entries(templates).map(([name, { Parameters, Definition }]) => [
      name,
      { parameters: Object.keys(Parameters), statements: Definition.Statement },
    ]),
  ),
});

const { Permissions: permissions } = read('model/connector_profiles/profiles.json');
write('connector-profiles.json', {
  profiles: Object.fromEntries(
    Object.entries(permissions).map(([source, destinations]) => [
      source,
      Object.fromEntries(
        Object.entries(destinations).map(([destination, { Type, Properties }]) => [
          destination,
          { type: Type, ofSource: Properties.SourcePolicy === true, access: Properties.AccessCategories },
        ]),
      ),
    ]),
  ),
});
