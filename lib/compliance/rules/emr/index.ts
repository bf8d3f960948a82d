import type { Rule } from '../../rule';
import { atRestEncrypted } from './at-rest-encrypted';
import { customerKey } from './customer-key';
import { inTransitEncrypted } from './in-transit-encrypted';
import { kerberos } from './kerberos';
import { logged } from './logged';
import { privateSubnet } from './private-subnet';
import { securityConfiguration } from './security-configuration';
import { studioIdentity } from './studio-identity';
import { terminationProtected } from './termination-protected';

/** In the order of their ids. */
export const emrRules: readonly Rule[] = [
  atRestEncrypted,
  customerKey,
  inTransitEncrypted,
  kerberos,
  logged,
  privateSubnet,
  securityConfiguration,
  studioIdentity,
  terminationProtected,
];
