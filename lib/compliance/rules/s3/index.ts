import type { Rule } from '../../rule';
import { accessGrantOneWay } from './access-grant-one-way';
import { accessPointBucketAccount } from './access-point-bucket-account';
import { accessPointInVpc } from './access-point-in-vpc';
import { accessPointNotOpened } from './access-point-not-opened';
import { accessPointPolicyNotPublic } from './access-point-policy-not-public';
import { accessPointPublicAccessBlocked } from './access-point-public-access-blocked';
import { bucketAccessLogged } from './bucket-access-logged';
import { bucketAclNotReadable } from './bucket-acl-not-readable';
import { bucketAclNotWritable } from './bucket-acl-not-writable';
import { bucketAclsDisabled } from './bucket-acls-disabled';
import { bucketCors } from './bucket-cors';
import { bucketEncrypted } from './bucket-encrypted';
import { bucketEncryption } from './bucket-encryption';
import { bucketEventNotifications } from './bucket-event-notifications';
import { bucketHasPolicy } from './bucket-has-policy';
import { bucketKey } from './bucket-key';
import { bucketLifecycleKeeps } from './bucket-lifecycle-keeps';
import { bucketNoAcceleration } from './bucket-no-acceleration';
import { bucketNoCustomerProvidedKeys } from './bucket-no-customer-provided-keys';
import { bucketNoWebsite } from './bucket-no-website';
import { bucketNotOpened } from './bucket-not-opened';
import { bucketObjectLock } from './bucket-object-lock';
import { bucketObjectLockCompliance } from './bucket-object-lock-compliance';
import { bucketObjectLockRetention } from './bucket-object-lock-retention';
import { bucketPolicyEncryptedPuts } from './bucket-policy-encrypted-puts';
import { bucketPolicyKnownAccounts } from './bucket-policy-known-accounts';
import { bucketPolicyNoNotAction } from './bucket-policy-no-not-action';
import { bucketPolicyNoNotPrincipal } from './bucket-policy-no-not-principal';
import { bucketPolicyNoWildcardAction } from './bucket-policy-no-wildcard-action';
import { bucketPolicyNotPublic } from './bucket-policy-not-public';
import { bucketPolicyTlsFloor } from './bucket-policy-tls-floor';
import { bucketPublicAccessBlocked } from './bucket-public-access-blocked';
import { bucketReplicated } from './bucket-replicated';
import { bucketRetained } from './bucket-retained';
import { bucketTlsOnly } from './bucket-tls-only';
import { bucketVersionLifecycle } from './bucket-version-lifecycle';
import { bucketVersioned } from './bucket-versioned';
import { metadataCustomerKey } from './metadata-customer-key';
import { replicationEncrypted } from './replication-encrypted';
import { reportBucketAccount } from './report-bucket-account';
import { storageLensEncrypted } from './storage-lens-encrypted';

/** In the order of their ids. */
export const s3Rules: readonly Rule[] = [
  accessGrantOneWay,
  accessPointBucketAccount,
  accessPointInVpc,
  accessPointNotOpened,
  accessPointPolicyNotPublic,
  accessPointPublicAccessBlocked,
  bucketAccessLogged,
  bucketAclNotReadable,
  bucketAclNotWritable,
  bucketAclsDisabled,
  bucketCors,
  bucketEncrypted,
  bucketEncryption,
  bucketEventNotifications,
  bucketHasPolicy,
  bucketKey,
  bucketLifecycleKeeps,
  bucketNoAcceleration,
  bucketNoCustomerProvidedKeys,
  bucketNoWebsite,
  bucketNotOpened,
  bucketObjectLock,
  bucketObjectLockCompliance,
  bucketObjectLockRetention,
  bucketPolicyEncryptedPuts,
  bucketPolicyKnownAccounts,
  bucketPolicyNoNotAction,
  bucketPolicyNoNotPrincipal,
  bucketPolicyNoWildcardAction,
  bucketPolicyNotPublic,
  bucketPolicyTlsFloor,
  bucketPublicAccessBlocked,
  bucketReplicated,
  bucketRetained,
  bucketTlsOnly,
  bucketVersionLifecycle,
  bucketVersioned,
  metadataCustomerKey,
  replicationEncrypted,
  reportBucketAccount,
  storageLensEncrypted,
];
