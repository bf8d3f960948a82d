import { accountSettings } from './account-settings';
import { alarms } from './alarms';
import { athena } from './athena';
import { bedrock } from './bedrock';
import { cloudtrail } from './cloudtrail';
import { events } from './events';
import { glue } from './glue';
import { iam } from './iam';
import { kms } from './kms';
import { lambda } from './lambda';
import { logs } from './logs';
import { network } from './network';
import { networkAcl } from './network-acl';
import type { Readers } from './reader';
import { s3 } from './s3';

/** How every resource type of the environment is read back. A type without a reader fails the test. */
export const READERS: Readers = {
  ...accountSettings,
  ...alarms,
  ...athena,
  ...bedrock,
  ...cloudtrail,
  ...events,
  ...glue,
  ...iam,
  ...kms,
  ...lambda,
  ...logs,
  ...network,
  ...networkAcl,
  ...s3,
};
