import type { Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';

export const publishingCustomerKey: Rule = {
  id: 'guardduty-publishing-customer-key',
  title: 'published findings are encrypted with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'A finding names what is weak, and where.',
  fix: 'set DestinationProperties.KmsKeyArn',
  resourceTypes: ['AWS::GuardDuty::PublishingDestination'],
  check(destination) {
    return requireCustomerKey(destination.property('DestinationProperties.KmsKeyArn'));
  },
};
