import { DEFAULT_MAX_TEXT_LENGTH, readSettings } from '../../../lambda/redaction/runtime-settings';

test('without settings a call may carry a million characters and nothing is sealed', () => {
  expect(readSettings({})).toEqual({ maxTextLength: DEFAULT_MAX_TEXT_LENGTH, dataKeyArn: undefined });
});

test('an empty setting counts as none', () => {
  expect(readSettings({ HIPAA_AI_MAX_TEXT_LENGTH: '', HIPAA_AI_DATA_KEY_ARN: '' })).toEqual(readSettings({}));
});

test('reads the key and a lower limit', () => {
  const arn = 'arn:aws:kms:us-east-1:111122223333:key/1';
  expect(readSettings({ HIPAA_AI_MAX_TEXT_LENGTH: '500', HIPAA_AI_DATA_KEY_ARN: arn })).toEqual({
    maxTextLength: 500,
    dataKeyArn: arn,
  });
});

test.each(['1', String(DEFAULT_MAX_TEXT_LENGTH)])('allows a limit of %s', (given) => {
  expect(readSettings({ HIPAA_AI_MAX_TEXT_LENGTH: given }).maxTextLength).toBe(Number(given));
});

test.each(['0', '-1', '1.5', 'many', String(DEFAULT_MAX_TEXT_LENGTH + 1)])(
  'fails on a limit of %s',
  (given) => {
    expect(() => readSettings({ HIPAA_AI_MAX_TEXT_LENGTH: given })).toThrow(
      `HIPAA_AI_MAX_TEXT_LENGTH is '${given}'; set a whole number from 1 to 1000000`,
    );
  },
);
