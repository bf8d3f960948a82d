import type { Rule } from '../../rule';
import { clusterInVpc } from './cluster-in-vpc';
import { customerKey } from './customer-key';
import { domainInVpc } from './domain-in-vpc';
import { domainNoDocker } from './domain-no-docker';
import { domainSingleSignOn } from './domain-single-sign-on';
import { domainUserIdentity } from './domain-user-identity';
import { domainVpcOnly } from './domain-vpc-only';
import { endpointIsolated } from './endpoint-isolated';
import { endpointNoShell } from './endpoint-no-shell';
import { idleShutdown } from './idle-shutdown';
import { jobInVpc } from './job-in-vpc';
import { jobIsolated } from './job-isolated';
import { jobTrafficEncrypted } from './job-traffic-encrypted';
import { modelInVpc } from './model-in-vpc';
import { modelIsolated } from './model-isolated';
import { notebookImdsV2 } from './notebook-imds-v2';
import { notebookInVpc } from './notebook-in-vpc';
import { notebookNoInternet } from './notebook-no-internet';
import { notebookNoRoot } from './notebook-no-root';
import { policyNotPublic } from './policy-not-public';
import { sharingNoOutput } from './sharing-no-output';
import { storageEncrypted } from './storage-encrypted';
import { storesRetained } from './stores-retained';
import { workforceInVpc } from './workforce-in-vpc';
import { workforceSourceIp } from './workforce-source-ip';

/** In the order of their ids. */
export const sagemakerRules: readonly Rule[] = [
  clusterInVpc,
  customerKey,
  domainInVpc,
  domainNoDocker,
  domainSingleSignOn,
  domainUserIdentity,
  domainVpcOnly,
  endpointIsolated,
  endpointNoShell,
  idleShutdown,
  jobInVpc,
  jobIsolated,
  jobTrafficEncrypted,
  modelInVpc,
  modelIsolated,
  notebookImdsV2,
  notebookInVpc,
  notebookNoInternet,
  notebookNoRoot,
  policyNotPublic,
  sharingNoOutput,
  storageEncrypted,
  storesRetained,
  workforceInVpc,
  workforceSourceIp,
];
