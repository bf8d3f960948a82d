import type { Rule } from '../../rule';
import { containerInsights } from './container-insights';
import { efsEncrypted } from './efs-encrypted';
import { efsIam } from './efs-iam';
import { execOff } from './exec-off';
import { fips } from './fips';
import { jobIsolated } from './job-isolated';
import { jobLogged } from './job-logged';
import { jobNotPrivileged } from './job-not-privileged';
import { jobReadOnly } from './job-read-only';
import { jobUser } from './job-user';
import { logGroup } from './log-group';
import { publicIp } from './public-ip';

/** In the order of their ids. */
export const batchRules: readonly Rule[] = [
  containerInsights,
  efsEncrypted,
  efsIam,
  execOff,
  fips,
  jobIsolated,
  jobLogged,
  jobNotPrivileged,
  jobReadOnly,
  jobUser,
  logGroup,
  publicIp,
];
