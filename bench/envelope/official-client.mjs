// The AWS Encryption SDK for JavaScript under a raw AES key: no call of KMS takes part in what is compared.
import { randomBytes } from 'node:crypto';
import * as clientNode from '@aws-crypto/client-node';
import { BINDING } from './services.mjs';

const COMMITTING = clientNode.AlgorithmSuiteIdentifier.ALG_AES256_GCM_IV12_TAG16_HKDF_SHA512_COMMIT_KEY;

/** What we write too: no signature, and frames sixteen times as long as by default. */
export const TUNED_SETTINGS = { suiteId: COMMITTING, frameLength: 64 * 1024 };

/** @param caching keeps data keys, as its documentation does it */
export function officialClient(settings, { caching = false } = {}) {
  const client = clientNode.buildClient({
    commitmentPolicy: clientNode.CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT,
    maxEncryptedDataKeys: 1,
  });
  const keyring = new clientNode.RawAesKeyringNode({
    keyNamespace: 'bench',
    keyName: 'key',
    unencryptedMasterKey: new Uint8Array(randomBytes(32)),
    wrappingSuite: clientNode.RawAesWrappingSuiteIdentifier.AES256_GCM_IV12_TAG16_NO_PADDING,
    utf8Sorting: true,
  });
  const materials = caching
    ? new clientNode.NodeCachingMaterialsManager({
        backingMaterials: keyring,
        cache: clientNode.getLocalCryptographicMaterialsCache(1000),
        maxAge: 300_000,
        maxMessagesEncrypted: 10_000,
        maxBytesEncrypted: 2 ** 30,
      })
    : keyring;
  // a new object for each call: it writes into the one it gets
  const options = () => ({ ...settings, encryptionContext: { ...BINDING } });
  return { ...client, materials, options };
}
