import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const encrypted: Rule = {
  id: 'efs-encrypted',
  title: 'file systems are encrypted',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['hipaa'],
  why: 'EFS stores in clear text unless told otherwise, and copying the files is the only way back.',
  fix: 'set Encrypted to true; it can be set only when the file system is made',
  resourceTypes: ['AWS::EFS::FileSystem'],
  check(files) {
    return requireLiteral(files.property('Encrypted'), isTrue, 'must be true');
  },
};
