/** One weakening of a strict bootstrap: text that is replaced, wherever it stands. */
export interface Weakening {
  readonly name: string;
  readonly from: string | RegExp;
  readonly to: string;
  /** More of the same weakening. */
  readonly also?: readonly (readonly [from: string, to: string])[];
  /** Cases of the attack matrix that are then admitted, by their names: the matrix sees the weakening too. */
  readonly admits?: readonly string[];
}

const SAN = /"match_typed_subject_alt_names":\[[^\]]*\]/gu;
const IDS = [
  'a service that may not call',
  'an id that begins as the right one',
  'an id that ends as the right one',
  'the id in another trust domain',
  'the id in the common name alone',
  'the id as a DNS name',
];

/** Each must be caught by the lint; those that open the door are shown to do so. */
export const WEAKENINGS: readonly Weakening[] = [
  {
    name: 'no certificate is asked for',
    from: '"require_client_certificate":true',
    to: '"require_client_certificate":false',
    // Envoy still wants one: names and pins could not be looked at
  },
  { name: 'nobody is named', from: SAN, to: '"match_typed_subject_alt_names":[]', admits: IDS },
  {
    name: 'a name is a prefix',
    from: /"matcher":\{"exact":("spiffe:[^"]*")\}/gu,
    to: '"matcher":{"prefix":$1}',
    admits: ['an id that begins as the right one'],
  },
  { name: 'a name is a suffix', from: /"matcher":\{"exact":/gu, to: '"matcher":{"suffix":' },
  { name: 'a name is of another kind', from: '"san_type":"URI"', to: '"san_type":"DNS"' },
  {
    name: 'old versions and CBC are spoken',
    from: /,"compliance_policies":\["FIPS_202205"\]|,"signature_algorithms":\[[^\]]*\]/gu,
    to: '',
    also: [
      ['"tls_minimum_protocol_version":"TLSv1_2"', '"tls_minimum_protocol_version":"TLSv1_0"'],
      ['"cipher_suites":[', '"cipher_suites":["ECDHE-ECDSA-AES128-SHA",'],
    ],
    admits: ['TLS 1.0', 'TLS 1.1', 'CBC with SHA-1'],
  },
  {
    name: 'TLS 1.0 is spoken',
    from: '"tls_minimum_protocol_version":"TLSv1_2"',
    to: '"tls_minimum_protocol_version":"TLSv1_0"',
  },
  {
    name: 'the version is left to Envoy',
    from: /"tls_minimum_protocol_version":"TLSv1_2",/gu,
    to: '',
  },
  { name: 'TLS 1.3 is left out', from: '"TLSv1_3"', to: '"TLSv1_2"' },
  {
    name: 'the policy for TLS 1.3 is left out',
    from: /,"compliance_policies":\["FIPS_202205"\]/gu,
    to: '',
    admits: ['ChaCha20 over TLS 1.3'],
  },
  { name: 'CBC is spoken', from: '"ECDHE-ECDSA-AES128-GCM-SHA256"', to: '"ECDHE-ECDSA-AES128-SHA"' },
  { name: 'ChaCha20 is spoken', from: '"ECDHE-RSA-AES128-GCM-SHA256"', to: '"ECDHE-RSA-CHACHA20-POLY1305"' },
  { name: 'ciphers are left to Envoy', from: /"cipher_suites":\[[^\]]*\],/gu, to: '' },
  { name: 'curves are left to Envoy', from: /"ecdh_curves":\[[^\]]*\],/gu, to: '' },
  { name: 'a weak signature is taken', from: '"ecdsa_secp256r1_sha256"', to: '"rsa_pkcs1_sha1"' },
  { name: 'sessions are kept', from: '"disable_stateful_session_resumption":true', to: '"a":true' },
  { name: 'tickets are given', from: '"disable_stateless_session_resumption":true', to: '"a":true' },
  { name: 'a client keeps sessions', from: '"max_session_keys":0', to: '"max_session_keys":1' },
  {
    name: 'peers may negotiate again',
    from: '"allow_renegotiation":false',
    to: '"allow_renegotiation":true',
  },
  { name: 'a peer has no name', from: '"sni":"vector.phi.internal"', to: '"sni":""' },
  {
    name: 'expired certificates are taken',
    from: '"max_verify_depth":2',
    to: '"max_verify_depth":2,"allow_expired_certificate":true',
    admits: ['a certificate that has expired'],
  },
  {
    name: 'untrusted certificates are taken',
    from: '"max_verify_depth":2',
    to: '"max_verify_depth":2,"trust_chain_verification":"ACCEPT_UNTRUSTED"',
    admits: ['a certificate of another authority', 'a certificate that signs itself'],
  },
  {
    name: 'every public authority is trusted',
    from: '"max_verify_depth":2',
    to: '"max_verify_depth":2,"system_root_certs":{}',
  },
  {
    name: 'there is no trust anchor',
    from: /"validation_context_sds_secret_config":\{"name":"callers","sds_config":\{/u,
    to: '"validation_context_sds_secret_config":{"name":"callers","other":{',
  },
  { name: 'a key is written down', from: '"tls_certificate_sds_secret_configs"', to: '"tls_certificates"' },
  {
    name: 'session keys are written down',
    from: '"alpn_protocols"',
    to: '"key_log":{"path":"/k"},"alpn_protocols"',
  },
  { name: 'callers arrive in clear', from: 'DownstreamTlsContext', to: 'RawBuffer' },
  { name: 'peers are called in clear', from: 'UpstreamTlsContext', to: 'RawBuffer' },
  {
    name: 'whoever may connect may ask for all',
    from: '"name":"envoy.filters.http.rbac","typed_config"',
    to: '"name":"envoy.filters.http.rbac","disabled":true,"typed_config"',
  },
  { name: 'everybody but some may ask', from: '"action":"ALLOW"', to: '"action":"DENY"' },
  {
    name: 'anybody is a caller',
    from: /\{"authenticated":\{"principal_name":\{[^}]*\}\}\}/u,
    to: '{"any":true}',
  },
  { name: 'callers say who they are', from: '"SANITIZE_SET"', to: '"APPEND_FORWARD"' },
  { name: 'callers pose as a load balancer', from: '"x-amzn-mtls-clientcert-subject",', to: '' },
  { name: 'paths are taken as they come', from: '"normalize_path":true', to: '"normalize_path":false' },
  { name: 'slashes are doubled', from: '"merge_slashes":true', to: '"merge_slashes":false' },
  { name: 'slashes are escaped', from: '"REJECT_REQUEST","max_request', to: '"KEEP_UNCHANGED","max_request' },
  {
    name: 'only some must be who they are',
    from: '{"name":"envoy.filters.http.router"',
    to: '{"name":"envoy.filters.http.lua"},{"name":"envoy.filters.http.router"',
  },
  { name: 'headers have underscores', from: '"REJECT_REQUEST"}', to: '"ALLOW"}' },
  { name: 'connections never end', from: /"max_connection_duration":"3600s",/u, to: '' },
  {
    name: 'connections last for weeks',
    from: '"max_connection_duration":"3600s"',
    to: '"max_connection_duration":"999999s"',
  },
  { name: 'the path is logged', from: '%ROUTE_NAME%', to: '%REQ(:PATH)%' },
  { name: 'a header is logged', from: '"%STREAM_ID%"', to: '"%REQ(X-REQUEST-ID)%"' },
  {
    name: 'a query is logged beside a code',
    from: '"%RESPONSE_CODE%"',
    to: '"%RESPONSE_CODE% %QUERY_STRING%"',
  },
  { name: 'metadata is logged', from: '"%DURATION%"', to: '"%DYNAMIC_METADATA(a)%"' },
  { name: 'the log has no format', from: '"json_format"', to: '"other_format"' },
  { name: 'the log is a file', from: 'StdoutAccessLog', to: 'FileAccessLog' },
  { name: 'nobody notes who called', from: '"access_log":[{', to: '"access_log":[],"a":[{' },
  { name: 'a filter keeps bodies', from: '"http_filters":[', to: '"http_filters":[{"name":"tap"},' },
  {
    name: 'administration is a port',
    from: /"static_resources"/u,
    to: '"admin":{"address":{"socket_address":{"address":"127.0.0.1","port_value":9901}}},"static_resources"',
  },
  {
    name: 'somebody else decides later',
    from: '"static_resources"',
    to: '"dynamic_resources":{},"static_resources"',
  },
  { name: 'a secret is configuration', from: '"listeners"', to: '"secrets":[{}],"listeners"' },
  { name: 'spans are sent', from: '"generate_request_id"', to: '"tracing":{},"generate_request_id"' },
  {
    name: 'a connection is upgraded',
    from: '"generate_request_id"',
    to: '"upgrade_configs":[],"generate_request_id"',
  },
  {
    name: 'the application is elsewhere',
    from: '"address":"127.0.0.1","port_value":8080',
    to: '"address":"10.0.0.9","port_value":8080',
  },
  {
    name: 'peers are reached from everywhere',
    from: '"address":"127.0.0.1","port_value":9001',
    to: '"address":"0.0.0.0","port_value":9001',
  },
];

export function weakened({ from, to, also = [] }: Weakening, text: string): string {
  let changed = text.replaceAll(typeof from === 'string' ? from : new RegExp(from.source, 'gu'), to);
  for (const [more, less] of also) {
    if (!changed.includes(more)) throw new Error(`${more} is not there`);
    changed = changed.replaceAll(more, less);
  }
  return changed;
}
