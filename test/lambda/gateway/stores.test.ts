import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createEnvelope } from '../../../lambda/envelope/envelope';
import { createLocalKeys } from '../../../lambda/envelope/keys/local-keys';
import { createDirectoryBodies } from '../../../lambda/gateway/bodies/directory-bodies';
import { MemoryBodies } from '../../../lambda/gateway/bodies/memory-bodies';
import { SealedBodies } from '../../../lambda/gateway/bodies/sealed-bodies';

const envelope = createEnvelope({ keys: createLocalKeys({ key: randomBytes(32), environment: {} }) });
const PLACE = { id: 'discharge-summary', bodyRetentionDays: 30 };

test('a body in a directory is written once, and what is not there is told as that', async () => {
  const bodies = createDirectoryBodies(mkdtempSync(path.join(tmpdir(), 'bodies-')));
  await bodies.put('30d/u/r/body', Buffer.from('sealed'));
  expect(Buffer.from((await bodies.get('30d/u/r/body')) ?? []).toString()).toBe('sealed');
  await expect(bodies.put('30d/u/r/body', Buffer.from('other'))).rejects.toThrow('EEXIST');
  expect(await bodies.get('30d/u/r/reply')).toBeUndefined();
});

test('a reply opens for its own request and use case, and a body not as a reply', async () => {
  const store = new MemoryBodies();
  const sealed = new SealedBodies({ store, envelope });
  const requestId = randomUUID();
  const reply = await sealed.seal(PLACE, requestId, 'reply', { text: 'Quillfeather' });
  const body = await sealed.seal(PLACE, requestId, 'body', { text: 'Quillfeather' });
  await sealed.put(reply, body);
  const { key } = reply;
  expect(Buffer.from(store.bodies.get(key) ?? []).toString('latin1')).not.toContain('Quillfeather');
  expect(await sealed.openReply(PLACE.id, requestId, key)).toEqual({ text: 'Quillfeather' });
  for (const [useCase, id, at] of [
    ['another', requestId, key],
    [PLACE.id, randomUUID(), key],
    [PLACE.id, requestId, body.key],
    [PLACE.id, requestId, 'gone'],
  ] as const) {
    await expect(sealed.openReply(useCase, id, at)).rejects.toMatchObject({ code: 'SEALING_FAILED' });
  }
});
