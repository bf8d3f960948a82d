import type { Rule } from '../../rule';
import { clusterAuthenticated } from './cluster-authenticated';
import { clusterCustomerKey } from './cluster-customer-key';
import { clusterLogged } from './cluster-logged';
import { clusterMonitored } from './cluster-monitored';
import { clusterNotPublic } from './cluster-not-public';
import { clusterPolicyNotPublic } from './cluster-policy-not-public';
import { clusterRetained } from './cluster-retained';
import { clusterTls } from './cluster-tls';

/** In the order of their ids. */
export const mskRules: readonly Rule[] = [
  clusterAuthenticated,
  clusterCustomerKey,
  clusterLogged,
  clusterMonitored,
  clusterNotPublic,
  clusterPolicyNotPublic,
  clusterRetained,
  clusterTls,
];
