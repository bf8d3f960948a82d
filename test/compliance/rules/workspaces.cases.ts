import { customerKey } from '../../../lib/compliance/rules/workspaces/customer-key';
import { retained } from '../../../lib/compliance/rules/workspaces/retained';
import { volumesEncrypted } from '../../../lib/compliance/rules/workspaces/volumes-encrypted';
import { casesOf, either, OPEN, resource, seen, stack, subject } from '../../support/judge-template';

const DESKTOP = 'AWS::WorkSpaces::Workspace';

export const workspacesCases = [
  casesOf(volumesEncrypted, {
    'both volumes is compliant': subject(DESKTOP, {
      RootVolumeEncryptionEnabled: true,
      UserVolumeEncryptionEnabled: true,
    }),
    'nothing said is a finding': seen(
      subject(DESKTOP),
      'Properties.RootVolumeEncryptionEnabled',
      'Properties.UserVolumeEncryptionEnabled',
    ),
    'one volume is a finding': seen(
      subject(DESKTOP, { RootVolumeEncryptionEnabled: true, UserVolumeEncryptionEnabled: false }),
      'Properties.UserVolumeEncryptionEnabled',
    ),
    'a volume left to a parameter is unknown': subject(DESKTOP, {
      RootVolumeEncryptionEnabled: OPEN,
      UserVolumeEncryptionEnabled: true,
    }),
  }),
  casesOf(customerKey, {
    'a key is compliant': subject(DESKTOP, { VolumeEncryptionKey: 'alias/desktops' }),
    'the key of WorkSpaces is a finding': seen(
      subject(DESKTOP, { VolumeEncryptionKey: 'alias/aws/workspaces' }),
      'Properties.VolumeEncryptionKey',
    ),
    'a key in one branch is a finding': subject(DESKTOP, {
      VolumeEncryptionKey: either('alias/desktops', 'alias/aws/workspaces'),
    }),
    'a key left to a parameter is unknown': subject(DESKTOP, { VolumeEncryptionKey: OPEN }),
  }),
  casesOf(retained, {
    'a desktop that stays is compliant': stack({
      Subject: resource(DESKTOP, {}, { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' }),
    }),
    'nothing said is a finding': seen(subject(DESKTOP), 'DeletionPolicy', 'UpdateReplacePolicy'),
  }),
];
