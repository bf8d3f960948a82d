import { createEnvelope, type Envelope } from '../../../../lambda/envelope/envelope';
import { createBranchKeys } from '../../../../lambda/envelope/keys/branch-keys';
import type { KeySource } from '../../../../lambda/envelope/keys/key-source';
import type { ServiceCall } from '../../../../lambda/envelope/keys/service-call';
import {
  createTenantKeys,
  TenantKeyError,
  type ShredCertificate,
  type TenantKeys,
  type TenantKeysProps,
} from '../../../../lambda/envelope/tenants';
import { KEY_ARN, LoopbackKeyStore } from '../../../support/loopback-key-store';

export const TENANT = 't-01';
export const BINDING = { tenant: TENANT, purpose: 'prompt', record: 'r-9f8a7b' };
export const TEXT = Buffer.from('an invented prompt');
export const STORE = { tableName: 'tenant-keys', logicalKeyStoreName: 'the-store', keyArn: KEY_ARN };

/** A store of branch keys, who manages it, and who seals with it. */
export class TenantRoom {
  readonly certificates: ShredCertificate[] = [];
  readonly calls: ServiceCall[] = [];
  readonly tenants: TenantKeys;
  readonly keys: KeySource;
  readonly envelope: Envelope;
  /** Fails the vault while it is set. */
  isVaultShut = false;

  private constructor(readonly store: LoopbackKeyStore) {
    this.tenants = this.manager();
    this.keys = this.source();
    this.envelope = createEnvelope({ keys: this.keys });
  }

  static async open(): Promise<TenantRoom> {
    return new TenantRoom(await LoopbackKeyStore.start());
  }

  close(): Promise<void> {
    return this.store.stop();
  }

  manager(props: Partial<TenantKeysProps> = {}): TenantKeys {
    const { kms, dynamodb } = this.store;
    const vault = (certificate: ShredCertificate): void => {
      if (this.isVaultShut) throw new Error('shut');
      this.certificates.push(certificate);
    };
    return createTenantKeys({ kms, dynamodb, vault, ...STORE, ...props });
  }

  source(props: { readonly keyArn?: string } = {}): KeySource {
    const { kms, dynamodb } = this.store;
    const observe = (call: ServiceCall): void => void this.calls.push(call);
    return createBranchKeys({ kms, dynamodb, observe, ...STORE, ...props });
  }

  /** The envelope of a process that has nothing cached. */
  fresh(props: { readonly keyArn?: string } = {}): Envelope {
    return createEnvelope({ keys: this.source(props) });
  }
}

/** The code a promise is refused with. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return 'accepted';
  } catch (error) {
    if (error instanceof TenantKeyError) return error.code;
    throw error;
  }
}
