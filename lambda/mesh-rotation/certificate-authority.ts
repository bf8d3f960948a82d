import { createHash, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { MESH_CERTIFICATE_DAYS } from '../../lib/contract/mesh';
import { certificatesOf } from '../mesh/check-certificate';
import { MeshError } from '../mesh/mesh-error';
import type { ServiceIdentity } from '../mesh/service-identity';
import { certificateRequest } from './certificate-request';
import type { PrivateCaCall } from './private-ca';

export interface CertificateAuthorityProps {
  readonly call: PrivateCaCall;
  readonly authorityArn: string;
  readonly templateArn: string;
}

export interface CertificateAuthority {
  /**
   * A certificate for a key of P-256: PEM, the leaf first, then the CAs below the anchor.
   * @throws MeshError AUTHORITY_FAILED
   */
  readonly issue: (identity: ServiceIdentity, key: KeyObject) => Promise<string>;
}

const issuedSchema = z.object({ CertificateArn: z.string().min(1) });
const certificateSchema = z.object({ Certificate: z.string(), CertificateChain: z.string().optional() });
/** Characters an idempotency token may have. */
const TOKEN_LENGTH = 36;

export function createCertificateAuthority(props: CertificateAuthorityProps): CertificateAuthority {
  const { call, authorityArn, templateArn } = props;
  return {
    issue: async (identity, key) => {
      const request = certificateRequest(key, identity.service);
      const { CertificateArn } = read(
        issuedSchema,
        await call('IssueCertificate', {
          CertificateAuthorityArn: authorityArn,
          Csr: Buffer.from(request).toString('base64'),
          SigningAlgorithm: 'SHA256WITHECDSA',
          TemplateArn: templateArn,
          Validity: { Type: 'DAYS', Value: MESH_CERTIFICATE_DAYS.valid },
          // names come from here: the template ignores those of a request
          ApiPassthrough: {
            Extensions: {
              SubjectAlternativeNames: [{ UniformResourceIdentifier: identity.spiffeId }],
            },
          },
          // of the request: a call whose answer was lost gives the same certificate, another key never does
          IdempotencyToken: createHash('sha256').update(request).digest('hex').slice(0, TOKEN_LENGTH),
        }),
      );
      const { Certificate, CertificateChain = '' } = read(
        certificateSchema,
        await call('GetCertificate', { CertificateAuthorityArn: authorityArn, CertificateArn }),
      );
      return withoutAnchors(Certificate, CertificateChain);
    },
  };
}

/** Peers have the anchor, or do not trust it: a chain that brings its own is longer and says nothing. */
function withoutAnchors(leaf: string, chain: string): string {
  try {
    const above = certificatesOf(chain).filter((each) => !each.checkIssued(each));
    return [leaf.trim(), ...above.map((each) => each.toString().trim()), ''].join('\n');
  } catch {
    throw new MeshError('AUTHORITY_FAILED', 'the CA gave a chain that cannot be read');
  }
}

function read<Shape>(schema: z.ZodType<Shape>, answer: unknown): Shape {
  const { success, data } = schema.safeParse(answer);
  if (!success) throw new MeshError('AUTHORITY_FAILED', 'the CA gave an answer that cannot be read');
  return data;
}
