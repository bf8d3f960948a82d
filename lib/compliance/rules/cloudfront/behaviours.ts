import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';

export const DISTRIBUTION = 'AWS::CloudFront::Distribution';

export function configurationOf(distribution: Resource): Property {
  return distribution.property('DistributionConfig');
}

/** The default behaviour and those of single paths. */
export function behavioursOf(distribution: Resource): readonly Property[] {
  const configuration = configurationOf(distribution);
  return [configuration.at('DefaultCacheBehavior'), ...configuration.at('CacheBehaviors').items()];
}
