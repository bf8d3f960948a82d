import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { CLIENT_SETTINGS } from '../../../lambda/envelope/keys/service-call';
import type { CertificateVault } from '../../../lambda/envelope/tenants/shredder';
import { createTenantKeys, type TenantKeys } from '../../../lambda/envelope/tenants/tenant-keys';
import type { KeyStore } from './store-flags';

/** Loads the clients of KMS and DynamoDB, so only who manages tenants' keys imports this. */
export function tenantKeys({ region, ...store }: KeyStore, vault: CertificateVault): TenantKeys {
  const settings = { ...CLIENT_SETTINGS, region };
  return createTenantKeys({
    ...store,
    kms: new KMSClient(settings),
    dynamodb: new DynamoDBClient(settings),
    vault,
  });
}
