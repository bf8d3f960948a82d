import * as fc from 'fast-check';
import type { Category } from '../../../../lambda/redaction/category';
import { createDetector } from '../../../../lambda/redaction/detector';
import type { CloudDetector } from '../../../../lambda/redaction/detectors/cloud-detector';
import {
  createUnionDetector,
  type UnionDetectorProps,
} from '../../../../lambda/redaction/detectors/union-detector';
import { createUnionRedactor } from '../../../../lambda/redaction/detectors/union-redactor';
import type { Span } from '../../../../lambda/redaction/span';

const local = createDetector();

function cloud(...spans: readonly (readonly [number, number, Category?])[]): CloudDetector {
  return {
    name: 'cloud',
    detect: () =>
      Promise.resolve(
        spans.map(([start, end, category = 'NAME']): Span => ({
          start,
          end,
          category,
          detector: 'cloud',
          score: 0.4,
        })),
      ),
  };
}

const failing: CloudDetector = { name: 'broken', detect: (text) => Promise.reject(new Error(text)) };

function redactor(props: Partial<UnionDetectorProps>): ReturnType<typeof createUnionRedactor> {
  return createUnionRedactor(createUnionDetector({ local, cloud: [], ...props }));
}

test('what a cloud detector alone finds is redacted beside what the local one finds', async () => {
  const text = 'MRN 445566, so zelwick went';
  await expect(redactor({ cloud: [cloud([15, 22])] }).redact(text)).resolves.toEqual({
    text: 'MRN [MRN], so [NAME] went',
    spans: [
      expect.objectContaining({ start: 4, category: 'MRN' }),
      expect.objectContaining({ start: 15, detector: 'cloud' }),
    ],
    counts: { MRN: 1, NAME: 1 },
    degraded: false,
  });
});

test('a local span is never removed, shortened or renamed', async () => {
  const text = 'MRN 445566 and 3/4/2024, call 312-555-0187 or ana@example.org';
  const found = local.detect(text);
  expect(found).toHaveLength(4);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 20 })), { maxLength: 6 }),
      async (places) => {
        const added = cloud(...places.map(([start, length]) => [start, start + length, 'OTHER_ID'] as const));
        const { spans } = await createUnionDetector({ local, cloud: [added] }).detect(text);
        for (const { start, end } of found) {
          expect(
            spans.some((span) => span.start <= start && span.end >= end && span.category !== 'OTHER_ID'),
          ).toBe(true);
        }
      },
    ),
  );
});

test('labels and tokens of an earlier redaction stay what they are', async () => {
  const text = 'Dr. [NAME:a1B2c3D4e5F6g7H8] saw [DATE]';
  await expect(redactor({ cloud: [cloud([0, 15], [20, 26, 'DATE'])] }).redact(text)).resolves.toMatchObject({
    text: '[NAME][NAME:a1B2c3D4e5F6g7H8] saw [DATE]',
  });
});

test('what the profile lets stay is not added', async () => {
  const keeps = ({ category }: Span): boolean => category !== 'DATE';
  const union = redactor({ cloud: [cloud([0, 6, 'DATE'], [7, 14])], keeps });
  await expect(union.redact('Monday zelwick')).resolves.toMatchObject({ text: 'Monday [NAME]' });
});

test('one that fails fails the call, by an error of ours without any text', async () => {
  const error: unknown = await redactor({ cloud: [cloud(), failing] })
    .redact('Qwelt')
    .catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'RedactionError', code: 'DETECTOR_FAILED' });
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('Qwelt');
});

test('set to go on, it uses what the others found and says that it is degraded', async () => {
  const union = redactor({ cloud: [failing, cloud([0, 5])], onFailure: 'local-only' });
  await expect(union.redact('qwelt, MRN 445566')).resolves.toMatchObject({
    text: '[NAME], MRN [MRN]',
    degraded: true,
  });
});

test.each([
  [0, 6],
  [-1, 2],
  [2, 2],
  [0.5, 2],
])('a span from %s to %s of a text of 5 units is a failure', async (start, end) => {
  await expect(redactor({ cloud: [cloud([start, end])] }).redact('qwelt')).rejects.toMatchObject({
    code: 'DETECTOR_FAILED',
  });
});

test('a local detector that throws gives nothing away, and nobody else is asked', async () => {
  let asked = false;
  const asking: CloudDetector = {
    name: 'cloud',
    detect: () => {
      asked = true;
      return Promise.resolve([]);
    },
  };
  const broken = {
    detect: (text: string): never => {
      throw new Error(text);
    },
  };
  await expect(redactor({ local: broken, cloud: [asking] }).redact('Qwelt')).rejects.toThrow(
    /^INTERNAL: redaction failed; nothing was returned$/,
  );
  expect(asked).toBe(false);
});
