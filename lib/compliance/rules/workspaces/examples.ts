import type { Examples } from '../example';
import { KEY_IN_YAML, yaml } from '../yaml';

const desktop = (...lines: readonly string[]) =>
  yaml('Desktop', 'WorkSpaces::Workspace', 'UserName: reader', ...lines);

export const workspacesExamples: Examples = {
  'workspaces-customer-key': {
    bad: desktop('VolumeEncryptionKey: alias/aws/workspaces'),
    good: desktop('VolumeEncryptionKey: !GetAtt Key.Arn').concat(KEY_IN_YAML),
  },
  'workspaces-retained': {
    bad: desktop(),
    good: `
Desktop:
  Type: AWS::WorkSpaces::Workspace
  DeletionPolicy: Retain
  UpdateReplacePolicy: Retain
`,
  },
  'workspaces-volumes-encrypted': {
    bad: desktop('RootVolumeEncryptionEnabled: true'),
    good: desktop('RootVolumeEncryptionEnabled: true', 'UserVolumeEncryptionEnabled: true'),
  },
};
