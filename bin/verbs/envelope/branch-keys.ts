import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createBranchKeys } from '../../../lambda/envelope/keys/branch-keys';
import type { KeySource } from '../../../lambda/envelope/keys/key-source';
import { CLIENT_SETTINGS } from '../../../lambda/envelope/keys/service-call';
import { kmsClient } from './kms-data-keys';
import type { KeyStore } from './store-flags';
import type { Telling } from './telling';

/** Data keys under tenants' keys. Loads the clients of KMS and DynamoDB, so only who uses them imports this. */
export function branchKeys({ region, ...store }: KeyStore, telling: Telling): KeySource {
  const dynamodb = new DynamoDBClient({ ...CLIENT_SETTINGS, region });
  dynamodb.middlewareStack.add((next) => (args) => telling('Amazon DynamoDB', next(args)), {
    step: 'initialize',
  });
  return createBranchKeys({ ...store, kms: kmsClient(region, telling), dynamodb });
}
