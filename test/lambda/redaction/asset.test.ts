import path from 'node:path';
import { describeRedactionAsset, startsWith } from '../../support/redaction-asset-cases';

const where = { asset: path.resolve(__dirname, '../../../dist/lambda/redaction'), node: process.execPath };

describe('the built redaction asset in a Lambda runtime', () => {
  describeRedactionAsset(() => where);

  test('the environment lowers the most characters a call may carry', async () => {
    const outcome = await startsWith(where, { HIPAA_AI_MAX_TEXT_LENGTH: '100' });
    expect(outcome).toMatchObject({
      error: { errorMessage: expect.stringContaining('TEXT_TOO_LARGE') as unknown },
    });
  });

  test.each(['0', '-1', '1.5', '1000001', 'many'])(
    'a most length of %p keeps the function from starting',
    async (given) => {
      const outcome = await startsWith(where, { HIPAA_AI_MAX_TEXT_LENGTH: given });
      expect(outcome).toMatchObject({
        error: { errorMessage: expect.stringContaining('HIPAA_AI_MAX_TEXT_LENGTH') as unknown },
      });
    },
  );
});
