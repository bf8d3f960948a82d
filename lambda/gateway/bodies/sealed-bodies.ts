import { createHash } from 'node:crypto';
import type { UseCaseManifest } from '../../../lib/contract/use-case';
import type { Envelope } from '../../envelope/envelope';
import type { TokenMap } from '../../redaction/operators/token-map';
import { GatewayError } from '../gateway-error';
import type { BodyStore } from './body-store';

/** Purpose of what is kept for those who may read exchanges: prompt as sent, answer. */
export const BODY_PURPOSE = 'gateway-body';
/** Purpose of what the gateway itself opens again, to answer a request that came twice. */
export const REPLY_PURPOSE = 'gateway-reply';

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

  /** @throws GatewayError SEALING_FAILED: it is not known to be there */
  async keep(place: Place, requestId: string, name: string, body: object) {
    return this.#put(place, requestId, name, BODY_PURPOSE, JSON.stringify(body));
  }

  /** @throws GatewayError SEALING_FAILED */
  async keepReply(place: Place, requestId: string, reply: object): Promise<string> {
    return (await this.#put(place, requestId, 'reply', REPLY_PURPOSE, JSON.stringify(reply))).key;
  }

  /**
   * What tokens of the request stand for, for those who may turn them back later.
   * @throws GatewayError SEALING_FAILED
   */
  async keepTokens(place: Place, requestId: string, tokens: TokenMap): Promise<void> {
    try {
      const sealed = await tokens.seal(this.#envelope, { tenant: place.id, record: requestId });
      await this.#store.put(keyOf(place, requestId, 'tokens'), sealed);
    } catch {
      throw new GatewayError('SEALING_FAILED');
    }
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

  async #put(place: Place, requestId: string, name: string, purpose: string, text: string) {
    try {
      const binding = { tenant: place.id, purpose, record: requestId };
      const sealed = await this.#envelope.seal(new TextEncoder().encode(text), binding);
      const key = keyOf(place, requestId, name);
      await this.#store.put(key, sealed);
      return { key, sha256: createHash('sha256').update(sealed).digest('hex') };
    } catch {
      throw new GatewayError('SEALING_FAILED');
    }
  }
}

function keyOf({ id, bodyRetentionDays }: Place, requestId: string, name: string): string {
  return `${bodyRetentionDays}d/${id}/${requestId}/${name}`;
}
