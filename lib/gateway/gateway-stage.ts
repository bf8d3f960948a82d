import {
  aws_apigateway as apigateway,
  aws_logs as logs,
  RemovalPolicy,
  Tags,
  type aws_kms as kms,
} from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { DataClass } from '../contract/data-class';
import { TAGS } from '../contract/tags';
import type { ServedUseCase } from './gateway-paths';

const SECONDS = 60;
export const GATEWAY_STAGE = 'v1';
/** Calls a second of all who decide on answers, who are people. */
const OVERSIGHT = { throttlingRateLimit: 5, throttlingBurstLimit: 10 } as const;

/** Of every method: settings of one method take the place of the stage's, and do not add to them. */
const WATCHED = {
  loggingLevel: apigateway.MethodLoggingLevel.ERROR,
  // prompts and answers would be in the execution log
  dataTraceEnabled: false,
  metricsEnabled: true,
} as const;
const LOG: DataClass = 'LOG';

/** What every API logs of a call: ids and numbers, no path that a caller chose, no header, no body. */
const LOGGED = {
  requestId: apigateway.AccessLogField.contextRequestId(),
  requestTime: apigateway.AccessLogField.contextRequestTime(),
  caller: apigateway.AccessLogField.contextIdentityUserArn(),
  resource: apigateway.AccessLogField.contextResourcePath(),
  method: apigateway.AccessLogField.contextHttpMethod(),
  status: apigateway.AccessLogField.contextStatus(),
  latency: apigateway.AccessLogField.contextResponseLatency(),
  responseLength: apigateway.AccessLogField.contextResponseLength(),
} as const;

export interface GatewayStageProps {
  /** Encrypts the access log; its policy must let CloudWatch Logs use it. */
  readonly logKey: kms.IKey;
  readonly logRetention: logs.RetentionDays;
  readonly useCases: readonly ServedUseCase[];
  /** What tells the callers of one kind of API, by the name in the log: `$context` variables that are no value of a request. */
  readonly logged: Readonly<Record<string, string>>;
}

/** The access log of a gateway's API. */
export function accessLogOf(
  scope: Construct,
  id: string,
  { logKey, logRetention }: Pick<GatewayStageProps, 'logKey' | 'logRetention'>,
): logs.LogGroup {
  const logGroup = new logs.LogGroup(scope, id, {
    encryptionKey: logKey,
    retention: logRetention,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });
  Tags.of(logGroup).add(TAGS.dataClass, LOG, { priority: 200 });
  return logGroup;
}

/** The stage of a gateway's API: each call logged, no body anywhere, and a throttle for each use case. */
export function stageOf(
  logGroup: logs.LogGroup,
  { useCases, logged }: Pick<GatewayStageProps, 'useCases' | 'logged'>,
): apigateway.StageOptions {
  return {
    stageName: GATEWAY_STAGE,
    accessLogDestination: new apigateway.LogGroupLogDestination(logGroup),
    accessLogFormat: apigateway.AccessLogFormat.custom(JSON.stringify({ ...LOGGED, ...logged })),
    ...WATCHED,
    // read while the stage is made: what is added later would be no throttle
    methodOptions: throttlesOf(useCases),
  };
}

function throttlesOf(
  useCases: readonly ServedUseCase[],
): Readonly<Record<string, apigateway.MethodDeploymentOptions>> {
  const throttles = useCases.flatMap(({ id, requestsPerMinute }) => {
    const rate = requestsPerMinute / SECONDS;
    const throttle = {
      throttlingRateLimit: rate,
      throttlingBurstLimit: Math.max(1, Math.ceil(rate * 2)),
      ...WATCHED,
    };
    return ['answers', 'stream'].map((name) => [`/use-cases/${id}/${name}/POST`, throttle] as const);
  });
  const waits = useCases.some(({ requiresHumanApproval }) => requiresHumanApproval);
  return Object.fromEntries(
    waits ? [...throttles, ['/oversight/POST', { ...OVERSIGHT, ...WATCHED }] as const] : throttles,
  );
}
