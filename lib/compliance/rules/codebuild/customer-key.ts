import type { Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';
import { whereThere } from '../cloudformation/where-there';

export const customerKey: Rule = {
  id: 'codebuild-customer-key',
  title: 'artifacts of builds are encrypted with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Under the key of S3 nobody but AWS can say who may read them, or stop it.',
  fix: 'set EncryptionKey, and ExportConfig.S3Destination.EncryptionKey of report groups',
  resourceTypes: ['AWS::CodeBuild::Project', 'AWS::CodeBuild::ReportGroup'],
  check(resource) {
    if (resource.type === 'AWS::CodeBuild::Project')
      return requireCustomerKey(resource.property('EncryptionKey'));
    const destination = resource.property('ExportConfig.S3Destination');
    return destination.isPresent
      ? whereThere(destination, (block) => requireCustomerKey(block.at('EncryptionKey')))
      : 'not-applicable';
  },
};
