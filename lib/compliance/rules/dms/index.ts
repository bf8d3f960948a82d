import type { Rule } from '../../rule';
import { customerKey } from './customer-key';
import { endpointAuthenticated } from './endpoint-authenticated';
import { endpointBucketEncrypted } from './endpoint-bucket-encrypted';
import { endpointTls } from './endpoint-tls';
import { minorUpgrades } from './minor-upgrades';
import { multiAz } from './multi-az';
import { notPublic } from './not-public';
import { subnetGroup } from './subnet-group';

/** In the order of their ids. */
export const dmsRules: readonly Rule[] = [
  customerKey,
  endpointAuthenticated,
  endpointBucketEncrypted,
  endpointTls,
  minorUpgrades,
  multiAz,
  notPublic,
  subnetGroup,
];
