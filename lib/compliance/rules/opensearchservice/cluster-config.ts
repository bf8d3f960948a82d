import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';

/** The nodes of a domain, under the name that its type gives them. */
export function clusterConfig(domain: Resource): Property {
  return domain.property(
    domain.type === 'AWS::Elasticsearch::Domain' ? 'ElasticsearchClusterConfig' : 'ClusterConfig',
  );
}
