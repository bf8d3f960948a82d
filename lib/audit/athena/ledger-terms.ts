/** How parameters of the ledger's queries are read. */
export const SINCE = "first day, as '2026-11-01'";
export const UNTIL = "last day, as '2026-11-30'";

/** Closes of segments are lines of the table too. */
export const RECORDS = "type = 'record'";
/** As a caller has it, and `hipaa-ai ledger verify --receipt` finds it. */
export const RECEIPT =
  "concat(day, '.', writer, '.', CAST(segment AS varchar), '.', CAST(object AS varchar), '.', CAST(sequence AS varchar)) AS receipt";
