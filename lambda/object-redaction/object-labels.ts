import type { Detector } from '../redaction/detector';
import { identifies } from '../redaction/identifying-name';

/** Pairs of a name and a value that an object carries beside its body. */
export type Labels = Readonly<Record<string, string>>;

/** Tags S3 allows on one object. */
const MOST_TAGS = 10;
/** Bytes S3 allows for the names and values of user metadata. */
const MOST_METADATA = 2048;
const PRINTABLE_ASCII = /^[\x20-\x7e]*$/u;

/**
 * The labels in which nothing is found, in name or value. Others are dropped whole: S3 takes no brackets in tags and
 * names of headers, and a label says little once its value is gone.
 */
function harmless(labels: Labels, detector: Detector): [string, string][] {
  return Object.entries(labels).filter(([name, value]) => {
    // what is no ASCII comes from S3 in an encoding of mail headers, `=?UTF-8?Q?…?=`
    if (!PRINTABLE_ASCII.test(name + value) || value.includes('=?')) return false;
    // the name is the cue by which the value is read
    const cued = `${name.replaceAll(/[^A-Za-z0-9]+/gu, ' ')}: ${value}`;
    return !identifies(name, detector) && !identifies(value, detector) && detector.detect(cued).length === 0;
  });
}

/** User metadata that the copy may carry; none where it would be too much for S3. */
export function redactedMetadata(metadata: Labels, detector: Detector): Labels {
  const kept = harmless(metadata, detector);
  const bytes = kept.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  return bytes > MOST_METADATA ? {} : Object.fromEntries(kept);
}

/** Tags that the copy may carry, with those of ours, which win. */
export function redactedTags(tags: Labels, ours: Labels, detector: Detector): Labels {
  const kept = harmless(tags, detector).filter(([name]) => !Object.hasOwn(ours, name));
  return Object.fromEntries([...Object.entries(ours), ...kept].slice(0, MOST_TAGS));
}
