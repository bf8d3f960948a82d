import { spiffeId } from '../spiffe-id';
import { extension, type Config } from './config';
import type { MeshNode, MeshOutsidePeer, MeshPeer } from './mesh-node';
import { CALLERS, IDENTITY, peerSecret, secretSource, type SecretName } from './secrets';

const SOCKET = 'envoy.transport_sockets.tls';

/**
 * TLS 1.2 and 1.3, authenticated encryption and forward secrecy only. `cipher_suites` says nothing about TLS 1.3, where
 * BoringSSL would still offer ChaCha20: that, and X25519, is taken out by the compliance policy (NIST SP 800-52r2).
 * Envoy's client would stop at TLS 1.2 without a maximum.
 */
const PARAMETERS: Config = {
  tls_minimum_protocol_version: 'TLSv1_2',
  tls_maximum_protocol_version: 'TLSv1_3',
  cipher_suites: [
    'ECDHE-ECDSA-AES256-GCM-SHA384',
    'ECDHE-RSA-AES256-GCM-SHA384',
    'ECDHE-ECDSA-AES128-GCM-SHA256',
    'ECDHE-RSA-AES128-GCM-SHA256',
  ],
  ecdh_curves: ['P-256', 'P-384'],
  signature_algorithms: [
    'ecdsa_secp256r1_sha256',
    'ecdsa_secp384r1_sha384',
    'rsa_pss_rsae_sha256',
    'rsa_pss_rsae_sha384',
  ],
  compliance_policies: ['FIPS_202205'],
};

/** What callers meet: they must show a certificate of the authority, with the id and a key of a service that may call. */
export function towardsCallers(node: MeshNode): Config {
  return extension(SOCKET, 'transport_sockets.tls.v3.DownstreamTlsContext', {
    common_tls_context: context(
      node,
      CALLERS,
      node.callers.map(({ service }) => service),
    ),
    require_client_certificate: true,
    // a resumed session would skip the look at certificate, id and pin
    disable_stateless_session_resumption: true,
    disable_stateful_session_resumption: true,
  });
}

/** What a peer must be: the one service, by id and key, and nobody else of the authority. */
export function towardsPeer(node: MeshNode, peer: MeshPeer): Config {
  return upstream(peer, context(node, peerSecret(peer.service), [peer.service]));
}

/**
 * What a load balancer must be: of one of the authorities that were named, with exactly this host name. It has no SPIFFE id, and no
 * key that the mesh could publish; it meets the certificate of the service.
 */
export function towardsOutside(node: MeshNode, peer: MeshOutsidePeer): Config {
  return upstream(peer, {
    ...shown(node),
    validation_context: {
      trusted_ca: { inline_string: peer.anchors },
      match_typed_subject_alt_names: [{ san_type: 'DNS', matcher: { exact: peer.host } }],
      // leaf, and what public authorities have between it and their root
      max_verify_depth: 3,
    },
  });
}

function upstream(peer: MeshPeer, common: Config): Config {
  return extension(SOCKET, 'transport_sockets.tls.v3.UpstreamTlsContext', {
    common_tls_context: common,
    sni: peer.host,
    allow_renegotiation: false,
    max_session_keys: 0,
  });
}

/** How it is spoken, and the certificate that is shown. */
function shown(node: MeshNode): Config {
  return {
    tls_params: PARAMETERS,
    alpn_protocols: ['h2', 'http/1.1'],
    tls_certificate_sds_secret_configs: [secretSource(node.directory, IDENTITY)],
  };
}

function context(node: MeshNode, trust: SecretName, services: readonly string[]): Config {
  return {
    ...shown(node),
    combined_validation_context: {
      default_validation_context: {
        match_typed_subject_alt_names: services.map((service) => ({
          san_type: 'URI',
          matcher: { exact: spiffeId(node.trustDomain, service) },
        })),
        // leaf, and at most one authority below the root
        max_verify_depth: 2,
      },
      validation_context_sds_secret_config: secretSource(node.directory, trust),
    },
  };
}
