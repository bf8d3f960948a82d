/**
 * Records of the ledger, as columns. Lines are canonical JSON and are read as such: what a later version adds does not break
 * what was asked before, and closes of segments, which stand among the records, are left out. The first two parameters of
 * every query are its first and last day (UTC, `YYYY-MM-DD`), quoted: `'2026-11-01'`.
 */
const RECORDS = `WITH records AS (
  SELECT day,
    json_extract_scalar(line, '$.time') AS time,
    json_extract_scalar(line, '$.writer') AS writer,
    json_extract_scalar(line, '$.segment') AS segment,
    json_extract_scalar(line, '$.object') AS object,
    json_extract_scalar(line, '$.sequence') AS sequence,
    json_extract_scalar(line, '$.entry.kind') AS kind,
    json_extract_scalar(line, '$.entry.requestId') AS request_id,
    json_extract_scalar(line, '$.entry.caller.principal') AS principal,
    json_extract_scalar(line, '$.entry.caller.authentication') AS authentication,
    json_extract_scalar(line, '$.entry.caller.onBehalfOf') AS on_behalf_of,
    json_extract_scalar(line, '$.entry.useCase.id') AS use_case,
    json_extract_scalar(line, '$.entry.purpose.of') AS purpose,
    json_extract_scalar(line, '$.entry.purpose.basis') AS basis,
    json_extract_scalar(line, '$.entry.purpose.disclosure.recipient') AS recipient,
    json_extract_scalar(line, '$.entry.purpose.disclosure.description') AS description,
    json_extract_scalar(line, '$.entry.subject.hmac') AS subject,
    json_extract_scalar(line, '$.entry.dataClass') AS data_class,
    json_extract_scalar(line, '$.entry.model.id') AS model,
    json_extract_scalar(line, '$.entry.output.leaks') AS leaks,
    json_extract_scalar(line, '$.entry.decision.outcome') AS outcome,
    json_extract_scalar(line, '$.entry.decision.stage') AS stage,
    json_extract_scalar(line, '$.entry.decision.code') AS code
  FROM ledger
  WHERE day BETWEEN ? AND ? AND json_extract_scalar(line, '$.type') = 'record'
)`;

const RECEIPT = `day || '.' || writer || '.' || segment || '.' || object || '.' || sequence AS receipt`;

/** What is saved of a query. */
export interface QueryText {
  /** What it answers, and its parameters in their order. */
  readonly description: string;
  readonly sql: string;
}

const named = (description: string, rest: string): QueryText => ({
  description,
  sql: `${RECORDS}\n${rest}\n`,
});

/**
 * What is asked of a ledger again and again, by name.
 *
 * `disclosures-of-subject` leaves out what 45 CFR 164.528(a)(1) leaves out, as `hipaa-ai ledger disclosures` does. That one also
 * checks the chain, and so is the one to answer an individual from; this is to look.
 */
export const LEDGER_QUERIES = {
  'disclosures-of-subject': named(
    'Accounting of disclosures (45 CFR 164.528). Parameters: first day, last day, HMAC of the subject',
    `SELECT told AS time, recipient, description, purpose, basis, request_id, min(${RECEIPT.replace(' AS receipt', '')}) AS receipt
FROM (
  SELECT made.*, coalesce(approval.time, made.time) AS told
  FROM records AS made
  LEFT JOIN records AS approval ON approval.request_id = made.request_id AND approval.outcome = 'approved'
  WHERE made.subject = ?
    AND made.recipient IS NOT NULL
    AND (made.outcome IN ('answered', 'restored') OR (made.outcome = 'parked' AND approval.request_id IS NOT NULL))
    AND made.purpose NOT IN ('treatment', 'payment', 'operations', 'individual-request', 'authorization')
    AND coalesce(made.data_class, 'PHI') NOT IN ('LIMITED_DATA_SET', 'DEIDENTIFIED', 'NO_PHI')
) AS disclosed
GROUP BY told, recipient, description, purpose, basis, request_id
ORDER BY time`,
  ),
  'records-of-principal': named(
    'All that one principal asked. Parameters: first day, last day, principal',
    `SELECT time, use_case, purpose, kind, outcome, code, model, ${RECEIPT}
FROM records WHERE principal = ? ORDER BY time`,
  ),
  refusals: named(
    'Refusals by stage and code. Parameters: first day, last day',
    `SELECT use_case, stage, code, count(*) AS refusals, count(DISTINCT principal) AS principals
FROM records WHERE outcome = 'refused' GROUP BY use_case, stage, code ORDER BY refusals DESC`,
  ),
  leaks: named(
    'Answers with identifiers that nobody sent. Parameters: first day, last day',
    `SELECT time, use_case, model, principal, leaks, ${RECEIPT}
FROM records WHERE CAST(leaks AS integer) > 0 ORDER BY time`,
  ),
  'bulk-use': named(
    'Subjects by principal and hour, the most first. Parameters: first day, last day, least number of subjects',
    `SELECT principal, substr(time, 1, 13) AS hour, count(DISTINCT subject) AS subjects, count(*) AS records
FROM records GROUP BY principal, substr(time, 1, 13)
HAVING count(DISTINCT subject) >= CAST(? AS integer) ORDER BY subjects DESC`,
  ),
  'off-hours': named(
    'Records outside of working hours. Parameters: first day, last day, first hour and hour after the last one, UTC, such as 06 and 20',
    `SELECT time, principal, use_case, purpose, outcome, ${RECEIPT}
FROM records WHERE NOT (substr(time, 12, 2) >= ? AND substr(time, 12, 2) < ?) ORDER BY time`,
  ),
  'new-purposes': named(
    'Purposes that a principal had not named before. Parameters: first day, last day, first day that counts as new',
    `SELECT principal, purpose, use_case, min(time) AS first_time, count(*) AS records
FROM records WHERE purpose IS NOT NULL GROUP BY principal, purpose, use_case
HAVING min(day) >= ? ORDER BY first_time`,
  ),
  're-identifications': named(
    'Answers in which identifiers were put back. Parameters: first day, last day',
    `SELECT time, principal, on_behalf_of, use_case, purpose, ${RECEIPT}
FROM records WHERE kind = 're-identification' ORDER BY time`,
  ),
} as const satisfies Readonly<Record<string, QueryText>>;
