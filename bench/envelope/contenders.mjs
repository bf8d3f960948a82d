// Who seals and opens whole messages. `seal(plaintext)` and `open(message)` return bytes or a promise of them.
import { createCipheriv, createDecipheriv, randomBytes, webcrypto } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { installPeer } from '../redaction/install.mjs';
import { officialClient, TUNED_SETTINGS } from './official-client.mjs';
import { BINDING, envelopeOf, KEY_SOURCES } from './services.mjs';

export const PLAIN = 'node:crypto AES-256-GCM';
export const TUNED = 'client-node 0478, 64 KiB frames';
export const OURS = Object.fromEntries(Object.keys(KEY_SOURCES).map((source) => [source, `ours, ${source}`]));

const NOBLE = { name: '@noble/ciphers 2.4.0', packages: ['@noble/ciphers@2.4.0'] };

/** What an engineer writes by hand: one key, a random IV, the context as additional data; no key of the message's own. */
function plain(aad) {
  const key = randomBytes(32);
  return {
    seal(plaintext) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(aad);
      const ciphertext = cipher.update(plaintext);
      cipher.final();
      return Buffer.concat([iv, ciphertext, cipher.getAuthTag()]);
    },
    open(message) {
      const iv = message.subarray(0, 12);
      const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: 16 })
        .setAAD(aad)
        .setAuthTag(message.subarray(-16));
      const plaintext = decipher.update(message.subarray(12, -16));
      decipher.final();
      return plaintext;
    },
  };
}

async function webCrypto(aad) {
  const { subtle } = webcrypto;
  const key = await subtle.importKey('raw', randomBytes(32), 'AES-GCM', false, ['encrypt', 'decrypt']);
  const algorithm = (iv) => ({ name: 'AES-GCM', iv, additionalData: aad });
  return {
    async seal(plaintext) {
      const iv = randomBytes(12);
      return Buffer.concat([iv, Buffer.from(await subtle.encrypt(algorithm(iv), key, plaintext))]);
    },
    async open(message) {
      const iv = message.subarray(0, 12);
      return Buffer.from(await subtle.decrypt(algorithm(iv), key, message.subarray(12)));
    },
  };
}

async function noble(aad, directory) {
  const folder = installPeer(NOBLE, directory);
  const file = createRequire(path.join(folder, 'package.json')).resolve('@noble/ciphers/aes.js');
  const { gcm } = await import(pathToFileURL(file).href);
  const key = randomBytes(32);
  return {
    seal(plaintext) {
      const iv = randomBytes(12);
      return Buffer.concat([iv, gcm(key, iv, aad).encrypt(plaintext)]);
    },
    open: (message) => Buffer.from(gcm(key, message.subarray(0, 12), aad).decrypt(message.subarray(12))),
  };
}

function official(settings, more) {
  const { encrypt, decrypt, materials, options } = officialClient(settings, more);
  return {
    seal: async (plaintext) => (await encrypt(materials, plaintext, options())).result,
    open: async (message) => (await decrypt(materials, message)).plaintext,
  };
}

/** @param peers folder of installed peers; without it those that need one are left out */
export async function contenders(library, { peers, quick }) {
  const { context } = library.placeOf(BINDING);
  const ours = Object.entries(OURS).map(([source, name]) => {
    const { envelope } = envelopeOf(library, source);
    const seal = (plaintext) => envelope.seal(plaintext, BINDING);
    const open = (message) => envelope.open(message, BINDING);
    return [name, { seal, open }];
  });
  const all = new Map([
    [PLAIN, plain(context)],
    ...ours,
    [TUNED, official(TUNED_SETTINGS)],
    [`${TUNED}, caching`, official(TUNED_SETTINGS, { caching: true })],
  ]);
  if (quick) return all;
  all.set('client-node, default settings', official({}));
  all.set('WebCrypto AES-256-GCM', await webCrypto(context));
  if (peers !== undefined) all.set(`${NOBLE.name} gcm`, await noble(context, peers));
  return all;
}
