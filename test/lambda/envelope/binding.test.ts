import { placeOf } from '../../../lambda/envelope/binding';
import { createEnvelope } from '../../../lambda/envelope/envelope';
import { serializeContext } from '../../../lambda/envelope/format/encryption-context';
import type { KeyUse } from '../../../lambda/envelope/key-use';
import { createKmsDataKeys } from '../../../lambda/envelope/keys/kms-data-keys';
import { MAX_BINDING_VALUE_BYTES } from '../../../lambda/envelope/limits';
import { collect } from './chunks';
import { FakeKms, KEY_ARN } from './fake-kms';
import { localEnvelope } from './rooms';
import { BINDING, refusalOf } from './sealed';

const NOTE = Buffer.from('note');

test.each([BINDING, { tenant: 't-🔑', purpose: 'réponse', record: '記録-\u{10ffff}' }])(
  'the context of $tenant / $purpose / $record is what the format says',
  (binding) => {
    expect(placeOf(binding).context).toEqual(serializeContext(new Map(Object.entries(binding))));
  },
);

test.each<[string, string, string]>([
  ['an empty tenant', '', 'CONTEXT_MISMATCH'],
  ['half an astral character at the end', 'a\ud800', 'CONTEXT_MISMATCH'],
  ['half an astral character amid others', 'a\udc00b', 'CONTEXT_MISMATCH'],
  ['an astral character and the one that stands for none', '\u{1f511}\ufffd', 'accepted'],
  ['a tenant of the most bytes', 'é'.repeat(MAX_BINDING_VALUE_BYTES / 2), 'accepted'],
  ['a tenant of one byte more', `${'é'.repeat(MAX_BINDING_VALUE_BYTES / 2)}.`, 'TOO_LARGE'],
])('%s', async (_, tenant, code) => {
  expect(await refusalOf(() => placeOf({ ...BINDING, tenant }))).toBe(code);
});

test.each([undefined, null, 7, 'text', {}, { ...BINDING, record: undefined }, { ...BINDING, tenant: ['t'] }])(
  'fails on %j with a TypeError that shows no value',
  (given) => {
    expect(() => placeOf(given as never)).toThrow(/^binding\.\w+ is \w+; give a string$/u);
  },
);

test('a binding that changes while a data key is fetched changes nothing: neither key nor message is another tenant’s', async () => {
  const kms = new FakeKms();
  const envelope = createEnvelope({ keys: createKmsDataKeys({ kms, keyArn: KEY_ARN }) });
  const reused = { ...BINDING };
  const sealing = envelope.seal(NOTE, reused);
  reused.tenant = 't-02';
  const message = await sealing;
  expect(kms.calls[0]?.context).toEqual({ tenant: BINDING.tenant, purpose: BINDING.purpose });
  expect(Buffer.from(await envelope.open(message, BINDING))).toEqual(NOTE);
});

test('a stream is bound to what the binding said when it was asked for', async () => {
  const envelope = localEnvelope();
  const reused = { ...BINDING };
  const sealing = envelope.sealStream([NOTE], reused);
  reused.record = 'r-2';
  const message = await collect(sealing);
  const opening = envelope.openStream([message], { ...BINDING });
  expect(await collect(opening)).toEqual(NOTE);
});

test('what else a binding holds is neither bound nor recorded', async () => {
  const uses: KeyUse[] = [];
  const envelope = localEnvelope({ audit: (use) => void uses.push(use) });
  const message = await envelope.seal(NOTE, { ...BINDING, note: 'content' } as never);
  await envelope.open(message, BINDING);
  await collect(envelope.openStream([message], { ...BINDING, note: 'content' } as never));
  expect(uses.length).toBeGreaterThan(3);
  for (const { binding } of uses) expect(binding).toEqual(BINDING);
});
