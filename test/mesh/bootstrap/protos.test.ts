import { envoyBootstrap } from '../../../lib/mesh/bootstrap/envoy-bootstrap';
import { secretFiles } from '../../envoy/mesh-folder';
import { envoyProtos } from '../../support/envoy/protos';
import { validateConfig } from '../../support/envoy/validate-config';
import { NODE, NODES } from '../mesh-nodes';

const protos = envoyProtos();
const BOOTSTRAP = 'envoy.config.bootstrap.v3.Bootstrap';
const RESPONSE = 'envoy.service.discovery.v3.DiscoveryResponse';

/** Text in place of the first match, for a configuration that is damaged in one place. */
const damaged = (from: string, to: string): unknown => {
  const text = JSON.stringify(envoyBootstrap(NODE));
  expect(text).toContain(from);
  return JSON.parse(text.replace(from, to));
};

test.each(Object.entries(NODES))('%s has a bootstrap that Envoy takes without a warning', (_, node) => {
  const report = validateConfig(protos, BOOTSTRAP, envoyBootstrap(node));
  expect(report.errors).toEqual([]);
  expect(report.warnings).toEqual([]);
  expect(report.fields).toBeGreaterThan(80);
});

test.each([
  ['a field that is spelt wrong', '"require_client_certificate"', '"require_client_cert"', 'no such field'],
  ['a version that is no version', '"TLSv1_2"', '"TLSv1.2"', 'is no TlsProtocol'],
  ['a port that is no port', '"port_value":8443', '"port_value":70000', 'must be <= 65535'],
  ['a port in quotes', '"port_value":8443', '"port_value":"8443x"', 'is no number'],
  ['a span without its unit', '"timeout":"300s"', '"timeout":"300"', 'is no duration'],
  ['a name that is empty', '"stat_prefix":"inbound"', '"stat_prefix":""', 'has 0 of at least 1'],
  ['a type of an older API', 'v3.DownstreamTlsContext', 'v2.DownstreamTlsContext', 'unknown type'],
  ['a kind of name that is missing', '"san_type":"URI",', '', 'san_type: is required'],
  ['a list that must not be empty', '"domains":["*"]', '"domains":[]', 'needs 1 items'],
  ['a value instead of a list', '"domains":["*"]', '"domains":"*"', 'is no list'],
  ['a policy that permits nothing', '"permissions":[{"any":true}]', '"permissions":[]', 'needs 1 items'],
  ['two choices at once', '"any":true', '"any":true,"destination_port":1', 'more than one of rule'],
  ['a choice that is missing', '{"any":true}', '{}', 'one of rule is required'],
  ['a constant that is another', '"any":true', '"any":false', 'must be true'],
  ['a name that is too long', '"sni":"', `"sni":"${'a'.repeat(255)}`, 'of at most 255 bytes'],
  ['a compliance policy that is none', '"FIPS_202205"', '"FIPS_140"', 'is no CompliancePolicy'],
])('%s is an error', (_, from, to, problem) => {
  expect(validateConfig(protos, BOOTSTRAP, damaged(from, to)).errors).toEqual([
    expect.stringContaining(problem),
  ]);
});

test.each([
  [
    'that Envoy does not implement',
    '"require_client_certificate":true',
    '"require_client_certificate":true,"require_sni":true',
  ],
  [
    'that is deprecated',
    '"max_verify_depth":2',
    '"max_verify_depth":2,"match_subject_alt_names":[{"exact":"a"}]',
  ],
])('a field %s is a warning', (_, from, to) => {
  expect(validateConfig(protos, BOOTSTRAP, damaged(from, to)).warnings).toHaveLength(1);
});

test('the secrets that a bootstrap waits for are those that the agent writes, and that Envoy takes', () => {
  const pins = { orchestrator: ['/lg1oADTVJKKKLQt2CH1z2iQaxkyJUFPVzUNB8Fvyd4='] };
  const files = secretFiles(NODE, '/run/mesh/versions/v1', pins);
  const sources = [
    ...JSON.stringify(envoyBootstrap(NODE)).matchAll(/"path":"\/run\/mesh\/current\/([^"]+)"/gu),
  ];
  expect(new Set(sources.map(([, file]) => file))).toEqual(new Set(files.keys()));
  for (const document of files.values())
    expect(validateConfig(protos, RESPONSE, JSON.parse(document))).toMatchObject({
      errors: [],
      warnings: [],
    });
  const named = [...JSON.stringify(envoyBootstrap(NODE)).matchAll(/\{"name":"([^"]+)","sds_config"/gu)];
  const written = [...files.values()].map((text) => /"name": "([^"]+)"/u.exec(text)?.[1]);
  expect(new Set(named.map(([, name]) => name))).toEqual(new Set(written));
});
