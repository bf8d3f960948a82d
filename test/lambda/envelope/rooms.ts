import * as clientNode from '@aws-crypto/client-node';
import type { Engine } from '../../../lambda/envelope/engine/engine';
import { createEsdkEngine } from '../../../lambda/envelope/engine/esdk-engine';
import { createEnvelope, type Envelope, type EnvelopeProps } from '../../../lambda/envelope/envelope';
import { createBranchKeys } from '../../../lambda/envelope/keys/branch-keys';
import type { KeySource } from '../../../lambda/envelope/keys/key-source';
import { createKmsDataKeys } from '../../../lambda/envelope/keys/kms-data-keys';
import { createLocalKeys } from '../../../lambda/envelope/keys/local-keys';
import { BranchKeyServices, STORE } from './branch-key-services';
import { FakeKms, KEY_ARN } from './fake-kms';

export const LOCAL_KEY = new Uint8Array(32).fill(0x5a);

/** Both engines, for one suite over both. */
export const ENGINES: readonly (readonly [string, 'native' | Engine])[] = [
  ['native', 'native'],
  ['esdk', createEsdkEngine(clientNode)],
];

/** All sources of data keys; those that need it know these tenants. */
export const KEY_SOURCES: readonly (readonly [
  string,
  (tenants: readonly string[]) => KeySource | Promise<KeySource>,
])[] = [
  ['a local key', () => localKeys()],
  ['a KMS key, context split', () => createKmsDataKeys({ kms: new FakeKms(), keyArn: KEY_ARN })],
  [
    'a KMS key, context full',
    () => createKmsDataKeys({ kms: new FakeKms(), keyArn: KEY_ARN, context: 'full' }),
  ],
  [
    'branch keys',
    async (tenants) => {
      const services = new BranchKeyServices();
      await Promise.all(tenants.map((tenant) => services.createTenant(tenant)));
      return createBranchKeys({ ...STORE, kms: services.kms, dynamodb: services.dynamodb });
    },
  ],
];

export function localKeys(): KeySource {
  return createLocalKeys({ key: LOCAL_KEY, environment: {} });
}

/** An envelope over the local key: nothing in it is asynchronous but what is tested. */
export function localEnvelope(props: Omit<EnvelopeProps, 'keys'> = {}): Envelope {
  return createEnvelope({ keys: localKeys(), ...props });
}
