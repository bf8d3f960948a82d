import type { Detector } from '../detector';
import { RedactionError } from '../errors';
import { outsideLabels } from '../label-walls';
import { resolveOverlaps } from '../overlap';
import type { Span } from '../span';
import { detectorFailed, type CloudDetector } from './cloud-detector';

export interface UnionDetectorProps {
  readonly local: Detector;
  readonly cloud: readonly CloudDetector[];
  /**
   * What happens when one of the cloud detectors fails: the call fails, or goes on with what the others found and says
   * that it is degraded.
   * @default 'fail'
   */
  readonly onFailure?: 'fail' | 'local-only';
  /**
   * Whether a span a cloud detector found is an identifier to remove: the profile's say. The local detector has its own.
   * @default every span
   */
  readonly keeps?: (span: Span) => boolean;
}

export interface UnionDetection {
  /** In the order of the text and without overlap. */
  readonly spans: readonly Span[];
  /** A cloud detector failed, and the setting is to go on without it. Raise a metric. */
  readonly degraded: boolean;
}

export interface UnionDetector {
  /** @throws RedactionError DETECTOR_FAILED: a cloud detector failed; INTERNAL: the local one did */
  readonly detect: (text: string) => Promise<UnionDetection>;
}

/** What any detector finds is found. Cloud detectors only add: none removes, shortens or renames a local span. */
export function createUnionDetector({
  local,
  cloud,
  onFailure = 'fail',
  keeps = () => true,
}: UnionDetectorProps): UnionDetector {
  return {
    async detect(text) {
      const found = detectSafely(local, text);
      const answers = await Promise.allSettled(cloud.map((detector) => ask(detector, text)));
      const failed = answers.find(({ status }) => status === 'rejected');
      if (failed?.status === 'rejected' && onFailure === 'fail') throw failed.reason;
      const added = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
      return {
        spans: resolveOverlaps([...found, ...outsideLabels(text, added.filter(keeps))]),
        degraded: failed !== undefined,
      };
    },
  };
}

function detectSafely(local: Detector, text: string): readonly Span[] {
  try {
    return local.detect(text);
  } catch {
    throw new RedactionError('INTERNAL', 'redaction failed; nothing was returned');
  }
}

async function ask(detector: CloudDetector, text: string): Promise<readonly Span[]> {
  let spans: readonly Span[];
  try {
    spans = await detector.detect(text);
  } catch (error) {
    // what another's detector throws may hold text
    throw error instanceof RedactionError ? error : detectorFailed(detector.name, 'REFUSED');
  }
  if (spans.every((span) => liesIn(text, span))) return spans;
  throw detectorFailed(detector.name, 'UNREADABLE');
}

function liesIn(text: string, { start, end }: Span): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length;
}
