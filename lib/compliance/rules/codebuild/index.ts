import type { Rule } from '../../rule';
import { customerKey } from './customer-key';
import { encrypted } from './encrypted';
import { inVpc } from './in-vpc';
import { logGroup } from './log-group';
import { logged } from './logged';
import { noPlaintextCredentials } from './no-plaintext-credentials';
import { notPrivileged } from './not-privileged';
import { notPublic } from './not-public';
import { sourceTls } from './source-tls';
import { sourceWithoutCredentials } from './source-without-credentials';

/** In the order of their ids. */
export const codebuildRules: readonly Rule[] = [
  customerKey,
  encrypted,
  inVpc,
  logGroup,
  logged,
  noPlaintextCredentials,
  notPrivileged,
  notPublic,
  sourceTls,
  sourceWithoutCredentials,
];
