import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { parseSettings } from '../../lib/environment/settings';
import { ROOT } from '../support/synthesize';
import { blocksIn, packEvidence } from './pack-evidence';

jest.setTimeout(120_000);

const outdir = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-oversight-'));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

/** Production, with answers of its first use case waiting for a person. */
function settingsOf() {
  const prod = parse(readFileSync(path.join(ROOT, 'config', 'prod.yaml'), 'utf8')) as {
    gateway: { useCases: Record<string, unknown>[] };
  };
  const [first = {}, ...others] = prod.gateway.useCases;
  const waits = { requiresHumanApproval: true, approvers: ['arn:aws:iam::111122223333:role/Reviewers'] };
  const useCases = [{ ...first, ...waits }, ...others];
  return parseSettings({ ...prod, gateway: { ...prod.gateway, useCases } }, 'config/prod.yaml');
}

test('production with answers that wait passes the strictest profile and cdk-nag with the waivers of the example, each of which is needed', () => {
  const evidence = packEvidence(outdir, settingsOf(), 'examples/oversight/waivers.yaml');
  expect(blocksIn(evidence)).toEqual([]);
  const waived = evidence.verdicts.filter(
    ({ verdict, constructPath = '' }) => verdict === 'waived' && /\/oversight\//iu.test(constructPath),
  );
  expect([...new Set(waived.map(({ rule }) => rule))].toSorted()).toEqual([
    'apigateway-key-required',
    'iam-no-open-permissions-management',
    'stepfunctions-tracing',
  ]);
});
