import { finding, unknown, type Rule } from '../../rule';
import { surelyHas } from '../cloudformation/members';
import { isCustomerKey } from '../kms/customer-key';

export const secretsCustomerKey: Rule = {
  id: 'eks-secrets-customer-key',
  title: 'secrets of Kubernetes are encrypted with a customer-managed key',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Whoever gets a copy of etcd reads every secret of the cluster; a key of your own says who can, and records it.',
  fix: 'set EncryptionConfig with Resources [secrets] and Provider.KeyArn',
  resourceTypes: ['AWS::EKS::Cluster'],
  check(cluster) {
    const config = cluster.property('EncryptionConfig');
    const encrypts = surelyHas(config, (each) => {
      const resources = surelyHas(each.at('Resources'), (name) =>
        name.texts().every((text) => text === 'secrets'),
      );
      if (resources !== true) return resources;
      const keys = each
        .at('Provider.KeyArn')
        .values.map((key) => (key.kind === 'absent' ? false : isCustomerKey(key)));
      return keys.includes(false) ? false : keys.includes(undefined) ? undefined : true;
    });
    if (encrypts === true) return [];
    const message = 'must encrypt secrets with a customer-managed key';
    return [
      encrypts === false
        ? finding(config.path, message)
        : unknown(config.path, `cannot be read; it ${message}`),
    ];
  },
};
