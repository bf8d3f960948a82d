import type { Rule } from '../../rule';
import { accessNotAdmin } from './access-not-admin';
import { addonPreserved } from './addon-preserved';
import { controlPlaneLogs } from './control-plane-logs';
import { creatorNotAdmin } from './creator-not-admin';
import { deletionProtection } from './deletion-protection';
import { endpointPrivate } from './endpoint-private';
import { nodegroupRemoteAccess } from './nodegroup-remote-access';
import { podIdentityTags } from './pod-identity-tags';
import { publicCidrs } from './public-cidrs';
import { secretsCustomerKey } from './secrets-customer-key';
import { versionSupported } from './version-supported';

/** In the order of their ids. */
export const eksRules: readonly Rule[] = [
  accessNotAdmin,
  addonPreserved,
  controlPlaneLogs,
  creatorNotAdmin,
  deletionProtection,
  endpointPrivate,
  nodegroupRemoteAccess,
  podIdentityTags,
  publicCidrs,
  secretsCustomerKey,
  versionSupported,
];
