import { setTimeout as wait } from 'node:timers/promises';
import { SignatureV4 } from '@smithy/signature-v4';
import type { AwsCredentialIdentity, Provider } from '@smithy/types';
import { z } from 'zod';
import { MeshError, nameOf } from '../mesh/mesh-error';
import { Sha256 } from './sha256';

/** Milliseconds for one attempt, and for a call with all of them. */
const ATTEMPT_MS = 5_000;
const ATTEMPTS = 8;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 3_000;

/** Errors after which the same call may well succeed; whatever has status 500 or more as well. */
const PASSING = new Set([
  'LimitExceededException',
  'RequestInProgressException',
  'ThrottlingException',
  'TooManyRequestsException',
]);

export interface PrivateCaProps {
  /** `https://acm-pca.<region>.amazonaws.com`. */
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: Provider<AwsCredentialIdentity>;
  /** Between attempts; a test need not wait. */
  readonly pause?: (milliseconds: number) => Promise<unknown>;
}

/** One call of AWS Private CA: signed, and tried again where that may help. */
export type PrivateCaCall = (
  operation: 'GetCertificate' | 'IssueCertificate',
  input: Readonly<Record<string, unknown>>,
) => Promise<unknown>;

const errorSchema = z.object({ __type: z.string() });

/**
 * AWS Private CA without its SDK: two operations of JSON 1.1, signed with version 4.
 * @see https://docs.aws.amazon.com/privateca/latest/APIReference/API_IssueCertificate.html
 */
export function createPrivateCa({ pause = wait, ...props }: PrivateCaProps): PrivateCaCall {
  const { hostname, host, port, protocol } = new URL(props.endpoint);
  const signer = new SignatureV4({
    credentials: props.credentials,
    region: props.region,
    service: 'acm-pca',
    sha256: Sha256,
  });

  async function attempt(operation: string, body: string): Promise<{ status: number; text: string }> {
    const { headers } = await signer.sign({
      method: 'POST',
      protocol,
      hostname,
      path: '/',
      query: {},
      headers: {
        host,
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `ACMPrivateCA.${operation}`,
      },
      body,
      ...(port === '' ? {} : { port: Number(port) }),
    });
    const answer = await fetch(props.endpoint, {
      method: 'POST',
      headers,
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(ATTEMPT_MS),
    });
    return { status: answer.status, text: await answer.text() };
  }

  return async (operation, input) => {
    const body = JSON.stringify(input);
    let why = '';
    for (let tries = 0; tries < ATTEMPTS; tries += 1) {
      if (tries > 0) await pause(Math.random() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** tries));
      try {
        const { status, text } = await attempt(operation, body);
        if (status === 200) return JSON.parse(text) as unknown;
        why = typeOf(text);
        if (status < 500 && !PASSING.has(why)) break;
      } catch (error) {
        // no answer, or half of one: whether it was heard is not known, and the token of the call is the same
        why = nameOf(error);
      }
    }
    throw new MeshError('AUTHORITY_FAILED', `acm-pca:${operation} failed (${why})`);
  };
}

/** The name of an error, such as `ThrottlingException`; never its text. */
function typeOf(text: string): string {
  try {
    const type = errorSchema.parse(JSON.parse(text)).__type;
    return /(?:^|#)([A-Za-z]{1,64})$/u.exec(type)?.[1] ?? 'unknown error';
  } catch {
    return 'unknown error';
  }
}
