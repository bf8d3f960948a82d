import * as fc from 'fast-check';
import { redactedMetadata, redactedTags } from '../../../lambda/object-redaction/object-labels';
import { createRedactor } from '../../../lambda/redaction/redactor';
import { PLANTED } from '../../support/planted';

const redactor = createRedactor();
const OURS = { 'hipaa-ai:data-class': 'REDACTED' };

test.each([
  ['a value that identifies', { 'patient-name': 'Quillfeather, Marlowe' }],
  ['a value that only its name gives away', { mrn: '77-41' }],
  ['a name that identifies', { 'quillfeather-marlowe': 'yes' }],
  ['a value in an encoding of mail headers', { note: '=?UTF-8?Q?discharge?=' }],
  ['a value that is no ASCII', { note: 'é' }],
])('%s is dropped with its name', (_, metadata) => {
  expect(redactedMetadata({ ...metadata, chart: 'cardiology' }, redactor)).toEqual({ chart: 'cardiology' });
});

test('metadata stays up to the 2048 bytes S3 takes, and goes beyond them', () => {
  const note = 'note '.repeat(407);
  expect(redactedMetadata({ note, chart: 'note' }, redactor)).toEqual({ note, chart: 'note' });
  expect(redactedMetadata({ note, chart: 'notes' }, redactor)).toEqual({});
});

test('our tags win over those of the original and over the ten that S3 takes', () => {
  const tags = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`note ${index}`, 'chart']));
  const kept = redactedTags({ ...tags, 'hipaa-ai:data-class': 'DEIDENTIFIED' }, OURS, redactor);
  expect(kept).toMatchObject(OURS);
  expect(Object.keys(kept)).toHaveLength(10);
});

test('no identifier survives in a value or a name', () => {
  fc.assert(
    fc.property(fc.oneof(...PLANTED), ({ phrase, value }) => {
      if (/^\d{2,3}$/u.test(value)) return true;
      const labels = redactedMetadata({ note: phrase, [phrase]: 'chart' }, redactor);
      return !JSON.stringify(labels).includes(value);
    }),
    { numRuns: 500, seed: 4 },
  );
});
