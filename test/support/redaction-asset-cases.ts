import { LambdaRuntime, type Outcome } from './lambda-runtime';

/** Invented; every value is looked for in all that leaves the sandbox but the answer. */
export const NOTE = [
  'Patient: Quillfeather, Marlowe   MRN: 5512-8841   DOB: 03/14/1931',
  'Seen by Dr. Isolde Vantongeren on March 3, 2024. SSN 512-45-7788, phone (312) 555-0187,',
  'mail marlowe.q@example.org from 203.0.113.77. 93-year-old with BP 120/80 and Parkinson disease.',
].join('\n');

export const PLANTED = [
  'Quillfeather',
  'Marlowe',
  '5512-8841',
  '03/14/1931',
  'Isolde',
  'Vantongeren',
  'March 3',
  '512-45-7788',
  '555-0187',
  'marlowe.q',
  '203.0.113.77',
  '93-year',
];

interface Answer {
  readonly text: string;
  readonly spans: readonly unknown[];
  readonly counts: Readonly<Record<string, number>>;
}

const BAD_EVENTS: readonly (readonly [string, string, string])[] = [
  ['null', 'null', 'INVALID_EVENT'],
  ['an array', JSON.stringify([NOTE]), 'INVALID_EVENT'],
  ['a number', '42', 'INVALID_EVENT'],
  ['a string', JSON.stringify(NOTE), 'INVALID_EVENT'],
  ['no text', JSON.stringify({ seal: false }), 'INVALID_EVENT'],
  ['text as a number', '{"text":5124577880}', 'INVALID_EVENT'],
  ['text as an object', JSON.stringify({ text: { note: NOTE } }), 'INVALID_EVENT'],
  ['text of 10 MB', JSON.stringify({ text: NOTE.repeat(40_000) }), 'TEXT_TOO_LARGE'],
  ['an unknown key', JSON.stringify({ text: NOTE, Quillfeather: 1 }), 'INVALID_EVENT'],
  ['a __proto__ key', `{"text":${JSON.stringify(NOTE)},"__proto__":{"seal":true}}`, 'INVALID_EVENT'],
  ['seal as a string', JSON.stringify({ text: NOTE, seal: 'yes' }), 'INVALID_EVENT'],
  ['seal without a binding', JSON.stringify({ text: NOTE, seal: true }), 'INVALID_EVENT'],
  [
    'seal without a key',
    JSON.stringify({ text: NOTE, seal: true, binding: { tenant: 't1', purpose: 'original', record: 'r1' } }),
    'SEAL_UNAVAILABLE',
  ],
];

/** What every build of the redaction asset must do in a runtime; `where` gives the directory and the Node to run it. */
export function describeRedactionAsset(where: () => { readonly asset: string; readonly node: string }): void {
  let runtime: LambdaRuntime;
  beforeAll(async () => {
    runtime = await LambdaRuntime.start(where());
  });
  afterAll(async () => {
    await runtime.stop();
  });

  const answerOf = (outcome: Outcome): Answer => {
    if ('error' in outcome) throw new Error(`the function failed: ${outcome.error.errorMessage}`);
    return outcome.response as Answer;
  };

  test('a note comes back without its identifiers, its findings untouched', async () => {
    const { text, spans, counts } = answerOf(await runtime.invoke({ text: NOTE }));
    for (const value of PLANTED) expect(text).not.toContain(value);
    expect(text).toContain('BP 120/80 and Parkinson disease');
    expect(counts).toMatchObject({ MRN: 1, SSN: 1, EMAIL: 1, IP: 1, AGE_OVER_89: 1 });
    expect(spans.length).toBeGreaterThanOrEqual(9);
  });

  test.each(BAD_EVENTS)(
    'an event that is %s is refused with a typed error, and the next one served',
    async (_, payload, code) => {
      const outcome = await runtime.invokeRaw(payload);
      expect(outcome).toMatchObject({ error: { errorType: 'RedactionError' } });
      const sent = JSON.stringify(outcome);
      expect(sent).toContain(code);
      for (const value of PLANTED) expect(sent).not.toContain(value);
      expect(answerOf(await runtime.invoke({ text: 'SSN 512-45-7788' })).text).toBe('SSN [SSN]');
    },
  );

  test('text of the most characters allowed is redacted', async () => {
    const filler = 'No acute distress. '.repeat(52_000);
    const { text } = answerOf(await runtime.invoke({ text: `${filler}SSN 512-45-7788` }));
    expect(text.endsWith('SSN [SSN]')).toBe(true);
  });

  test('the log holds one line per call with counts and codes, and no identifier', () => {
    for (const value of PLANTED) expect(runtime.log).not.toContain(value);
    const lines = runtime.log.split('\n').filter((line) => line.startsWith('{'));
    const outcomes = lines.map(
      (line) => JSON.parse(line) as { readonly outcome: string; readonly requestId: string },
    );
    expect(new Set(outcomes.map(({ requestId }) => requestId)).size).toBe(outcomes.length);
    expect(outcomes.filter(({ outcome }) => outcome !== 'OK')).toHaveLength(BAD_EVENTS.length);
    expect(runtime.alive).toBe(true);
  });
}

/** A function configured wrongly must not start. */
export async function startsWith(
  where: { readonly asset: string; readonly node: string },
  environment: Readonly<Record<string, string>>,
): Promise<Outcome> {
  const runtime = await LambdaRuntime.start({ ...where, environment });
  try {
    return await runtime.invoke({ text: 'x'.repeat(200) });
  } finally {
    await runtime.stop();
  }
}
