import type { Exchange } from '../exchange';
import { givenTo } from '../stand-ins';
import type { CheckedLedger } from '../walk';

/** What the page shows of an exchange. */
export function exchangeView(
  { calls, pieces, problem, receipt, record }: Exchange,
  { verification }: CheckedLedger,
): object {
  return {
    calls: calls.map(({ call, said }) => ({ model: call.model, given: givenTo(call), said })),
    text: pieces.join(''),
    pieces: pieces.length,
    problem,
    receipt,
    record,
    ledger: { records: verification.records, findings: verification.findings },
  };
}
