import { bootstrapProblems } from '../../../lib/compliance/envoy/bootstrap-problems';
import type { JsonObject } from '../../../lib/compliance/template/json';
import { envoyBootstrap } from '../../../lib/mesh/bootstrap/envoy-bootstrap';
import { NODE, NODES, OUTSIDE_NODE } from '../../mesh/mesh-nodes';
import { WEAKENINGS, weakened } from '../../mesh/weakenings';

const text = JSON.stringify(envoyBootstrap(NODE));

test.each(Object.entries(NODES))('the bootstrap of %s has no problem', (_, node) => {
  expect(bootstrapProblems(envoyBootstrap(node) as JsonObject)).toEqual([]);
});

test.each(WEAKENINGS)('it is a problem where $name', (weakening) => {
  const changed = weakened(weakening, text);
  expect(changed).not.toBe(text);
  expect(bootstrapProblems(JSON.parse(changed) as JsonObject)).not.toEqual([]);
});

describe('on the way to a load balancer', () => {
  const outside = JSON.stringify(envoyBootstrap(OUTSIDE_NODE));
  const NAMED = '[{"san_type":"DNS","matcher":{"exact":"ai-gateway.phi.internal"}}]';

  test.each<[string, string | RegExp, string]>([
    ['no authority is named', /"trusted_ca":\{[^}]*\},/u, ''],
    ['a file is the authority', /"trusted_ca":\{[^}]*\}/u, '"trusted_ca":{"filename":"/etc/ssl/cert.pem"}'],
    ['every public authority is trusted', '"trusted_ca":{', '"system_root_certs":{},"trusted_ca":{'],
    ['nobody is named', NAMED, '[]'],
    ['two hosts are named', NAMED, NAMED.replace(']', ',{"san_type":"DNS","matcher":{"exact":"a.b"}}]')],
    ['another host is named', NAMED, NAMED.replace('ai-gateway', 'ai-gateways')],
    ['a name is a suffix', NAMED, NAMED.replace('exact', 'suffix')],
    ['a name is of another kind', NAMED, NAMED.replace('DNS', 'URI')],
    ['case does not matter', NAMED, NAMED.replace('{"exact"', '{"ignore_case":true,"exact"')],
    ['expired certificates are taken', '"max_verify_depth":3', '"allow_expired_certificate":true'],
    [
      'untrusted certificates are taken',
      '"max_verify_depth":3',
      '"trust_chain_verification":"ACCEPT_UNTRUSTED"',
    ],
    ['somebody else looks', '"max_verify_depth":3', '"custom_validator_config":{}'],
    ['another host is asked for', '"sni":"ai-gateway.phi.internal"', '"sni":"elsewhere.internal"'],
    ['it is asked for no host', '"sni":"ai-gateway.phi.internal"', '"sni":""'],
    [
      'both looks are written',
      '"validation_context":{',
      '"combined_validation_context":{},"validation_context":{',
    ],
  ])('it is a problem where %s', (_, from, to) => {
    const changed = outside.replace(from, to);
    expect(changed).not.toBe(outside);
    expect(bootstrapProblems(JSON.parse(changed) as JsonObject)).not.toEqual([]);
  });

  test('callers cannot be told in that way', () => {
    const bootstrap = JSON.parse(text) as JsonObject;
    const changed = JSON.stringify(bootstrap).replace(
      /"combined_validation_context":\{.*?"watched_directory":\{"path":"\/run\/mesh"\}\}\}\}\}/u,
      `"validation_context":{"trusted_ca":{"inline_string":"-----BEGIN CERTIFICATE-----"},"match_typed_subject_alt_names":${NAMED}}`,
    );
    expect(changed).not.toBe(text);
    expect(bootstrapProblems(JSON.parse(changed) as JsonObject)).not.toEqual([]);
  });
});

test('a bootstrap of nothing weakens nothing: it opens no door', () => {
  expect(bootstrapProblems({})).toEqual([]);
});

test('a listener that says nothing is a problem', () => {
  const problems = bootstrapProblems({ static_resources: { listeners: [{ filter_chains: [{}] }] } });
  expect(problems.map(({ path }) => path)).toEqual([
    'static_resources.listeners.0.filter_chains.0.filters',
    'static_resources.listeners.0.access_log',
    'static_resources.listeners.0.filter_chains.0.transport_socket',
  ]);
});

test('a cluster that finds its endpoints elsewhere is a problem', () => {
  const problems = bootstrapProblems({ static_resources: { clusters: [{ type: 'ORIGINAL_DST' }] } });
  expect(problems).toHaveLength(1);
});

test('no message repeats what is configured', () => {
  const changed = text.replaceAll('%ROUTE_NAME%', '%REQ(X-PATIENT)%');
  const problems = bootstrapProblems(JSON.parse(changed) as JsonObject);
  expect(problems.length).toBeGreaterThan(0);
  for (const { message } of problems) expect(message).not.toContain('PATIENT');
});
