import {
  createReadStream,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
  createWriteStream,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createDetector } from '../../../../lambda/redaction/detector';
import { RedactingTransform } from '../../../../lambda/redaction/stream/redacting-transform';
import { WINDOW } from '../../../../lambda/redaction/stream/redact-stream';

const detector = createDetector();
const folder = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-stream-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a file flows through it into another, identifiers gone and the rest as it was', async () => {
  const line = 'Dr. Ana Rivera saw her on 3/4/2024 😀, MRN 445566. BP 120/80.\n';
  const [from, to] = [path.join(folder, 'from.txt'), path.join(folder, 'to.txt')];
  writeFileSync(from, line.repeat(4_000));
  const redacting = new RedactingTransform({ detector });
  await pipeline(createReadStream(from, { highWaterMark: 1_001 }), redacting, createWriteStream(to));
  expect(readFileSync(to, 'utf8')).toBe('[NAME] saw her on [DATE] 😀, MRN [MRN]. BP 120/80.\n'.repeat(4_000));
  expect(redacting.counts).toEqual({ NAME: 4_000, DATE: 4_000, MRN: 4_000 });
});

test('strings may be written, also with half a character at their end', async () => {
  const redacting = new RedactingTransform({ detector });
  redacting.write('MRN 44');
  redacting.write('5566 \ud83d');
  redacting.end('\ude00 fine');
  expect(Buffer.concat(await redacting.toArray()).toString()).toBe('MRN [MRN] 😀 fine');
});

test('a slow sink holds the source back', async () => {
  let read = 0;
  const source = Readable.from(
    (function* () {
      for (; read < 200; read++) yield Buffer.alloc(WINDOW, 'all quiet on the ward. ');
    })(),
  );
  let readAtFirstWrite = 0;
  const sink = new Writable({
    highWaterMark: 1,
    write(_chunk, _encoding, done) {
      readAtFirstWrite ||= read;
      setImmediate(done);
    },
  });
  await pipeline(source, new RedactingTransform({ detector: { detect: () => [] } }), sink);
  expect(read).toBe(200);
  expect(readAtFirstWrite).toBeLessThan(40);
});

test('what is not UTF-8 fails the pipeline with an error of ours', async () => {
  const failed = pipeline(
    Readable.from([Buffer.from([0xc3, 0x28])]),
    new RedactingTransform({ detector }),
    new Writable(),
  );
  await expect(failed).rejects.toMatchObject({ name: 'RedactionError', code: 'INVALID_TEXT' });
});
