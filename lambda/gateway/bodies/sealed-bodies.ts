import { createHash } from 'node:crypto';
import { BODY_PURPOSES } from '../../../lib/contract/gateway';
import type { UseCaseManifest } from '../../../lib/contract/use-case';
import type { Envelope } from '../../envelope/envelope';
import type { TokenMap } from '../../redaction/operators/token-map';
import { GatewayError } from '../gateway-error';
import type { BodyStore } from './body-store';

export const BODY_PURPOSE = BODY_PURPOSES.body;
export const REPLY_PURPOSE = BODY_PURPOSES.reply;

/** What is kept of an exchange: prompt and answer, the prompt of a stream, and the reply that the gateway itself may open. */
export type BodyName = 'body' | 'prompt' | 'reply';

const PURPOSES: Readonly<Record<BodyName, string>> = {
  body: BODY_PURPOSE,
  prompt: BODY_PURPOSE,
  reply: REPLY_PURPOSE,
};

/** A body that is sealed, and not yet in the store. */
export interface SealedBody {
  readonly key: string;
  /** Of the sealed bytes, in lower-case hex. */
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

export interface SealedBodiesProps {
  readonly store: BodyStore;
  /** Its key lets the gateway open `gateway-reply` and nothing else: KMS sees the purpose. */
  readonly envelope: Pick<Envelope, 'seal' | 'open'>;
}

type Place = Pick<UseCaseManifest, 'id' | 'bodyRetentionDays'>;

/** Bodies of exchanges, sealed for their use case and request. Days stand first in keys: a lifecycle rule deletes by prefix. */
export class SealedBodies {
  readonly #store: BodyStore;
  readonly #envelope: SealedBodiesProps['envelope'];

  constructor({ store, envelope }: SealedBodiesProps) {
    this.#store = store;
    this.#envelope = envelope;
  }

  /** @throws GatewayError SEALING_FAILED */
  async seal(place: Place, requestId: string, name: BodyName, body: object): Promise<SealedBody> {
    return sealing(async () => {
      const binding = { tenant: place.id, purpose: PURPOSES[name], record: requestId };
      const bytes = await this.#envelope.seal(new TextEncoder().encode(JSON.stringify(body)), binding);
      return sealedBody(keyOf(place, requestId, name), bytes);
    });
  }

  /**
   * What tokens of the request stand for, for those who may turn them back later.
   * @throws GatewayError SEALING_FAILED
   */
  async sealTokens(place: Place, requestId: string, tokens: TokenMap): Promise<SealedBody> {
    return sealing(async () =>
      sealedBody(
        keyOf(place, requestId, 'tokens'),
        await tokens.seal(this.#envelope, { tenant: place.id, record: requestId }),
      ),
    );
  }

  /** @throws GatewayError SEALING_FAILED: one of them is not known to be there */
  async put(...bodies: readonly SealedBody[]): Promise<void> {
    await sealing(() => Promise.all(bodies.map(({ key, bytes }) => this.#store.put(key, bytes))));
  }

  /** @throws GatewayError SEALING_FAILED: it is gone, was changed, or the key is not to be had */
  async openReply(useCase: string, requestId: string, key: string): Promise<unknown> {
    try {
      const sealed = await this.#store.get(key);
      if (sealed === undefined) throw new GatewayError('SEALING_FAILED');
      const binding = { tenant: useCase, purpose: REPLY_PURPOSE, record: requestId };
      const plain = await this.#envelope.open(sealed, binding);
      return JSON.parse(new TextDecoder().decode(plain)) as unknown;
    } catch {
      throw new GatewayError('SEALING_FAILED');
    }
  }
}

function sealedBody(key: string, bytes: Uint8Array): SealedBody {
  return { key, sha256: createHash('sha256').update(bytes).digest('hex'), bytes };
}

async function sealing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch {
    throw new GatewayError('SEALING_FAILED');
  }
}

function keyOf({ id, bodyRetentionDays }: Place, requestId: string, name: string): string {
  return `${bodyRetentionDays}d/${id}/${requestId}/${name}`;
}
