import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const volumesEncrypted: Rule = {
  id: 'workspaces-volumes-encrypted',
  title: 'volumes of desktops are encrypted',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)', '164.310(d)(2)(iv)'],
  profiles: ['hipaa'],
  why: 'Whatever somebody saves on a desktop lies there as it is, snapshots included.',
  fix: 'set RootVolumeEncryptionEnabled and UserVolumeEncryptionEnabled to true',
  resourceTypes: ['AWS::WorkSpaces::Workspace'],
  check(desktop) {
    return ['RootVolumeEncryptionEnabled', 'UserVolumeEncryptionEnabled'].flatMap((name) =>
      requireLiteral(desktop.property(name), isTrue, 'must be true'),
    );
  },
};
