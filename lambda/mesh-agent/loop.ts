import { setTimeout as wait } from 'node:timers/promises';
import { MESH_HOURS_METRIC, MESH_NAMESPACE } from '../../lib/contract/mesh-identity';
import { LOOK_EVERY_MS, type Look } from './agent';
import { writeHealth } from './health';

/** A line in the log at least so often, in looks. */
export const LINE_EVERY = 15;
const HOUR_MS = 3_600_000;

export interface LoopProps {
  readonly look: () => Promise<Look>;
  readonly directory: string;
  readonly service: string;
  readonly log: (line: string) => void;
  readonly signal: AbortSignal;
}

/** Looks until it is told to stop; one moment after a certificate runs out at the latest. */
export async function run({ look, directory, service, log, signal }: LoopProps): Promise<void> {
  let said = '';
  for (let count = 0; !signal.aborted; count += 1) {
    const seen = await look();
    writeHealth(directory, seen, Date.now());
    const says = `${seen.code} ${seen.fault ?? ''} ${seen.notAfter ?? ''}`;
    if (says !== said || count % LINE_EVERY === 0) log(lineOf(seen, service));
    said = says;
    const untilExpiry = seen.notAfter === undefined ? LOOK_EVERY_MS : seen.notAfter - Date.now();
    // at random, so that tasks that started together do not ask together
    const pause = LOOK_EVERY_MS * (0.75 + Math.random() / 4);
    await wait(Math.max(0, Math.min(pause, untilExpiry)), undefined, { signal }).catch(() => undefined);
  }
}

/** In the CloudWatch embedded metric format. */
function lineOf({ healthy, code, fault, notAfter }: Look, service: string): string {
  const hours = notAfter === undefined ? 0 : Math.max(0, (notAfter - Date.now()) / HOUR_MS);
  const line = {
    event: 'mesh-agent',
    service,
    healthy,
    code,
    ...(fault && { fault }),
    [MESH_HOURS_METRIC]: Math.round(hours * 10) / 10,
    _aws: {
      Timestamp: Date.now(),
      CloudWatchMetrics: [
        {
          Namespace: MESH_NAMESPACE,
          Dimensions: [['service']],
          Metrics: [{ Name: MESH_HOURS_METRIC, Unit: 'None' }],
        },
      ],
    },
  };
  return `${JSON.stringify(line)}\n`;
}
