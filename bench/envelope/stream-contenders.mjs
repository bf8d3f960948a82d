// Who seals and opens streams. `seal(bytes, sink)` and `open(bytes, sink)` resolve when the sink has everything. What goes
// in comes in chunks of 64 KiB from memory for all of them.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { officialClient, TUNED_SETTINGS } from './official-client.mjs';
import { BINDING, envelopeOf } from './services.mjs';

const CHUNK_BYTES = 64 * 1024;

export const PLAIN_STREAM = 'pipeline with createCipheriv';
export const OFFICIAL_STREAM = 'client-node 0478, 64 KiB frames';
export const OUR_STREAM = 'ours, KMS data key, cached';

function* chunksOf(bytes) {
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
}

const readable = (bytes) => Readable.from(chunksOf(bytes));

/** One tag at the end: it hands out what is not verified yet, and the tag travels apart. */
function plain(library) {
  const { context } = library.placeOf(BINDING);
  const key = randomBytes(32);
  const iv = randomBytes(12);
  let tag;
  return {
    async seal(bytes, sink) {
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(context);
      await pipeline(readable(bytes), cipher, sink);
      tag = cipher.getAuthTag();
    },
    open(bytes, sink) {
      const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: 16 })
        .setAAD(context)
        .setAuthTag(tag);
      return pipeline(readable(bytes), decipher, sink);
    },
  };
}

function ours(library) {
  const { envelope } = envelopeOf(library, 'KMS data key, cached');
  const through = (stream) => (bytes, sink) =>
    pipeline(readable(bytes), (chunks) => envelope[stream](chunks, BINDING), sink);
  return { seal: through('sealStream'), open: through('openStream') };
}

function official() {
  const { encryptStream, decryptUnsignedMessageStream, materials, options } = officialClient(TUNED_SETTINGS);
  return {
    seal: (bytes, sink) => pipeline(readable(bytes), encryptStream(materials, options()), sink),
    open: (bytes, sink) => pipeline(readable(bytes), decryptUnsignedMessageStream(materials), sink),
  };
}

export function streamContenders(library) {
  return new Map([
    [PLAIN_STREAM, plain(library)],
    [OUR_STREAM, ours(library)],
    [OFFICIAL_STREAM, official()],
  ]);
}
