import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mapNetwork } from '../../lib/compliance/network-map/map-network';
import { ruleSet } from '../../lib/compliance/rule-set';
import { RULES } from '../../lib/compliance/rules/registry';
import type { JsonObject } from '../../lib/compliance/template/json';
import { assemblyOf, judgedOnTheDay } from '../support/judge-template';
import { flowsOf } from '../support/network-map';
import { builtPublicGateway } from './public-place';

const outdir = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-public-rules-'));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));
const assembly = assemblyOf(builtPublicGateway(outdir) as unknown as JsonObject);

/** What surrounds the public APIs is judged elsewhere. */
const OURS = /^(?:Partners|Portal|People|WebAcl)/u;

function broken(profile: 'hipaa' | 'strict'): readonly (readonly [string, string])[] {
  const { rules } = ruleSet(RULES, { profile });
  return judgedOnTheDay(assembly, rules)
    .filter(
      ({ verdict, resource }) =>
        (verdict === 'finding' || verdict === 'unknown') && OURS.test(resource.logicalId),
    )
    .map(({ rule, resource }) => [rule.id, resource.logicalId] as const);
}

/** What a user of public APIs accepts in writing; docs/gateway.md says why. */
const ACCEPTED = [
  'apigateway-cache-enabled',
  'apigateway-client-certificate',
  'apigateway-key-required',
  // people come without certificates
  'apigateway-mutual-tls',
  // that is what public means
  'apigateway-private-endpoint',
  'apigateway-stage-tracing',
  'apigateway-usage-plan',
  // Cognito writes to no group under a key of KMS
  'logs-group-encrypted',
];

test('they break no rule of the HIPAA profile', () => {
  expect(broken('hipaa')).toEqual([]);
});

test('they break no rule of the strict profile but those their user accepts', () => {
  expect([...new Set(broken('strict').map(([rule]) => rule))].sort()).toEqual(ACCEPTED);
});

test('an API with client certificates asks for them, and the log of sign-ins alone has no key', () => {
  const by = (rule: string) => broken('strict').flatMap(([id, resource]) => (id === rule ? [resource] : []));
  expect(by('apigateway-mutual-tls')).toEqual([expect.stringMatching(/^PortalDomain/u)]);
  expect(by('logs-group-encrypted')).toEqual([expect.stringMatching(/^PeopleActivityLog/u)]);
});

test('the network map shows each as an entrance from the internet, and the private API as none', () => {
  const entries = flowsOf(mapNetwork(assembly), 'entry');
  expect(entries.map((each) => each.replace(/[0-9A-F]{8}$/u, ''))).toEqual([
    'internet -> Partners',
    'internet -> Portal',
  ]);
});
