import { PassThrough } from 'node:stream';
import * as clientNode from '@aws-crypto/client-node';
import { createEsdkEngine, type EsdkModule } from '../../../../lambda/envelope/engine/esdk-engine';
import { nativeEngine } from '../../../../lambda/envelope/engine/native-engine';
import { serializeContext } from '../../../../lambda/envelope/format/encryption-context';
import { serializeEncryptedDataKeys } from '../../../../lambda/envelope/format/message-header';
import { collect, noise, outcomeOf } from '../chunks';
import { ENGINES, localEnvelope } from '../rooms';
import { BINDING, refusal } from '../sealed';

/** A client-node that gives one byte less than was sealed, without an error, as versions before 5.0.1 could. */
const CUTTING: EsdkModule = {
  ...clientNode,
  buildClient(...options: Parameters<typeof clientNode.buildClient>) {
    const client = clientNode.buildClient(...options);
    return {
      ...client,
      async decrypt(...given: Parameters<typeof client.decrypt>) {
        const { plaintext, messageHeader } = await client.decrypt(...given);
        return { plaintext: plaintext.subarray(1), messageHeader };
      },
      decryptUnsignedMessageStream(...given: Parameters<typeof client.decryptUnsignedMessageStream>) {
        const stream = client.decryptUnsignedMessageStream(...given);
        const read = stream.pipe(new PassThrough());
        const cut = new PassThrough();
        read.once('data', (chunk: Buffer) => {
          cut.write(chunk.subarray(1));
          read.pipe(cut);
        });
        return clientNodeDuplex(stream, cut);
      },
    };
  },
};

/** Writes go to one stream, reads come from the other, as in client-node's own. */
function clientNodeDuplex(writable: NodeJS.ReadWriteStream, readable: PassThrough): PassThrough {
  const both = new PassThrough();
  both.pipe(writable);
  writable.on('MessageHeader', (header) => both.emit('MessageHeader', header));
  both.pipe = ((target: NodeJS.WritableStream) => readable.pipe(target)) as typeof both.pipe;
  return both;
}

test('a client-node that cuts a plaintext short is TRUNCATED, and the last of it not released', async () => {
  const message = await localEnvelope().seal(noise(100), BINDING);
  const envelope = localEnvelope({ engine: createEsdkEngine(CUTTING) });
  expect(await refusal(envelope.open(message, BINDING))).toBe('TRUNCATED');
  const { released, code } = await outcomeOf(envelope.openStream([message], BINDING));
  expect({ released: released.length, code }).toEqual({ released: 0, code: 'TRUNCATED' });
});

test.each(ENGINES)('a data key of another length than 32 bytes is NO_KEY in engine %s', async (_, given) => {
  const engine = given === 'native' ? nativeEngine : given;
  const context = serializeContext(new Map());
  const field = Buffer.from('x');
  const encryptedDataKeys = serializeEncryptedDataKeys([
    { providerId: field, providerInfo: field, ciphertext: field },
  ]);
  for (const length of [0, 16, 31, 33]) {
    const key = { dataKey: new Uint8Array(length), encryptedDataKeys };
    expect(await refusal((async () => engine.sealMessage(noise(1), key, context, 10))())).toBe('NO_KEY');
    const stream = engine.sealStream([noise(1)], key, context, 10, () => undefined);
    expect(await refusal(collect(stream))).toBe('NO_KEY');
  }
});
