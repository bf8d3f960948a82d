import type { Rule } from '../../rule';
import { whereThere } from '../cloudformation/where-there';
import { requireCustomerKey } from '../kms/customer-key';

export const customerKey: Rule = {
  id: 'lambda-customer-key',
  title: 'code, state and filters of functions are encrypted with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Under a key of AWS nobody but AWS can say who may read them, or stop it.',
  fix: 'set Code.SourceKMSKeyArn and DurableConfig.KMSKeyArn of functions, and KmsKeyArn of event source mappings with filters',
  resourceTypes: ['AWS::Lambda::Function', 'AWS::Lambda::EventSourceMapping'],
  check(resource) {
    if (resource.type === 'AWS::Lambda::Function') {
      const bundle = resource.property('Code.S3Bucket');
      const durable = resource.property('DurableConfig');
      if (!bundle.isPresent && !durable.isPresent) return 'not-applicable';
      return [
        ...whereThere(bundle, () => requireCustomerKey(resource.property('Code.SourceKMSKeyArn'))),
        ...whereThere(durable, (block) => requireCustomerKey(block.at('KMSKeyArn'))),
      ];
    }
    const filters = resource.property('FilterCriteria');
    if (!filters.isPresent) return 'not-applicable';
    return whereThere(filters, () => requireCustomerKey(resource.property('KmsKeyArn')));
  },
};
