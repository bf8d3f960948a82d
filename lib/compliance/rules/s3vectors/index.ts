import type { Rule } from '../../rule';
import { bucketPolicyNotPublic } from './bucket-policy-not-public';
import { vectorsCustomerKey } from './vectors-customer-key';
import { vectorsRetained } from './vectors-retained';

/** In the order of their ids. */
export const s3vectorsRules: readonly Rule[] = [bucketPolicyNotPublic, vectorsCustomerKey, vectorsRetained];
