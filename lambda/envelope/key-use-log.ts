import { KEY_USE_METRICS, KEY_USE_NAMESPACE } from '../../lib/contract/key-use';
import type { KeyUse, KeyUseAudit } from './key-use';
import type { ServiceCall, ServiceCallObserver } from './keys/service-call';

/** Takes one line of JSON with its line end; `(line) => process.stdout.write(line)` in a function of Lambda. */
export type WriteLine = (line: string) => void;

/**
 * Records each use of a key as a line of the CloudWatch embedded metric format: CloudWatch Logs keeps the line and makes
 * metrics of it, without a call. Metrics have no dimension; tenant, purpose, record, message and key stand in the line as
 * ids.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function keyUseLog(write: WriteLine): KeyUseAudit {
  return ({ binding, ...use }: KeyUse) => {
    const metric = metricOf(use);
    const line = { event: 'key-use', ...use, ...binding };
    write(metric === undefined ? json(line) : json({ ...line, ...embedded({ [metric]: 1 }) }));
  };
}

/** The same for calls of KMS and DynamoDB: how many, how many were throttled, how many attempts the SDK repeated. */
export function serviceCallLog(write: WriteLine): ServiceCallObserver {
  return ({ operation, outcome, attempts, milliseconds }: ServiceCall) => {
    const metrics = {
      [KEY_USE_METRICS.keyCalls]: 1,
      [KEY_USE_METRICS.keyThrottles]: outcome === 'throttled' ? 1 : 0,
      [KEY_USE_METRICS.keyRetries]: attempts - 1,
    };
    const line = { event: 'key-call', operation, outcome, attempts, milliseconds: Math.round(milliseconds) };
    write(json({ ...line, ...embedded(metrics) }));
  };
}

function metricOf({ operation, outcome }: Pick<KeyUse, 'operation' | 'outcome'>): string | undefined {
  if (outcome === 'STARTED' || outcome === 'ABANDONED') return undefined;
  if (outcome !== 'OK') return KEY_USE_METRICS.refusals;
  return operation === 'seal' ? KEY_USE_METRICS.seals : KEY_USE_METRICS.opens;
}

function embedded(metrics: Readonly<Record<string, number>>): object {
  const Metrics = Object.keys(metrics).map((Name) => ({ Name, Unit: 'Count' }));
  return {
    ...metrics,
    _aws: {
      Timestamp: Date.now(),
      CloudWatchMetrics: [{ Namespace: KEY_USE_NAMESPACE, Dimensions: [[]], Metrics }],
    },
  };
}

function json(line: object): string {
  return `${JSON.stringify(line)}\n`;
}
