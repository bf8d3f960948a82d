import type { Rule } from '../../rule';
import { onEach, whereThere } from '../cloudformation/where-there';
import { requireCustomerKey } from '../kms/customer-key';

export const customerKey: Rule = {
  id: 'ecs-customer-key',
  title: 'shells, storage and TLS keys of tasks are encrypted with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Under a key of AWS nobody but AWS can say who may read them, or stop it.',
  fix: 'set KmsKeyId of ExecuteCommandConfiguration and volumes, FargateEphemeralStorageKmsKeyId, and Tls.KmsKey',
  resourceTypes: ['AWS::ECS::Cluster', 'AWS::ECS::Service'],
  check(resource) {
    if (resource.type === 'AWS::ECS::Cluster') {
      const configuration = resource.property('Configuration');
      return [
        ...requireCustomerKey(
          configuration.at('ManagedStorageConfiguration.FargateEphemeralStorageKmsKeyId'),
        ),
        ...requireCustomerKey(configuration.at('ManagedStorageConfiguration.KmsKeyId')),
        ...whereThere(configuration.at('ExecuteCommandConfiguration'), (exec) =>
          requireCustomerKey(exec.at('KmsKeyId')),
        ),
      ];
    }
    return [
      ...onEach(resource.property('VolumeConfigurations'), (volume) =>
        whereThere(volume.at('ManagedEBSVolume'), (ebs) => requireCustomerKey(ebs.at('KmsKeyId'))),
      ),
      ...onEach(resource.property('ServiceConnectConfiguration.Services'), (service) =>
        whereThere(service.at('Tls'), (tls) => requireCustomerKey(tls.at('KmsKey'))),
      ),
    ];
  },
};
