import type { Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';

export const customerKey: Rule = {
  id: 'workspaces-customer-key',
  title: 'volumes of desktops are encrypted with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Under the key of WorkSpaces nobody but AWS can say who may read them, or stop it.',
  fix: 'set VolumeEncryptionKey',
  resourceTypes: ['AWS::WorkSpaces::Workspace'],
  check(desktop) {
    return requireCustomerKey(desktop.property('VolumeEncryptionKey'));
  },
};
