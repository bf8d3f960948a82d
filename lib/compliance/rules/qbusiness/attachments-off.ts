import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const attachmentsOff: Rule = {
  id: 'qbusiness-attachments-off',
  title: 'users add no files of their own to a conversation',
  severity: 'warning',
  controls: ['164.502(b)', '164.308(a)(5)(ii)(B)'],
  profiles: ['strict'],
  why: 'A file brings whole records into the conversation, and sentences that tell the assistant what to do.',
  fix: 'set AttachmentsConfiguration.AttachmentsControlMode to DISABLED',
  resourceTypes: ['AWS::QBusiness::Application'],
  check(application) {
    return requireLiteral(
      application.property('AttachmentsConfiguration.AttachmentsControlMode'),
      (mode) => mode === 'DISABLED',
      'must be DISABLED',
    );
  },
};
