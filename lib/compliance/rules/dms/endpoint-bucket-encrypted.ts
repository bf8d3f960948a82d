import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isNeverSet, isOneOf } from '../cloudformation/certainty';
import { requireSet } from '../cloudformation/set';
import { whereThere } from '../cloudformation/where-there';
import { requireCustomerKey } from '../kms/customer-key';

export const endpointBucketEncrypted: Rule = {
  id: 'dms-endpoint-bucket-encrypted',
  title: 'migrations write to buckets of a known owner, under a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)', '164.312(c)(1)'],
  profiles: ['strict'],
  why: "Whole tables end up in the bucket; under S3's key nobody can withdraw access to them.",
  fix: 'set EncryptionMode to sse-kms with ServerSideEncryptionKmsKeyId, and ExpectedBucketOwner',
  resourceTypes: ['AWS::DMS::Endpoint'],
  check(endpoint) {
    const targets = ['S3Settings', 'RedshiftSettings']
      .map((name) => endpoint.property(name))
      .filter((target) => !isNeverSet(target));
    if (targets.length === 0) return 'not-applicable';
    return targets.flatMap((each) =>
      whereThere(each, (target) => [
        ...requireLiteral(target.at('EncryptionMode'), isOneOf('sse-kms'), 'must be sse-kms'),
        ...requireCustomerKey(target.at('ServerSideEncryptionKmsKeyId')),
        ...(target.path.endsWith('S3Settings')
          ? requireSet(target.at('ExpectedBucketOwner'), 'must name the account of the bucket')
          : []),
      ]),
    );
  },
};
