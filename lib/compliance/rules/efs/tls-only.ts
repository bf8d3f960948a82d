import { reachesAction } from '../../policy/pattern';
import { surelyDenies } from '../../policy/statement';
import { catchesAllWithoutTls } from '../../policy/tls';
import type { Rule } from '../../rule';
import { observe } from '../cloudformation/answer';

/** What a mount does: to refuse it is to refuse everything. */
const MOUNT = 'elasticfilesystem:ClientMount';

export const tlsOnly: Rule = {
  id: 'efs-tls-only',
  title: 'policies of file systems refuse clients without TLS',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  profiles: ['hipaa'],
  why: 'NFS is clear text: a client that mounts without TLS sends every file readable.',
  fix: 'add to FileSystemPolicy: Deny, Principal *, Action *, Bool aws:SecureTransport = false',
  resourceTypes: ['AWS::EFS::FileSystem'],
  check(files, template) {
    const policy = files.property('FileSystemPolicy');
    const refuses = surelyDenies(
      policy,
      template,
      (deny) => catchesAllWithoutTls(deny) && reachesAction(deny.actions, MOUNT),
    );
    return observe(refuses, policy.path, 'must deny everybody requests without TLS');
  },
};
