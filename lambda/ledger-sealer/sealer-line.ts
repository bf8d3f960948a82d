import { LEDGER_METRICS, LEDGER_NAMESPACE } from '../../lib/contract/ledger';
import type { SealerReport } from '../ledger/sealer/sealer';

/** Ids of broken writers that a line names; a number says how many there are. */
const MOST_NAMED = 20;

/**
 * A run as a line of the CloudWatch embedded metric format. Number and hash of the checkpoint in it are an anchor: a log that
 * others keep vouches for the newest checkpoints, which no later one does yet.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function sealerLine({ checkpoint, writers, sealed, broken }: SealerReport): string {
  const metrics = {
    [LEDGER_METRICS.sealed]: sealed,
    [LEDGER_METRICS.broken]: broken.length,
    [LEDGER_METRICS.checkpoints]: checkpoint ? 1 : 0,
  };
  const Metrics = Object.keys(metrics).map((Name) => ({ Name, Unit: 'Count' }));
  const line = {
    event: 'ledger-sealer',
    writers,
    ...(checkpoint && { anchor: `${checkpoint.number}:${checkpoint.hash}` }),
    broken: broken.slice(0, MOST_NAMED),
    ...metrics,
    _aws: {
      Timestamp: Date.now(),
      CloudWatchMetrics: [{ Namespace: LEDGER_NAMESPACE, Dimensions: [[]], Metrics }],
    },
  };
  return `${JSON.stringify(line)}\n`;
}
