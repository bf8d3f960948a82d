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

test('a resource of FHIR is redacted by its elements, whatever words stand in them', async () => {
  const note = {
    resourceType: 'Patient',
    name: [{ family: 'Qwelt', given: ['Zubrowka'] }],
    contact: [{ relationship: [{ text: 'sister' }], name: { text: 'plumbago' } }],
  };
  answered(await ask(place.gateway(), request({ fields: { name: 'n', note } })));
  expect(place.bedrock.calls[0]?.raw).not.toMatch(/Qwelt|Zubrowka|plumbago/u);
  expect(place.bedrock.calls[0]?.raw).toContain('sister');
});

test('the full record goes with a justification, and is told on record', async () => {
  const gateway = place.gateway();
  const fields = { name: 'n', note: 'm', '*': { history: 'asthma since childhood', ward: 'three' } };
  expect(codeOf(await ask(gateway, request({ fields })))).toBe('FULL_RECORD_REFUSED');
  answered(await ask(gateway, request({ fields, justification: 'TRANSFER' })));
  expect(place.bedrock.calls).toHaveLength(1);
  expect(place.bedrock.calls[0]?.raw).toContain('asthma');
  expect(place.ledger.entries.at(-1)?.fields).toEqual({ sent: 2, dropped: 0, justification: 'TRANSFER' });
});

test('fields that no placeholder names do not go, and free text has the allowed ones behind it', async () => {
  const gateway = place.gateway();
  const fields = { name: 'n', note: 'm', vitals: 'HR 72', odd: 'secret-word' };
  answered(await ask(gateway, request({ fields })));
  expect(place.bedrock.calls[0]?.raw).not.toMatch(/HR 72|secret-word/u);
  expect(place.ledger.entries[0]?.fields).toEqual({ sent: 2, dropped: 2 });
  answered(
    await ask(
      gateway,
      request({ prompt: undefined, text: 'Summarize.', fields: { vitals: 'HR 72', odd: 'secret-word' } }),
    ),
  );
  expect(place.bedrock.calls[1]?.raw).toContain('vitals: HR 72');
  expect(place.bedrock.calls[1]?.raw).not.toContain('secret-word');
  expect(place.ledger.entries[1]?.prompt).toEqual({ freeText: true });
});
