import { once } from 'node:events';
import { PassThrough, Readable, type Duplex } from 'node:stream';
import type * as ClientNode from '@aws-crypto/client-node';
import { EnvelopeError } from '../errors';
import { ByteReader, viewOf } from '../format/byte-reader';
import { chunkOf } from '../format/chunk-reader';
import { parseContext } from '../format/encryption-context';
import { FrameReader } from '../format/frame-reader';
import type { MessageKey } from '../format/message';
import { DATA_KEY_BYTES } from '../format/suite';
import type { Engine } from './engine';

/** The module `@aws-crypto/client-node`, version 5.0.1 or later: earlier ones could cut a plaintext short without an error. */
export type EsdkModule = Pick<
  typeof ClientNode,
  | 'buildClient'
  | 'CommitmentPolicy'
  | 'AlgorithmSuiteIdentifier'
  | 'KeyringNode'
  | 'EncryptedDataKey'
  | 'KeyringTraceFlag'
>;

/** Whether a commitment is wrong can be told from client-node's message only. */
const COMMITMENT = /commitment/iu;
/** Names the key in traces of client-node, which nobody reads. */
const TRACE = { keyNamespace: 'hipaa-ai', keyName: 'data-key' } as const;

/**
 * The official codec instead of ours, for those who may run no other: message framing, key derivation, commitment,
 * encryption and signatures are client-node's. Data keys, binding, records and the structure of a message (client-node
 * takes bytes after the end) stay this library's. A stream with a frame that is not authentic releases nothing of it, but
 * client-node may tell only when the input has ended.
 *
 * `createEnvelope({ engine: createEsdkEngine(clientNode), … })` after `import * as clientNode from '@aws-crypto/client-node'`:
 * it is given and not imported, so that a bundle without it has no part of it.
 */
export function createEsdkEngine(esdk: EsdkModule): Engine {
  const { AlgorithmSuiteIdentifier, CommitmentPolicy } = esdk;
  const suiteId = AlgorithmSuiteIdentifier.ALG_AES256_GCM_IV12_TAG16_HKDF_SHA512_COMMIT_KEY;
  const client = esdk.buildClient({
    commitmentPolicy: CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT,
    maxEncryptedDataKeys: 3,
  });

  return {
    async sealMessage(plaintext, key, context, frameBytes) {
      // a new object for each call: client-node writes into it
      const options = { suiteId, frameLength: frameBytes, encryptionContext: contextRecord(context) };
      try {
        const { result } = await client.encrypt(givenKey(esdk, key), plaintext, options);
        return new Uint8Array(result);
      } catch (error) {
        throw codeOf(error);
      }
    },

    async openMessage({ header, body, plaintextBytes, signed }, dataKey) {
      const { bytes, signature } = signed ?? { bytes: undefined, signature: undefined };
      const message =
        bytes === undefined || signature === undefined
          ? Buffer.concat([header.body, header.tag, body])
          : Buffer.concat([bytes, Buffer.from([signature.length >> 8, signature.length & 0xff]), signature]);
      try {
        const { plaintext } = await client.decrypt(givenKey(esdk, { dataKey }), message);
        if (plaintext.length !== plaintextBytes) throw new EnvelopeError('TRUNCATED');
        const copy = new Uint8Array(plaintext);
        // client-node's own may lie in the memory that all small buffers share
        plaintext.fill(0);
        return copy;
      } catch (error) {
        throw codeOf(error);
      }
    },

    async *sealStream(source, key, context, frameBytes, beforeLast) {
      let totalBytes = 0;
      async function* counted(): AsyncGenerator<Buffer, void, undefined> {
        for await (const given of source) {
          const chunk = chunkOf(given);
          totalBytes += chunk.length;
          yield chunk;
        }
      }
      const options = { suiteId, frameLength: frameBytes, encryptionContext: contextRecord(context) };
      const stream = client.encryptStream(givenKey(esdk, key), options);
      let withheld: Uint8Array | undefined;
      for await (const chunk of through(counted(), stream)) {
        if (withheld !== undefined) yield withheld;
        withheld = chunk;
      }
      await beforeLast(totalBytes);
      if (withheld !== undefined) yield withheld;
    },

    async *openStream(source, encryptedDataKeys, dataKeyOf, beforeLast) {
      const reader = new FrameReader(source, { encryptedDataKeys });
      let dataKey: Uint8Array | undefined;
      try {
        const header = await reader.header();
        dataKey = await dataKeyOf(header);
        let totalBytes = 0;
        let readBytes = 0;
        const stream = client.decryptUnsignedMessageStream(givenKey(esdk, { dataKey }));
        // what is written after a refused header would be the error told, and not what was wrong with it
        const isHeaderTaken = once(stream, 'MessageHeader').then(
          () => true,
          () => false,
        );
        async function* message(): AsyncGenerator<Buffer, void, undefined> {
          yield Buffer.concat([header.body, header.tag]);
          if (!(await isHeaderTaken)) return;
          for (let last = false; !last;) {
            const frame = await reader.next(header.frameBytes);
            ({ last } = frame.start);
            totalBytes += frame.start.length;
            yield Buffer.concat([...frame.startBytes, ...frame.ciphertext, frame.tag]);
          }
        }
        let withheld: Uint8Array | undefined;
        for await (const chunk of through(message(), stream)) {
          if (withheld !== undefined) yield withheld;
          withheld = chunk;
          readBytes += chunk.length;
        }
        if (readBytes !== totalBytes) throw new EnvelopeError('TRUNCATED');
        await beforeLast(totalBytes);
        if (withheld !== undefined) yield withheld;
      } finally {
        dataKey?.fill(0);
        await reader.close();
      }
    },
  };
}

/** A keyring that knows one data key: client-node asks it and nobody else. */
function givenKey(
  { KeyringNode, EncryptedDataKey, KeyringTraceFlag }: EsdkModule,
  { dataKey, encryptedDataKeys }: Pick<MessageKey, 'dataKey'> & Partial<MessageKey>,
): ClientNode.KeyringNode {
  if (dataKey.length !== DATA_KEY_BYTES) throw new EnvelopeError('NO_KEY');
  return new (class extends KeyringNode {
    async _onEncrypt(
      material: ClientNode.NodeEncryptionMaterial,
    ): Promise<ClientNode.NodeEncryptionMaterial> {
      material.setUnencryptedDataKey(new Uint8Array(dataKey), {
        ...TRACE,
        flags: KeyringTraceFlag.WRAPPING_KEY_GENERATED_DATA_KEY,
      });
      for (const fields of encryptedDataKeysIn(encryptedDataKeys)) {
        material.addEncryptedDataKey(
          new EncryptedDataKey(fields),
          KeyringTraceFlag.WRAPPING_KEY_ENCRYPTED_DATA_KEY,
        );
      }
      return material;
    }

    async _onDecrypt(
      material: ClientNode.NodeDecryptionMaterial,
    ): Promise<ClientNode.NodeDecryptionMaterial> {
      return material.setUnencryptedDataKey(new Uint8Array(dataKey), {
        ...TRACE,
        flags: KeyringTraceFlag.WRAPPING_KEY_DECRYPTED_DATA_KEY,
      });
    }
  })();
}

function encryptedDataKeysIn(
  serialized: Buffer = Buffer.alloc(2),
): { providerId: string; providerInfo: string; rawInfo: Uint8Array; encryptedDataKey: Uint8Array }[] {
  const reader = new ByteReader(serialized, 'NO_KEY');
  return Array.from({ length: reader.uint16() }, () => {
    const providerId = reader.takeWithLength().toString();
    const rawInfo = reader.takeWithLength();
    const encryptedDataKey = new Uint8Array(reader.takeWithLength());
    return { providerId, providerInfo: rawInfo.toString(), rawInfo, encryptedDataKey };
  });
}

function contextRecord(context: Buffer): Record<string, string> {
  return Object.fromEntries(parseContext(context));
}

/**
 * What comes out of one of client-node's streams when this goes in. Its stream is never destroyed: in version 5.0.2 that
 * ends the process with an error nobody can catch. One that failed or was left is run dry instead, and what comes out
 * thrown away.
 */
async function* through(
  source: AsyncGenerator<Buffer, void, undefined>,
  stream: Duplex,
): AsyncGenerator<Uint8Array, void, undefined> {
  const input = Readable.from(source);
  const output = new PassThrough({ objectMode: true, highWaterMark: 1 });
  let failure: unknown;
  // `pipe` does not pass errors on, and the source's own error is the one to be told
  input.on('error', (error) => {
    failure ??= error;
    output.destroy(error);
  });
  stream.on('error', (error) => output.destroy(error));
  // `destroy` with an error emits it: after the reader left nobody else would listen
  output.on('error', () => undefined);
  input.pipe(stream).pipe(output);
  try {
    for await (const chunk of output) yield viewOf(chunk as Uint8Array);
  } catch (error) {
    throw failure ?? codeOf(error);
  } finally {
    input.destroy();
    stream.unpipe(output);
    stream.resume();
    stream.end();
  }
}

/** Errors of client-node carry stacks and texts of what is under them; a caller gets a code. */
function codeOf(error: unknown): unknown {
  if (error instanceof EnvelopeError) return error;
  const isCommitment = error instanceof Error && COMMITMENT.test(error.message);
  return new EnvelopeError(isCommitment ? 'COMMITMENT_MISMATCH' : 'AUTH_FAILED');
}
