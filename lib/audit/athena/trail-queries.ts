import { CATALOG_CHANGES, KEY_CHANGES, LOCK_CHANGES, RECORD_CHANGES } from '../../contract/record-changes';
import type { SavedQuery } from './saved-query';
import { sqlList } from './sql-list';

const SINCE = "first day, as '2026/11/01'";
const UNTIL = "last day, as '2026/11/30'";

/** Whoever stands behind a session: its role, else itself, else the service. */
const PRINCIPAL =
  'coalesce(useridentity.sessioncontext.sessionissuer.arn, useridentity.arn, useridentity.invokedby, useridentity.principalid)';
const WHEN_AND_HOW_OFTEN = 'count(*) AS calls, min(eventtime) AS earliest, max(eventtime) AS latest';
/** Every call but those that only an endpoint saw. */
const CALLS = "folder = 'CloudTrail' AND day BETWEEN ? AND ?";

/** Reads of objects and of what is there; a copy names its source in `resources`. Source: S3 user guide, "CloudTrail events". */
const READS = [
  'CopyObject',
  'GetObject',
  'GetObjectAttributes',
  'HeadObject',
  'ListObjects',
  'ListObjectVersions',
  'SelectObjectContent',
  'UploadPartCopy',
] as const;

const CHANGES = Object.entries({
  ...RECORD_CHANGES,
  ...CATALOG_CHANGES,
  s3: [...RECORD_CHANGES.s3, ...LOCK_CHANGES],
  kms: KEY_CHANGES,
}).map(
  ([service, names]) => `(eventsource = '${service}.amazonaws.com' AND eventname IN (${sqlList(names)}))`,
);

/** What asks a model, starts what asks one, or asks an agent; all of the second endpoint, `bedrock-mantle`. */
const MODEL_CALLS =
  "eventsource LIKE 'bedrock-%' OR regexp_like(eventname, '^(Invoke|Converse|Retrieve|StartAsyncInvoke|CreateModelInvocationJob)')";

/** What is asked of the trail. `eventtime` is UTC; `day` is that on which CloudTrail delivered, minutes later. */
export const TRAIL_QUERIES: readonly SavedQuery[] = [
  {
    name: 'trail-key-use',
    answers: 'Who used one KMS key, through which service, for what',
    parameters: [SINCE, UNTIL, 'ARN of the key'],
    sql: `
SELECT
  ${PRINCIPAL} AS principal,
  useridentity.invokedby AS through,
  eventname,
  errorcode,
  ${WHEN_AND_HOW_OFTEN}
FROM trail
WHERE ${CALLS} AND eventsource = 'kms.amazonaws.com'
  AND any_match(resources, resource -> resource.arn = ?)
GROUP BY ${PRINCIPAL}, useridentity.invokedby, eventname, errorcode
ORDER BY calls DESC, principal, eventname`,
  },
  {
    name: 'trail-object-reads',
    answers: 'Who read objects of one bucket, such as that of the bodies or of the ledger, or listed them',
    parameters: [SINCE, UNTIL, "ARN of the bucket, as 'arn:aws:s3:::name'"],
    sql: `
SELECT
  ${PRINCIPAL} AS principal,
  useridentity.invokedby AS through,
  eventname,
  errorcode,
  count(DISTINCT json_extract_scalar(requestparameters, '$.key')) AS objects,
  ${WHEN_AND_HOW_OFTEN}
FROM trail
WHERE ${CALLS} AND eventsource = 's3.amazonaws.com' AND eventname IN (${sqlList(READS)})
  AND any_match(resources, resource -> split_part(resource.arn, '/', 1) = ?)
GROUP BY ${PRINCIPAL}, useridentity.invokedby, eventname, errorcode
ORDER BY calls DESC, principal, eventname`,
  },
  {
    name: 'trail-denied-calls',
    answers: 'Calls that were refused, by policies of a service or at a VPC endpoint',
    parameters: [SINCE, UNTIL],
    sql: `
SELECT
  folder,
  ${PRINCIPAL} AS principal,
  eventsource,
  eventname,
  errorcode,
  vpcendpointid,
  ${WHEN_AND_HOW_OFTEN}
FROM trail
WHERE day BETWEEN ? AND ?
  AND (errorcode LIKE '%AccessDenied%' OR errorcode LIKE '%Unauthorized%' OR errorcode = 'Forbidden')
GROUP BY folder, ${PRINCIPAL}, eventsource, eventname, errorcode, vpcendpointid
ORDER BY calls DESC, principal, eventname`,
  },
  {
    name: 'trail-tampering',
    answers:
      'Who went for the record: trails, buckets, locks, keys, logs, alarms, the log of models, these tables, or by the root user',
    parameters: [SINCE, UNTIL],
    sql: `
SELECT
  eventtime,
  ${PRINCIPAL} AS principal,
  sourceipaddress,
  eventsource,
  eventname,
  errorcode,
  requestparameters,
  eventid
FROM trail
WHERE ${CALLS}
  AND (${CHANGES.join('\n    OR ')}
    OR (eventsource = 's3.amazonaws.com'
      AND json_extract_scalar(requestparameters, '$["x-amz-bypass-governance-retention"]') = 'true')
    OR (useridentity.type = 'Root' AND useridentity.invokedby IS NULL AND eventtype <> 'AwsServiceEvent'))
ORDER BY eventtime, eventid`,
  },
  {
    name: 'trail-models-past-gateway',
    answers: 'Calls of models by anybody but the roles of the gateway',
    parameters: [SINCE, UNTIL, 'ARN of a role of the gateway', 'ARN of its other role'],
    sql: `
SELECT
  ${PRINCIPAL} AS principal,
  eventsource,
  eventname,
  errorcode,
  json_extract_scalar(requestparameters, '$.modelId') AS model,
  vpcendpointid,
  ${WHEN_AND_HOW_OFTEN}
FROM trail
WHERE ${CALLS} AND eventsource LIKE 'bedrock%' AND (${MODEL_CALLS})
  AND coalesce(${PRINCIPAL}, 'nobody') NOT IN (?, ?)
GROUP BY ${PRINCIPAL}, eventsource, eventname, errorcode,
  json_extract_scalar(requestparameters, '$.modelId'), vpcendpointid
ORDER BY calls DESC, principal, eventname`,
  },
];
