import * as fc from 'fast-check';
import { createModelHook } from '../../../lambda/model-hook/model-hook';
import { createRedactor } from '../../../lambda/redaction/redactor';
import { PLANTED } from '../../support/planted';

const { beforeModel, afterModel } = createModelHook({ redactor: createRedactor() });
const NAME = 'Marlowe Quillfeather';
const bytes = (text: string) => new TextEncoder().encode(text);
const user = (...content: readonly object[]) => ({ role: 'user' as const, content });
const sent = (...content: readonly object[]) =>
  beforeModel({ messages: [user(...content)] }).messages[0]?.content;

test('texts of all messages and of the system prompt are read together', () => {
  const { messages, system, counts } = beforeModel({
    system: [{ text: 'You help Marlowe.' }, { cachePoint: { type: 'default' } }],
    messages: [
      user({ text: `Patient: ${NAME}, SSN 512-45-7788` }),
      { role: 'assistant' as const, content: [{ text: 'Quillfeather has BP 120/80' }] },
    ],
  });
  expect(JSON.stringify([messages, system])).not.toMatch(/Marlowe|Quillfeather|512-45/u);
  expect(messages[1]).toEqual({ role: 'assistant', content: [{ text: '[NAME] has BP 120/80' }] });
  expect(system[1]).toEqual({ cachePoint: { type: 'default' } });
  expect(counts).toMatchObject({ SSN: 1 });
});

test('a tool keeps its name and id, and loses the identifiers of its input and result', () => {
  const toolUse = {
    toolUseId: 'tooluse_q1',
    name: 'find_chart',
    input: { patient: NAME, mrn: 55128841, days: 3 },
  };
  const toolResult = {
    toolUseId: 'tooluse_q1',
    status: 'success',
    content: [{ json: { phone: '312-555-0187' } }, { text: `seen by Dr. ${NAME}` }],
  };
  expect(sent({ toolUse }, { toolResult })).toEqual([
    { toolUse: { ...toolUse, input: { patient: '[NAME]', mrn: '[MRN]', days: 3 } } },
    {
      toolResult: {
        ...toolResult,
        content: [{ json: { phone: '[PHONE]' } }, { text: 'seen by [NAME]' }],
      },
    },
  ]);
});

test('a document that is text loses its identifiers and a name that tells one', () => {
  const [first, second] = sent(
    {
      document: { format: 'txt', name: 'Quillfeather Marlowe', source: { bytes: bytes(`Patient: ${NAME}`) } },
    },
    {
      document: {
        format: 'md',
        name: 'discharge summary',
        source: { text: `Patient: ${NAME}` },
        context: NAME,
      },
    },
  ) as readonly { readonly document: { readonly source: { readonly bytes?: Uint8Array } } }[];
  expect(first?.document).toMatchObject({ format: 'txt', name: 'document' });
  expect(Buffer.from(first?.document.source.bytes ?? []).toString('utf8')).toBe('Patient: [NAME]');
  expect(second?.document).toEqual({
    format: 'md',
    name: 'discharge summary',
    source: { text: 'Patient: [NAME]' },
    context: '[NAME]',
  });
});

test('reasoning keeps its signature only while its text stays', () => {
  const reasoning = (text: string) => ({ reasoningContent: { reasoningText: { text, signature: 's' } } });
  expect(sent(reasoning('BP 120/80'))).toEqual([reasoning('BP 120/80')]);
  expect(sent(reasoning(`Dr. ${NAME}`))).toEqual([
    { reasoningContent: { reasoningText: { text: '[NAME]' } } },
  ]);
});

test.each<[string, object]>([
  ['an image', { image: { format: 'png', source: { bytes: bytes(NAME) } } }],
  ['a video', { video: { format: 'mp4', source: {} } }],
  ['sound', { audio: { format: 'mp3', source: {} } }],
  ['a PDF', { document: { format: 'pdf', name: NAME, source: { bytes: bytes(NAME) } } }],
  [
    'a document elsewhere',
    { document: { format: 'txt', name: NAME, source: { s3Location: { uri: `s3://a/${NAME}` } } } },
  ],
  [
    'a document in UTF-16',
    { document: { format: 'txt', name: NAME, source: { bytes: Buffer.from(NAME, 'utf16le') } } },
  ],
  [
    'a document that is no UTF-8',
    { document: { format: 'txt', name: NAME, source: { bytes: new Uint8Array([0xff]) } } },
  ],
  ['a guarded image', { guardContent: { image: {} } }],
  ['an image in a result', { toolResult: { toolUseId: 'a', content: [{ image: {} }] } }],
  ['encrypted reasoning', { reasoningContent: { redactedContent: bytes(NAME) } }],
  ['a kind of tomorrow', { [NAME]: { text: NAME } }],
  ['a block of two kinds', { text: NAME, image: {} }],
  ['an empty block', {}],
])('%s is refused with nothing of it in the error', (_, block) => {
  expect(() => sent(block)).toThrow(/^CONTENT_REFUSED: (?!.*Quillfeather)/u);
  expect(() => afterModel({ role: 'assistant', content: [block] })).toThrow(
    /^CONTENT_REFUSED: (?!.*Quillfeather)/u,
  );
});

test('the answer of a model loses identifiers, and keeps all else', () => {
  const { message, counts } = afterModel({
    role: 'assistant' as const,
    content: [{ text: 'call 312-555-0187' }],
  });
  expect(message).toEqual({ role: 'assistant', content: [{ text: 'call [PHONE]' }] });
  expect(counts).toEqual({ PHONE: 1 });
});

test('an engine that fails passes nothing on, and says nothing', () => {
  const broken = createModelHook({
    redactor: {
      ...createRedactor(),
      redact: (text) => {
        throw new Error(text);
      },
    },
  });
  expect(() => broken.afterModel({ role: 'assistant', content: [{ text: NAME }] })).toThrow(
    /^INTERNAL: (?!.*Quillfeather)/u,
  );
});

test('no identifier survives, in whatever kind of block it is', () => {
  const places: readonly ((text: string) => object)[] = [
    (text) => ({ text }),
    (text) => ({ guardContent: { text: { text } } }),
    (text) => ({ toolUse: { toolUseId: 'a', name: 'find', input: { deep: [{ note: text }] } } }),
    (text) => ({
      toolUse: { toolUseId: 'a', name: 'find', input: { note: JSON.stringify({ note: text }) } },
    }),
    (text) => ({ toolResult: { toolUseId: 'a', content: [{ json: { note: text } }, { text }] } }),
    (text) => ({ document: { format: 'txt', name: 'notes', source: { text } } }),
  ];
  fc.assert(
    fc.property(fc.oneof(...PLANTED), fc.constantFrom(...places), ({ phrase, value }, place) => {
      expect(JSON.stringify(sent(place(phrase)))).not.toContain(JSON.stringify(value).slice(1, -1));
    }),
    { numRuns: 500, seed: 4 },
  );
});
