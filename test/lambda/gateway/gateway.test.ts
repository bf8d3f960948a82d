import { answered, ask, codeOf, manifest, openPlace, request, type Place } from './gateway-place';

let place: Place;
beforeEach(async () => {
  place = await openPlace();
});
afterEach(async () => {
  await place.stop();
});

test('a request is answered with a receipt, and its record holds ids, counts and digests', async () => {
  place.bedrock.behave = ({ raw }) => {
    const [token = ''] = /\[NAME:[\w-]+\]/u.exec(raw) ?? [];
    return { say: `${token} was stable overnight.` };
  };
  const reply = answered(await ask(place.gateway(), request({ reidentify: true })));
  expect(reply.text).toBe('Marlowe Quillfeather was stable overnight.');
  expect(place.ledger.kinds()).toEqual(['interaction answered', 're-identification restored']);
  expect(JSON.stringify(place.bedrock.calls)).not.toMatch(/Marlowe|Quillfeather/u);
  expect(place.ledger.entries[0]).toMatchObject({
    kind: 'interaction',
    useCase: { id: 'discharge-summary', version: 4 },
    purpose: { of: 'treatment' },
    dataClass: 'PHI',
    prompt: { id: 'summary', version: '3' },
    model: { id: 'anthropic.claude-one', attempts: 1, fallback: false },
    fields: { sent: 2, dropped: 0 },
    tokens: { input: 11, output: 7 },
    output: { leaks: 0 },
  });
});

test('without reidentify the caller gets the tokens', async () => {
  place.bedrock.behave = ({ raw }) => ({ say: /\[NAME:[\w-]+\]/u.exec(raw)?.[0] ?? 'none' });
  const reply = answered(await ask(place.gateway(), request()));
  expect(reply.text).toMatch(/^\[NAME:[\w-]+\]$/u);
  expect(place.ledger.kinds()).toEqual(['interaction answered']);
});

test('what the model makes up is masked and counted as a leak', async () => {
  place.bedrock.behave = () => ({ say: 'Call Dr. Isolde Vantongeren, SSN 512-45-7788.' });
  const reply = answered(await ask(place.gateway(), request()));
  expect(reply.text).toBe('Call [NAME], SSN [SSN].');
  expect(place.ledger.entries[0]?.output).toMatchObject({ leaks: 2, redactions: { NAME: 1, SSN: 1 } });
  expect(codeOf(await ask(place.gateway(undefined, { onLeak: 'refuse' }), request()))).toBe(
    'IDENTIFIER_LEAKED',
  );
  expect(place.ledger.entries[1]).toMatchObject({ kind: 'refusal', output: { leaks: 2 } });
});

test('the same request is answered once, and again from what was sealed', async () => {
  const gateway = place.gateway();
  const asked = request();
  const first = answered(await ask(gateway, asked));
  const second = answered(await ask(gateway, asked));
  expect(second).toEqual(first);
  expect(place.bedrock.calls).toHaveLength(1);
  expect(place.ledger.entries).toHaveLength(1);
  expect(codeOf(await ask(gateway, { ...asked, subject: 'another' }))).toBe('KEY_REUSED');
  expect(manifest().id).toBe('discharge-summary');
});
