import type { Rule } from '../../rule';
import { bucketCustomerKey } from './bucket-customer-key';
import { bucketPolicyNotPublic } from './bucket-policy-not-public';
import { bucketRetained } from './bucket-retained';

/** In the order of their ids. */
export const s3expressRules: readonly Rule[] = [bucketCustomerKey, bucketPolicyNotPublic, bucketRetained];
