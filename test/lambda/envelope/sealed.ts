import { createEnvelope, type Envelope } from '../../../lambda/envelope/envelope';
import { createKmsDataKeys } from '../../../lambda/envelope/keys/kms-data-keys';
import { EnvelopeError, type EnvelopeErrorCode } from '../../../lambda/envelope/errors';
import { FakeKms, KEY_ARN } from './fake-kms';

export const BINDING = { tenant: 't-01', purpose: 'prompt', record: 'r-9f8a7b' };

export interface Room {
  readonly kms: FakeKms;
  readonly envelope: Envelope;
}

/** An envelope that caches nothing, and the KMS behind it. */
export function room(): Room {
  const kms = new FakeKms();
  const keys = createKmsDataKeys({ kms, keyArn: KEY_ARN, cache: { ttlSeconds: 0 } });
  return { kms, envelope: createEnvelope({ keys }) };
}

/** The code of the EnvelopeError the promise is rejected with; 'accepted' if it is not; anything else is thrown on. */
export async function refusal(promise: Promise<unknown>): Promise<EnvelopeErrorCode | 'accepted'> {
  try {
    await promise;
    return 'accepted';
  } catch (error) {
    if (error instanceof EnvelopeError) return error.code;
    throw error;
  }
}

/** The code of the EnvelopeError the function throws. */
export function refusalOf(act: () => unknown): Promise<EnvelopeErrorCode | 'accepted'> {
  return refusal((async () => act())());
}
