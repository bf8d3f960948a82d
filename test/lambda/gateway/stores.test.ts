import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createEnvelope } from '../../../lambda/envelope/envelope';
import { createLocalKeys } from '../../../lambda/envelope/keys/local-keys';
import { createDirectoryBodies } from '../../../lambda/gateway/bodies/directory-bodies';
import { MemoryBodies } from '../../../lambda/gateway/bodies/memory-bodies';
import { SealedBodies } from '../../../lambda/gateway/bodies/sealed-bodies';
import { createBedrockPrompts } from '../../../lambda/gateway/prompts/bedrock-prompts';
import { createDynamoDbPrompts } from '../../../lambda/gateway/prompts/dynamodb-prompts';
import { LoopbackService } from '../../support/loopback-service';

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

test('a prompt of a table is read once', async () => {
  const service = await LoopbackService.start('http1', ({ body }) => {
    const { Key } = body as { readonly Key: { readonly version: { readonly S: string } } };
    return { body: Key.version.S === '3' ? { Item: { text: { S: 'Summarize.' } } } : {} };
  });
  const client = new DynamoDBClient({
    endpoint: service.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
  const prompts = createDynamoDbPrompts({ client, tableName: 'prompts' });
  expect([await prompts.read('summary', '3'), await prompts.read('summary', '3')]).toEqual([
    'Summarize.',
    'Summarize.',
  ]);
  expect(service.requests).toHaveLength(1);
  expect(await prompts.read('summary', '4')).toBeUndefined();
  client.destroy();
  await service.stop();
});

test('a prompt of Prompt Management is the text of its default variant', async () => {
  let asked = 0;
  const prompts = createBedrockPrompts({
    getPrompt: ({ promptVersion }) => {
      asked += 1;
      const variant = (name: string, text: string) => ({ name, templateConfiguration: { text: { text } } });
      return Promise.resolve(
        promptVersion === '3'
          ? { defaultVariant: 'b', variants: [variant('a', 'No.'), variant('b', 'Summarize.')] }
          : undefined,
      );
    },
  });
  expect([await prompts.read('P1', '3'), await prompts.read('P1', '3')]).toEqual([
    'Summarize.',
    'Summarize.',
  ]);
  expect(asked).toBe(1);
  expect(await prompts.read('P1', '4')).toBeUndefined();
});
