import type { PromptClass } from '../../contract/data-class';
import { PURPOSE_NAMES, PURPOSES_OF_USE } from '../../contract/purpose-of-use';
import { RECEIPT, RECORDS, SINCE, UNTIL } from './ledger-terms';
import type { SavedQuery } from './saved-query';
import { sqlList } from './sql-list';

/** Days that an answer may wait for somebody to approve it: its state is kept for 35. */
const LONGEST_WAIT_DAYS = 36;
const ACCOUNTED = PURPOSE_NAMES.filter((name) => PURPOSES_OF_USE[name].accounting === 'accounted');
/** 164.528(a)(1)(viii) and 164.502(d)(2). What does not say otherwise is protected. */
const NOT_ACCOUNTED: readonly PromptClass[] = ['LIMITED_DATA_SET', 'DEIDENTIFIED', 'NO_PHI'];
const PERMITTED_BY = ACCOUNTED.map((name) => `WHEN '${name}' THEN '${PURPOSES_OF_USE[name].permittedBy}'`);

/**
 * An answer that somebody had to approve was disclosed when he did. Left out is what the law leaves out, and what nobody received.
 */
export const DISCLOSURES: SavedQuery = {
  name: 'ledger-disclosures',
  answers:
    'The accounting of disclosures of one individual (45 CFR 164.528), as `hipaa-ai ledger disclosures` makes it',
  parameters: [SINCE, UNTIL, 'digest of the subject, 64 hex digits', SINCE, UNTIL],
  sql: `
WITH records AS (
  SELECT time, entry, ${RECEIPT}
  FROM ledger
  WHERE ${RECORDS}
    AND day BETWEEN date_format(date_add('day', -${LONGEST_WAIT_DAYS}, CAST(? AS date)), '%Y-%m-%d') AND ?
),
approvals AS (
  SELECT entry.requestid AS request, max(time) AS approved
  FROM records
  WHERE entry.decision.outcome = 'approved'
  GROUP BY entry.requestid
),
made AS (
  SELECT
    CASE WHEN entry.decision.outcome = 'parked' THEN approved ELSE time END AS disclosed,
    entry.purpose.disclosure.recipient AS recipient,
    entry.purpose.disclosure.description AS description,
    entry.purpose."of" AS purpose,
    entry.purpose.basis AS basis,
    coalesce(entry.dataclass, 'PHI') AS dataclass,
    receipt
  FROM records
  LEFT JOIN approvals ON approvals.request = entry.requestid
  WHERE entry.subject.hmac = ?
    AND (entry.decision.outcome IN ('answered', 'restored')
      OR (entry.decision.outcome = 'parked' AND approved IS NOT NULL))
)
SELECT
  disclosed,
  recipient,
  description,
  purpose,
  CASE purpose ${PERMITTED_BY.join(' ')} END AS permitted_by,
  basis,
  receipt
FROM made
WHERE substr(disclosed, 1, 10) BETWEEN ? AND ?
  AND recipient IS NOT NULL
  AND purpose IN (${sqlList(ACCOUNTED)})
  AND dataclass NOT IN (${sqlList(NOT_ACCOUNTED)})
ORDER BY disclosed, receipt`,
};
