import { DISCLOSURES } from './disclosures-query';
import { RECEIPT, RECORDS, SINCE, UNTIL } from './ledger-terms';
import type { SavedQuery } from './saved-query';

const HOUR = 'as 7, UTC';

/** What ends a request, once; `opened` stands in front of one of them. */
const REQUESTS = "entry.kind IN ('interaction', 'refusal', 'parked')";

/** What is asked of the ledger. Individuals are found by the keyed digest of their reference, and shown by no other name. */
export const LEDGER_QUERIES: readonly SavedQuery[] = [
  DISCLOSURES,
  {
    name: 'ledger-accesses',
    answers: 'Everything that one principal asked, looked at or decided',
    parameters: [SINCE, UNTIL, 'principal, as the ARN of a role'],
    sql: `
SELECT
  time,
  entry.kind AS kind,
  entry.caller.onbehalfof AS on_behalf_of,
  entry.usecase.id AS use_case,
  entry.purpose."of" AS purpose,
  entry.subject.hmac AS subject,
  entry.model.id AS model,
  entry.decision.outcome AS outcome,
  entry.decision.code AS code,
  entry.requestid AS request,
  ${RECEIPT}
FROM ledger
WHERE ${RECORDS} AND day BETWEEN ? AND ? AND entry.caller.principal = ?
ORDER BY time, receipt`,
  },
  {
    name: 'ledger-refusals',
    answers: 'Refusals by stage and code',
    parameters: [SINCE, UNTIL],
    sql: `
SELECT
  entry.decision.stage AS stage,
  entry.decision.code AS code,
  count(*) AS refusals,
  count(DISTINCT entry.caller.principal) AS principals,
  min(time) AS earliest,
  max(time) AS latest
FROM ledger
WHERE ${RECORDS} AND day BETWEEN ? AND ? AND entry.decision.outcome = 'refused'
GROUP BY entry.decision.stage, entry.decision.code
ORDER BY refusals DESC, stage, code`,
  },
  {
    name: 'ledger-leaks',
    answers: 'Answers that held identifiers which nobody had sent, and how each ended',
    parameters: [SINCE, UNTIL],
    sql: `
SELECT
  time,
  entry.caller.principal AS principal,
  entry.usecase.id AS use_case,
  entry.model.id AS model,
  entry.output.leaks AS leaks,
  entry.decision.outcome AS outcome,
  entry.decision.code AS code,
  ${RECEIPT}
FROM ledger
WHERE ${RECORDS} AND day BETWEEN ? AND ? AND entry.output.leaks > 0
ORDER BY time, receipt`,
  },
  {
    name: 'ledger-bulk-use',
    answers: 'Hours in which one principal asked unusually often, and about how many individuals',
    parameters: [SINCE, UNTIL, 'requests within an hour from which on it is listed, as 500'],
    sql: `
SELECT principal, hour, requests, subjects, output_tokens
FROM (
  SELECT
    entry.caller.principal AS principal,
    substr(time, 1, 13) AS hour,
    count(DISTINCT entry.requestid) AS requests,
    count(DISTINCT entry.subject.hmac) AS subjects,
    sum(entry.tokens.output) AS output_tokens
  FROM ledger
  WHERE ${RECORDS} AND day BETWEEN ? AND ? AND ${REQUESTS}
  GROUP BY entry.caller.principal, substr(time, 1, 13)
) AS by_hour
WHERE requests >= ?
ORDER BY requests DESC, principal, hour`,
  },
  {
    name: 'ledger-off-hours',
    answers: 'Requests outside of working hours, by principal, day and purpose',
    parameters: [SINCE, UNTIL, `hour in which work begins, ${HOUR}`, `hour in which it is over, ${HOUR}`],
    sql: `
SELECT
  entry.caller.principal AS principal,
  substr(time, 1, 10) AS on_date,
  entry.purpose."of" AS purpose,
  count(DISTINCT entry.requestid) AS requests,
  min(time) AS earliest,
  max(time) AS latest
FROM ledger
WHERE ${RECORDS} AND day BETWEEN ? AND ? AND ${REQUESTS}
  AND (CAST(substr(time, 12, 2) AS integer) < ? OR CAST(substr(time, 12, 2) AS integer) >= ?)
GROUP BY entry.caller.principal, substr(time, 1, 10), entry.purpose."of"
ORDER BY principal, on_date, purpose`,
  },
  {
    name: 'ledger-new-purposes',
    answers: 'Purposes that a principal had not named before, since a day to look back to',
    parameters: ["day to look back to, as '2026-08-01'", UNTIL, SINCE],
    sql: `
SELECT principal, purpose, began, requests, refused
FROM (
  SELECT
    entry.caller.principal AS principal,
    entry.purpose."of" AS purpose,
    min(time) AS began,
    count(DISTINCT entry.requestid) AS requests,
    count(DISTINCT CASE WHEN entry.decision.outcome = 'refused' THEN entry.requestid END) AS refused
  FROM ledger
  WHERE ${RECORDS} AND day BETWEEN ? AND ? AND entry.purpose."of" IS NOT NULL
  GROUP BY entry.caller.principal, entry.purpose."of"
) AS by_purpose
WHERE began >= ?
ORDER BY began, principal, purpose`,
  },
  {
    name: 'ledger-re-identifications',
    answers: 'Who had tokens turned back into what they stand for, or was refused that',
    parameters: [SINCE, UNTIL],
    sql: `
SELECT
  time,
  entry.caller.principal AS principal,
  entry.caller.onbehalfof AS on_behalf_of,
  entry.usecase.id AS use_case,
  entry.purpose."of" AS purpose,
  entry.subject.hmac AS subject,
  entry.decision.outcome AS outcome,
  entry.decision.code AS code,
  ${RECEIPT}
FROM ledger
WHERE ${RECORDS} AND day BETWEEN ? AND ?
  AND (entry.kind = 're-identification' OR entry.decision.stage = 're-identify')
ORDER BY time, receipt`,
  },
];
