import { hasWildcard, isAnything, parseArn } from './arn';

/** What a resource pattern leaves open, from nothing to everything. */
export interface Openness {
  /** `everything`: `*`. `service`: all of a service. `type`: all of one type. `prefix`: names that begin so. */
  readonly name: 'named' | 'prefix' | 'type' | 'service' | 'everything';
  readonly account: boolean;
  readonly region: boolean;
}

const CLOSED: Openness = { name: 'named', account: false, region: false };

/**
 * Which parts of an ARN pattern are open. Places that the template leaves open (`${Bucket.Arn}`) name something.
 * Source: IAM user guide, "IAM JSON policy elements: Resource".
 */
export function opennessOf(pattern: string): Openness {
  if (isAnything(pattern)) return { name: 'everything', account: true, region: true };
  if (!hasWildcard(pattern)) return CLOSED;
  const arn = parseArn(pattern);
  // `${Bucket.Arn}/*` begins with something that is named; `arn:*` and `arn:aws:s3*` break off
  if (!arn)
    return pattern.startsWith('${')
      ? { ...CLOSED, name: 'prefix' }
      : { name: 'everything', account: true, region: true };
  return {
    name: hasWildcard(arn.service) ? 'everything' : nameOf(arn.service, arn.resource),
    account: hasWildcard(arn.account),
    region: hasWildcard(arn.region),
  };
}

/** True when a pattern names no resource: all there are, all of a service or all of a type. */
export function namesNothing(pattern: string): boolean {
  const { name } = opennessOf(pattern);
  return name === 'everything' || name === 'service' || name === 'type';
}

function nameOf(service: string, resource: string): Openness['name'] {
  if (isAnything(resource)) return 'service';
  if (!hasWildcard(resource)) return 'named';
  // in buckets what follows the first slash is objects of the bucket named before it
  if (service === 's3')
    return isAnything(resource.slice(0, (resource + '/').indexOf('/'))) ? 'service' : 'prefix';
  const separator = /^[^/:*?]*[/:]/u.exec(resource);
  if (!separator) return 'prefix';
  const name = resource.slice(separator[0].length);
  return name !== '' && name.split(/[/:]/u).every(isAnything) ? 'type' : 'prefix';
}
