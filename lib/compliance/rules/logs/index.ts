import type { Rule } from '../../rule';
import { anomalyDetectorCustomerKey } from './anomaly-detector-customer-key';
import { deliveryDestinationPolicyNotPublic } from './delivery-destination-policy-not-public';
import { destinationPolicyNotPublic } from './destination-policy-not-public';
import { groupEncrypted } from './group-encrypted';
import { groupMasksIdentifiers } from './group-masks-identifiers';
import { groupNoBearerTokens } from './group-no-bearer-tokens';
import { groupNotDeletable } from './group-not-deletable';
import { groupOneYear } from './group-one-year';
import { groupPolicyNotPublic } from './group-policy-not-public';
import { groupRetained } from './group-retained';
import { groupRetention } from './group-retention';
import { groupRetentionSet } from './group-retention-set';
import { metricFilterAlarmed } from './metric-filter-alarmed';
import { resourcePolicyNotPublic } from './resource-policy-not-public';
import { subscriptionKnownAccount } from './subscription-known-account';

/** In the order of their ids. */
export const logsRules: readonly Rule[] = [
  anomalyDetectorCustomerKey,
  deliveryDestinationPolicyNotPublic,
  destinationPolicyNotPublic,
  groupEncrypted,
  groupMasksIdentifiers,
  groupNoBearerTokens,
  groupNotDeletable,
  groupOneYear,
  groupPolicyNotPublic,
  groupRetained,
  groupRetention,
  groupRetentionSet,
  metricFilterAlarmed,
  resourcePolicyNotPublic,
  subscriptionKnownAccount,
];
