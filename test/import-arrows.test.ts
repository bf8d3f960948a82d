import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

jest.setTimeout(30_000);

const root = path.resolve(__dirname, '..');
const oxlint = path.join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');

// a tree of its own under our configuration, so that nothing is written into ours
const tree = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-arrows-'));
beforeAll(() => copyFileSync(path.join(root, '.oxlintrc.json'), path.join(tree, '.oxlintrc.json')));
afterAll(() => rmSync(tree, { recursive: true, force: true }));

function isRefused(file: string, from: string): boolean {
  const location = path.join(tree, file);
  mkdirSync(path.dirname(location), { recursive: true });
  writeFileSync(location, `import { thing } from '${from}';\nexport const it = thing;\n`);
  const { stdout } = spawnSync(process.execPath, [oxlint, '--format=unix', file], {
    cwd: tree,
    encoding: 'utf8',
  });
  return stdout.includes('no-restricted-imports');
}

test.each([
  ['lib/contract/a.ts', 'node:path', 'the leaf imports nothing'],
  ['lib/network/a.ts', '../encryption/service-key', 'a capability does not know its neighbours'],
  ['lib/audit/a.ts', '../compliance/judge', 'no construct imports the judge'],
  ['lib/governance/a.ts', '../bedrock/model-access', 'what the organization denies comes in through props'],
  ['lib/bedrock/a.ts', '../governance/organization-policy', 'a capability does not know its neighbours'],
  ['lib/mesh/a.ts', '../network/private-network', 'where the mesh is comes in through props'],
  ['lib/network/b.ts', '../mesh/service-mesh', 'a capability does not know its neighbours'],
  ['lib/compliance/envoy/a.ts', '../../mesh/bootstrap/tls', 'what judges a bootstrap does not make it'],
  ['lib/compliance/policy/a.ts', '../../governance/organization-policy', 'a judge knows no defendant'],
  ['lib/compliance/rules/kms/c.ts', '../../../governance/organization-policy', 'nor does a rule'],
  ['lib/compliance/rules/kms/a.ts', '../../../encryption/service-key', 'a judge knows no defendant'],
  ['lib/compliance/rules/kms/b.ts', 'aws-cdk-lib', 'rules read templates'],
  ['lib/compliance/gate/a.ts', 'aws-cdk-lib', 'the gate starts without the CDK'],
  ['lib/compliance/network-map/a.ts', 'aws-cdk-lib', 'the map reads templates'],
  ['lib/compliance/judge.ts', '../environment/settings', 'the judge knows no environment'],
  ['lib/environment/a.ts', '../compliance/rules/registry', 'the environment does not know its judge'],
  ['lambda/redaction/a.ts', '../../lib/errors', 'handlers know the contract and nothing else of lib'],
  ['lambda/redaction/b.ts', 'aws-cdk-lib', 'handlers do not carry the CDK'],
])('%s may not import %s: %s', (file, from) => {
  expect(isRefused(file, from)).toBe(true);
});

test.each([
  ['lib/network/c.ts', '../contract/tags'],
  ['lib/compliance/packs/c.ts', 'aws-cdk-lib'],
  ['lambda/redaction/c.ts', '../../lib/contract/environment-variables'],
  ['lambda/redaction/d.ts', '../envelope/envelope'],
  ['lib/environment/c.ts', '../network/private-network'],
])('%s may import %s', (file, from) => {
  expect(isRefused(file, from)).toBe(false);
});
