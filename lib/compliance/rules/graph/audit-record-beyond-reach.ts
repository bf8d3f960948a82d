import { finding, type Observation, type Rule } from '../../rule';
import type { Resource } from '../../template/resource';
import { bucketArns } from '../s3/bucket-arn';
import { arnsOf } from './arns';
import { mayDo } from './reach';

/** What ends, narrows or hides a trail. Source: CloudTrail user guide, "Security best practices". */
const ON_TRAIL = [
  'cloudtrail:StopLogging', 'cloudtrail:DeleteTrail', 'cloudtrail:UpdateTrail', 'cloudtrail:PutEventSelectors',
]; // prettier-ignore
const ON_BUCKET = [
  's3:PutBucketPolicy',
  's3:DeleteBucketPolicy',
  's3:DeleteBucket',
  's3:PutLifecycleConfiguration',
];
const ON_OBJECTS = ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:BypassGovernanceRetention'];

export const auditRecordBeyondReach: Rule = {
  id: 'graph-audit-record-beyond-reach',
  title: 'no role or user of the application can stop the trail or delete its record',
  severity: 'error',
  controls: ['164.312(b)', '164.312(c)(1)', '164.308(a)(1)(ii)(D)'],
  profiles: ['hipaa'],
  why: 'Who takes over a role that may stop the trail works unseen from then on.',
  fix: 'take the action away, or deny it on the trail and its bucket; leave it to a break-glass role in another account',
  resourceTypes: ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group'],
  check(principal) {
    const trails = principal.template.assembly.resourcesOf('AWS::CloudTrail::Trail');
    return trails.length === 0 ? 'not-applicable' : trails.flatMap((trail) => reaching(principal, trail));
  },
};

function reaching(principal: Resource, trail: Resource): readonly Observation[] {
  const buckets = trail.property('S3BucketName').targets();
  const arns = buckets.flatMap(bucketArns);
  const found = [
    mayDo(principal, ON_TRAIL, arnsOf(trail, 'cloudtrail', 'trail/', trail.property('TrailName').texts())),
    mayDo(principal, ON_BUCKET, arns),
    mayDo(
      principal,
      ON_OBJECTS,
      arns.map((arn) => `${arn}/x`),
    ),
  ];
  return found.flatMap((permission) => {
    if (!permission) return [];
    const { statement, resource } = permission.through;
    const where = resource === principal ? statement.path : 'Properties';
    const by = resource === principal ? '' : ` by ${resource.logicalId} ${statement.path}`;
    return [finding(where, `is allowed ${permission.action} on the record of ${trail.logicalId}${by}`)];
  });
}
