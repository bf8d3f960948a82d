import { OBJECT_REDACTION_VARIABLES as NAMES } from '../../../lib/contract/environment-variables';
import { readSettings } from '../../../lambda/object-redaction/settings';

const COMPLETE = Object.fromEntries(
  Object.values(NAMES).map((name) => [name, name === NAMES.maxObjectBytes ? '10' : name]),
);

test('are read when all are there; the prefix may be empty', () => {
  expect(readSettings({ ...COMPLETE, [NAMES.sourcePrefix]: '' })).toEqual({
    sourceBucket: NAMES.sourceBucket,
    prefix: '',
    redacted: { bucket: NAMES.redactedBucket, keyArn: NAMES.redactedKeyArn },
    quarantine: { bucket: NAMES.quarantineBucket, keyArn: NAMES.quarantineKeyArn },
    maxBytes: 10,
  });
});

test.each(Object.values(NAMES).filter((name) => name !== NAMES.sourcePrefix))(
  'that lack %s keep the function from starting',
  (name) => {
    expect(() => readSettings({ ...COMPLETE, [name]: '' })).toThrow(name);
    expect(() => readSettings({ ...COMPLETE, [name]: undefined })).toThrow(name);
  },
);

test.each(['0', '-1', '1.5', 'many'])('with a limit of %p keep the function from starting', (bytes) => {
  expect(() => readSettings({ ...COMPLETE, [NAMES.maxObjectBytes]: bytes })).toThrow(NAMES.maxObjectBytes);
});

test.each([NAMES.redactedBucket, NAMES.quarantineBucket])(
  'that send %s into the source keep the function from starting',
  (name) => {
    expect(() => readSettings({ ...COMPLETE, [name]: NAMES.sourceBucket })).toThrow('a bucket each');
  },
);
