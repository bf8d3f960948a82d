import type { QueryText } from './ledger-queries';

/** The first two parameters of every query are its first and last day, quoted: `'2026/11/01'`. */
const IN = 'day BETWEEN ? AND ?';
const WHO = 'eventtime, useridentity.arn AS caller, sourceipaddress, eventname, errorcode';

const named = (description: string, sql: string): QueryText => ({ description, sql: `${sql}\n` });

/** What is asked of a trail again and again, by name. */
export const TRAIL_QUERIES = {
  'key-use': named(
    'Who used a KMS key. Parameters: first day, last day, ARN of the key',
    `SELECT ${WHO} FROM trail
WHERE ${IN} AND eventsource = 'kms.amazonaws.com' AND any_match(resources, each -> each.arn = ?)
ORDER BY eventtime`,
  ),
  'object-access': named(
    'Who read, wrote or deleted objects of a bucket. Parameters: first day, last day, name of the bucket',
    `SELECT ${WHO}, json_extract_scalar(requestparameters, '$.key') AS object FROM trail
WHERE ${IN} AND eventsource = 's3.amazonaws.com' AND eventcategory = 'Data'
  AND json_extract_scalar(requestparameters, '$.bucketName') = ?
ORDER BY eventtime`,
  ),
  denied: named(
    'Calls that were denied. Parameters: first day, last day',
    `SELECT useridentity.arn AS caller, eventsource, eventname, errorcode, eventcategory, count(*) AS calls FROM trail
WHERE ${IN} AND (errorcode LIKE '%AccessDenied%' OR errorcode LIKE '%UnauthorizedOperation%')
GROUP BY useridentity.arn, eventsource, eventname, errorcode, eventcategory
ORDER BY calls DESC`,
  ),
  tampering: named(
    'Changes of what keeps the record: trails, locks, policies of buckets and keys. Parameters: first day, last day',
    `SELECT ${WHO}, requestparameters FROM trail
WHERE ${IN} AND eventname IN ('StopLogging', 'DeleteTrail', 'UpdateTrail', 'PutEventSelectors', 'PutBucketPolicy',
  'DeleteBucketPolicy', 'PutBucketLifecycle', 'PutBucketVersioning', 'PutObjectLockConfiguration', 'PutBucketObjectLockConfiguration',
  'PutBucketReplication', 'PutKeyPolicy', 'ScheduleKeyDeletion', 'DisableKey', 'DeleteLogGroup', 'PutRetentionPolicy')
ORDER BY eventtime`,
  ),
  'models-outside-the-gateway': named(
    'Calls of models by any other role. Parameters: first day, last day, ARN of the role of the gateway',
    `SELECT eventtime, useridentity.arn AS caller, sourceipaddress, eventname, errorcode, vpcendpointid FROM trail
WHERE ${IN} AND eventsource = 'bedrock.amazonaws.com'
  AND eventname IN ('InvokeModel', 'InvokeModelWithResponseStream', 'Converse', 'ConverseStream')
  AND coalesce(useridentity.sessioncontext.sessionissuer.arn, useridentity.arn) <> ?
ORDER BY eventtime`,
  ),
} as const satisfies Readonly<Record<string, QueryText>>;
