import { finding, unknown, type Observation, type Rule } from '../../rule';
import type { Property } from '../../template/property';
import { textOf, type Value } from '../../template/value';
import { configurationOf, DISTRIBUTION } from './behaviours';

/** The REST endpoints of a bucket; website endpoints are custom origins. */
const ENDPOINT = /\.s3[.-](?!website)[^/]*\.(?:amazonaws\.com|\$\{AWS::URLSuffix\})|\.s3\.amazonaws\.com/u;

/** Of a domain name, with room for places left open. */
const LONGEST_NAME = 1024;

export const originAccess: Rule = {
  id: 'cloudfront-origin-access',
  title: 'distributions show buckets who they are',
  severity: 'error',
  controls: ['164.312(a)(1)', '164.312(d)'],
  profiles: ['hipaa'],
  why: 'Without an identity of the distribution the bucket must be public, and is read past the distribution.',
  fix: 'set OriginAccessControlId of each S3 origin, and let the bucket policy name the distribution',
  resourceTypes: [DISTRIBUTION],
  check(distribution) {
    const configuration = configurationOf(distribution);
    const legacy = configuration.at('S3Origin');
    return [
      ...configuration.at('Origins').items().flatMap(identified),
      ...(legacy.isPresent ? requireOne(legacy, [legacy.at('OriginAccessIdentity')]) : []),
    ];
  },
};

function identified(origin: Property): readonly Observation[] {
  const isS3 = origin.at('S3OriginConfig').isPresent || origin.at('DomainName').values.some(isBucket);
  if (!isS3) return [];
  return requireOne(origin, [
    origin.at('OriginAccessControlId'),
    origin.at('S3OriginConfig.OriginAccessIdentity'),
  ]);
}

function isBucket(value: Value): boolean {
  if (value.kind === 'reference')
    return (
      value.template.resource(value.logicalId)?.type === 'AWS::S3::Bucket' &&
      !value.attribute.startsWith('Website')
    );
  const name = textOf(value) ?? '';
  return name.length <= LONGEST_NAME && ENDPOINT.test(name);
}

function requireOne(origin: Property, identities: readonly Property[]): readonly Observation[] {
  if (origin.values.some(({ kind }) => kind === 'unknown')) return [unknown(origin.path, 'cannot be read')];
  const isShown = identities.some((identity) =>
    identity.values.every(
      (value) => value.kind !== 'absent' && !(value.kind === 'literal' && value.value === ''),
    ),
  );
  return isShown ? [] : [finding(origin.path, 'asks the bucket as anybody')];
}
