import type { Rule } from '../../rule';
import { bedrockDataEvents } from './bedrock-data-events';
import { bucketLocked } from './bucket-locked';
import { cloudwatchDelivery } from './cloudwatch-delivery';
import { dynamodbDataEvents } from './dynamodb-data-events';
import { encrypted } from './encrypted';
import { eventDataStoreCustomerKey } from './event-data-store-customer-key';
import { eventDataStoreDataEvents } from './event-data-store-data-events';
import { eventDataStoreProtected } from './event-data-store-protected';
import { eventDataStoreRecording } from './event-data-store-recording';
import { eventDataStoreRetained } from './event-data-store-retained';
import { eventDataStoreRetention } from './event-data-store-retention';
import { globalServices } from './global-services';
import { insights } from './insights';
import { kmsEvents } from './kms-events';
import { lambdaDataEvents } from './lambda-data-events';
import { logValidation } from './log-validation';
import { logging } from './logging';
import { managementEvents } from './management-events';
import { multiRegion } from './multi-region';
import { organizationWide } from './organization-wide';
import { resourcePolicyNotPublic } from './resource-policy-not-public';
import { s3DataEvents } from './s3-data-events';

/** In the order of their ids. */
export const cloudtrailRules: readonly Rule[] = [
  bedrockDataEvents,
  bucketLocked,
  cloudwatchDelivery,
  dynamodbDataEvents,
  encrypted,
  eventDataStoreCustomerKey,
  eventDataStoreDataEvents,
  eventDataStoreProtected,
  eventDataStoreRecording,
  eventDataStoreRetained,
  eventDataStoreRetention,
  globalServices,
  insights,
  kmsEvents,
  lambdaDataEvents,
  logValidation,
  logging,
  managementEvents,
  multiRegion,
  organizationWide,
  resourcePolicyNotPublic,
  s3DataEvents,
];
