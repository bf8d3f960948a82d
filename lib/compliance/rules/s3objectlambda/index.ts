import type { Rule } from '../../rule';
import { accessPointMetered } from './access-point-metered';
import { accessPointPolicyNotPublic } from './access-point-policy-not-public';

/** In the order of their ids. */
export const s3objectlambdaRules: readonly Rule[] = [accessPointMetered, accessPointPolicyNotPublic];
