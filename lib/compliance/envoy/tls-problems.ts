import type { EnvoyProblem, Place } from './reader';

/** Authenticated encryption with forward secrecy. ChaCha20 is no algorithm that NIST has approved. */
const SUITES: ReadonlySet<unknown> = new Set([
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES256-GCM-SHA384',
]);
const CURVES: ReadonlySet<unknown> = new Set(['P-256', 'P-384', 'P-521']);
const SIGNATURES =
  /^(?:ecdsa_secp(?:256r1_sha256|384r1_sha384|521r1_sha512)|rsa_pss_rsae_sha(?:256|384|512))$/u;
const SPIFFE_ID = /^spiffe:\/\/[a-z0-9.-]+\/[a-zA-Z0-9._/-]+$/u;

/** What callers meet. */
export function callersProblems(socket: Place): readonly EnvoyProblem[] {
  const context = socket.at('typed_config');
  if (socket.type !== 'DownstreamTlsContext')
    return [socket.problem('must be TLS: what arrives is in clear')];
  return [
    ...context.at('require_client_certificate').mustBe(true),
    ...context.at('disable_stateless_session_resumption').mustBe(true),
    ...context.at('disable_stateful_session_resumption').mustBe(true),
    ...context.at('session_ticket_keys').mustBeAbsent('must not be set: tickets skip the check'),
    ...contextProblems(context.at('common_tls_context')),
    ...validationProblems(context.at('common_tls_context')),
  ];
}

/** What a peer must be: a service of the mesh by its id, or a load balancer by its name and the authority that was named. */
export function peerProblems(socket: Place): readonly EnvoyProblem[] {
  const context = socket.at('typed_config');
  if (socket.type !== 'UpstreamTlsContext') return [socket.problem('must be TLS: what is sent is in clear')];
  return [
    ...(context.at('sni').text === '' ? [context.at('sni').problem('must be set')] : []),
    ...context.at('max_session_keys').mustBe(0),
    ...(context.at('allow_renegotiation').value === true
      ? [context.at('allow_renegotiation').problem('must be false')]
      : []),
    ...contextProblems(context.at('common_tls_context')),
    ...(context.at('common_tls_context.validation_context').isThere
      ? outsideProblems(context)
      : validationProblems(context.at('common_tls_context'))),
  ];
}

/** A peer without a SPIFFE id: one host name, exactly the one that is asked for, of authorities that are written here. */
function outsideProblems(context: Place): readonly EnvoyProblem[] {
  const common = context.at('common_tls_context');
  const fixed = common.at('validation_context');
  const names = fixed.at('match_typed_subject_alt_names');
  const anchor = fixed.at('trusted_ca.inline_string');
  return [
    ...common
      .at('combined_validation_context')
      .mustBeAbsent('must not be set: what is written here would not be looked at'),
    ...(anchor.text.includes('-----BEGIN CERTIFICATE-----')
      ? []
      : [anchor.problem('must hold the certificates of the authorities: nothing is verified without one')]),
    ...(names.items().length === 1
      ? []
      : [names.problem('must name the one host that is meant: any certificate of the authority would do')]),
    ...names
      .items()
      .flatMap((name) => [
        ...name.at('san_type').mustBe('DNS'),
        ...name.at('matcher.exact').mustBe(context.at('sni').text),
        ...name.at('matcher.ignore_case').mustBeAbsent('must not be set'),
      ]),
    ...laxProblems(fixed),
  ];
}

function contextProblems(context: Place): readonly EnvoyProblem[] {
  const parameters = context.at('tls_params');
  const certificate = context.at('tls_certificate_sds_secret_configs');
  return [
    ...oneOf(parameters.at('tls_minimum_protocol_version'), ['TLSv1_2', 'TLSv1_3']),
    // left out, Envoy's client stops at TLS 1.2
    ...oneOf(parameters.at('tls_maximum_protocol_version'), ['TLSv1_3']),
    ...eachOf(parameters.at('cipher_suites'), (suite) => SUITES.has(suite)),
    ...eachOf(parameters.at('ecdh_curves'), (curve) => CURVES.has(curve)),
    ...eachOf(
      parameters.at('signature_algorithms'),
      (name) => typeof name === 'string' && SIGNATURES.test(name),
    ),
    // `cipher_suites` does not reach TLS 1.3
    ...eachOf(parameters.at('compliance_policies'), (policy) => policy === 'FIPS_202205'),
    ...(certificate.items().length === 1
      ? []
      : [certificate.problem('must be one certificate, from a file that rotates')]),
    ...context.at('tls_certificates').mustBeAbsent('must not be set: a key is no configuration'),
    ...context.at('key_log').mustBeAbsent('must not be set: it writes down session keys'),
  ];
}

function validationProblems(context: Place): readonly EnvoyProblem[] {
  const combined = context.at('combined_validation_context');
  const fixed = combined.at('default_validation_context');
  const names = fixed.at('match_typed_subject_alt_names');
  const anchor = combined.at('validation_context_sds_secret_config.sds_config.path_config_source.path');
  return [
    ...(anchor.text === ''
      ? [anchor.problem('must name a trust anchor: nothing is verified without one')]
      : []),
    ...(names.items().length === 0
      ? [names.problem('must name who is meant: any certificate of the authority would do')]
      : []),
    ...names
      .items()
      .flatMap((name) => [
        ...name.at('san_type').mustBe('URI'),
        ...(SPIFFE_ID.test(name.at('matcher.exact').text)
          ? []
          : [name.at('matcher.exact').problem('must be a SPIFFE id, exactly')]),
        ...name.at('matcher.ignore_case').mustBeAbsent('must not be set'),
      ]),
    ...[context.at('validation_context'), fixed].flatMap((place) => [
      ...place.at('trusted_ca').mustBeAbsent('must come from a file that rotates'),
      ...laxProblems(place),
    ]),
  ];
}

/** What takes away from a look at certificates. */
function laxProblems(place: Place): readonly EnvoyProblem[] {
  return [
    ...place.at('allow_expired_certificate').mustBeAbsent('must not be set'),
    ...place.at('system_root_certs').mustBeAbsent('must not be set: every public authority would do'),
    ...place.at('trust_chain_verification').mustBeAbsent('must not be set'),
    ...place.at('custom_validator_config').mustBeAbsent('must not be set'),
  ];
}

function oneOf(place: Place, allowed: readonly string[]): readonly EnvoyProblem[] {
  return allowed.includes(place.text) ? [] : [place.problem(`must be ${allowed.join(' or ')}`)];
}

/** A list that is there, and every member of which is allowed. */
function eachOf(list: Place, isAllowed: (value: unknown) => boolean): readonly EnvoyProblem[] {
  const items = list.items();
  if (items.length === 0) return [list.problem('must be set: the defaults are weaker')];
  return items.filter(({ value }) => !isAllowed(value)).map((item) => item.problem('is too weak'));
}
