import type { Rule } from '../../rule';
import { customerKey } from './customer-key';
import { domainSingleSignOn } from './domain-single-sign-on';
import { domainVpcOnly } from './domain-vpc-only';
import { endpointNoShell } from './endpoint-no-shell';
import { jobInVpc } from './job-in-vpc';
import { jobIsolated } from './job-isolated';
import { jobTrafficEncrypted } from './job-traffic-encrypted';
import { modelInVpc } from './model-in-vpc';
import { modelIsolated } from './model-isolated';
import { notebookImdsV2 } from './notebook-imds-v2';
import { notebookInVpc } from './notebook-in-vpc';
import { notebookNoInternet } from './notebook-no-internet';
import { notebookNoRoot } from './notebook-no-root';
import { sharingNoOutput } from './sharing-no-output';
import { storageEncrypted } from './storage-encrypted';
import { workforceSourceIp } from './workforce-source-ip';

/** In the order of their ids. */
export const sagemakerRules: readonly Rule[] = [
  customerKey,
  domainSingleSignOn,
  domainVpcOnly,
  endpointNoShell,
  jobInVpc,
  jobIsolated,
  jobTrafficEncrypted,
  modelInVpc,
  modelIsolated,
  notebookImdsV2,
  notebookInVpc,
  notebookNoInternet,
  notebookNoRoot,
  sharingNoOutput,
  storageEncrypted,
  workforceSourceIp,
];
