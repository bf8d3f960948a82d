import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { CLIENT_SETTINGS } from '../../lambda/envelope/keys/service-call';
import { LoopbackKeys, type KmsRequest } from './loopback-keys';
import { LoopbackService, type ServiceAnswer, type ServiceRequest } from './loopback-service';
import { LoopbackTable, type TableRequest } from './loopback-table';
import { ServiceError } from './service-error';

export const KEY_ARN = 'arn:aws:kms:eu-west-1:111122223333:key/0f0e0d0c-1111-4222-8333-444455556666';
export const OTHER_KEY_ARN = 'arn:aws:kms:eu-west-1:111122223333:key/99999999-1111-4222-8333-444455556666';
export const MULTI_REGION_KEY_ARN =
  'arn:aws:kms:eu-west-1:111122223333:key/mrk-0f0e0d0c11114222833344445555666a';
export const REPLICA_KEY_ARN = MULTI_REGION_KEY_ARN.replace('eu-west-1', 'eu-central-1');

/** Answers in the place of the service, before or after it did what was asked; undefined: the service answers. */
export type Fault = (operation: string, proceed: () => ServiceAnswer) => ServiceAnswer | undefined;

/** KMS and a DynamoDB table on loopback, and the real clients in front of them. */
export class LoopbackKeyStore {
  readonly table = new LoopbackTable();
  readonly keys = new LoopbackKeys([KEY_ARN, OTHER_KEY_ARN, MULTI_REGION_KEY_ARN, REPLICA_KEY_ARN]);
  /** What goes wrong, while it is set. */
  fault: Fault = () => undefined;
  readonly kms: KMSClient;
  readonly dynamodb: DynamoDBClient;

  private constructor(private readonly service: LoopbackService) {
    const settings = {
      region: 'eu-west-1',
      endpoint: service.endpoint,
      credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'not-a-secret' },
      ...CLIENT_SETTINGS,
    };
    this.kms = new KMSClient(settings);
    this.dynamodb = new DynamoDBClient(settings);
  }

  static async start(): Promise<LoopbackKeyStore> {
    let store: LoopbackKeyStore | undefined;
    const service = await LoopbackService.start('http1', (request) => store?.answer(request) ?? 'hang-up');
    store = new LoopbackKeyStore(service);
    return store;
  }

  get endpoint(): string {
    return this.service.endpoint;
  }

  /** Names of the operations that were asked for, retries included. */
  get operations(): string[] {
    return this.service.requests.map(operationOf);
  }

  /** What was asked with an operation. */
  asked(operation: string): unknown[] {
    return this.service.requests.flatMap((request) =>
      operationOf(request) === operation ? request.body : [],
    );
  }

  forgetRequests(): void {
    this.service.requests.length = 0;
  }

  async stop(): Promise<void> {
    this.kms.destroy();
    this.dynamodb.destroy();
    await this.service.stop();
  }

  private answer(request: ServiceRequest): ServiceAnswer {
    const operation = operationOf(request);
    const proceed = (): ServiceAnswer => {
      try {
        const isOfKms = request.target?.startsWith('TrentService.');
        const body = isOfKms
          ? this.keys.answer(operation, request.body as KmsRequest)
          : this.table.answer(operation, request.body as TableRequest);
        return { body };
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error;
        return { status: error.status, body: error.body };
      }
    };
    return this.fault(operation, proceed) ?? proceed();
  }
}

function operationOf({ target = '' }: ServiceRequest): string {
  return target.slice(target.indexOf('.') + 1);
}

/** An exception as an answer. */
export function exception(
  type: string,
  status = 400,
  members: Readonly<Record<string, unknown>> = {},
): ServiceAnswer {
  return { status, body: new ServiceError(type, status, members).body };
}
