import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const creatorNotAdmin: Rule = {
  id: 'eks-creator-not-admin',
  title: 'who deploys a cluster is not its administrator for ever',
  severity: 'warning',
  controls: ['164.308(a)(3)(i)', '164.308(a)(4)(ii)(B)'],
  profiles: ['strict'],
  why: 'The role of the pipeline would keep all rights inside the cluster, where no policy shows them.',
  fix: 'set AccessConfig.BootstrapClusterCreatorAdminPermissions to false and AuthenticationMode to API',
  resourceTypes: ['AWS::EKS::Cluster'],
  check(cluster) {
    const access = cluster.property('AccessConfig');
    return [
      ...requireLiteral(
        access.at('BootstrapClusterCreatorAdminPermissions'),
        (value) => !isTrue(value),
        'must be false',
      ),
      ...requireLiteral(access.at('AuthenticationMode'), (mode) => mode === 'API', 'must be API'),
    ];
  },
};
