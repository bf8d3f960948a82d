import { aws_iam as iam, Tags, type aws_s3 as s3 } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { TAGS } from '../../../lib/contract/tags';
import type { ServiceKeys } from '../../../lib/encryption/service-keys';
import { PhiBucket, type AccessLogs } from '../../../lib/redaction/phi-bucket';

interface EstateLakeProps {
  readonly keys: ServiceKeys;
  readonly accessLogs: AccessLogs;
}

/** Records of patients, what is published, and who reads which. */
export class EstateLake extends Construct {
  readonly records: s3.Bucket;
  readonly published: s3.Bucket;
  readonly care: iam.ManagedPolicy;
  readonly research: iam.Role;

  constructor(scope: Construct, id: string, { keys, accessLogs }: EstateLakeProps) {
    super(scope, id);
    const encryptionKey = keys.data.key;
    this.records = new PhiBucket(this, 'Records', { encryptionKey, accessLogs, dataClass: 'PHI' }).bucket;
    this.published = new PhiBucket(this, 'Published', { encryptionKey, accessLogs, dataClass: 'PHI' }).bucket;
    Tags.of(this.published).add(TAGS.dataClass, 'NO_PHI', { priority: 300 });
    this.care = this.#reader('Care', 'PHI', this.records).policy;
    this.research = this.#reader('Research', 'NO_PHI', this.published).role;
  }

  #reader(id: string, dataClass: string, bucket: s3.Bucket) {
    const role = new iam.Role(this, id, { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
    Tags.of(role).add(TAGS.dataClass, dataClass);
    const policy = new iam.ManagedPolicy(this, `${id}Policy`, {
      roles: [role],
      statements: [
        new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: [bucket.arnForObjects('*')] }),
      ],
    });
    return { role, policy };
  }
}
