import path from 'node:path';
import { LambdaRuntime, type Outcome } from './lambda-runtime';
import { LoopbackBedrock } from './loopback-bedrock';
import { ROOT } from './synthesize';

export const STACK =
  'arn:aws:cloudformation:us-east-1:111122223333:stack/Invented/0a1b2c3d-1111-4222-8333-000000000001';

/** A request as the CDK's provider framework hands it on. */
export function lifecycleEvent(
  RequestType: 'Create' | 'Update' | 'Delete',
  ResourceProperties: Readonly<Record<string, unknown>>,
  more: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  return {
    RequestType,
    ServiceToken: 'arn:aws:lambda:us-east-1:111122223333:function:framework',
    ResponseURL: 'https://cloudformation-custom-resource-response.example/secret-signature',
    StackId: STACK,
    RequestId: '0a1b2c3d-1111-4222-8333-000000000002',
    ResourceType: 'Custom::Invented',
    LogicalResourceId: 'Setting',
    ...(RequestType === 'Create' ? {} : { PhysicalResourceId: 'Invented/Setting' }),
    ResourceProperties: { ServiceToken: 'token', ServiceTimeout: '600', ...ResourceProperties },
    ...more,
  };
}

export interface SettingAsset {
  readonly bedrock: LoopbackBedrock;
  readonly runtime: LambdaRuntime;
}

/**
 * A test with the bundle of a setting in Lambda's own loop, its SDK pointed at a Bedrock of ours. Both are its own, so that
 * tests that wait for the pauses of the SDK can wait at once: with `test.concurrent`.
 */
export function withSetting<Row extends readonly unknown[]>(
  bundle: string,
  body: (asset: SettingAsset, ...row: Row) => Promise<void>,
): (...row: Row) => Promise<void> {
  return async (...row) => {
    const bedrock = await LoopbackBedrock.start();
    const runtime = await LambdaRuntime.start({
      asset: path.join(ROOT, 'dist', 'lambda', bundle),
      node: process.execPath,
      environment: {
        AWS_ACCESS_KEY_ID: 'test',
        AWS_SECRET_ACCESS_KEY: 'test',
        AWS_ENDPOINT_URL_BEDROCK: bedrock.endpoint,
      },
    });
    try {
      await body({ bedrock, runtime }, ...row);
    } finally {
      await runtime.stop();
      await bedrock.stop();
    }
  };
}

export function messageOf(outcome: Outcome): string {
  return 'error' in outcome ? outcome.error.errorMessage : `answered ${JSON.stringify(outcome.response)}`;
}

/** The lines of log, without what changes from run to run. */
export function linesOf(runtime: LambdaRuntime): readonly unknown[] {
  return runtime.log
    .split('\n')
    .filter((line) => line.startsWith('{"event"'))
    .map((line) => {
      const { requestId, durationMs, ...rest } = JSON.parse(line) as Record<string, unknown>;
      return { ...rest, said: [typeof requestId, typeof durationMs].join() };
    });
}
