import type { LedgerEntry } from '../ledger/ledger-entry';
import { GATEWAY_METRICS as METRICS, GATEWAY_NAMESPACE } from '../../lib/contract/gateway-metrics';

/** Takes one line of JSON with its line end; `(line) => process.stdout.write(line)` in a function of Lambda. */
export type WriteLine = (line: string) => void;

type Unit = 'Count' | 'Milliseconds' | 'None' | 'Percent';
type Values = Readonly<Record<string, readonly [value: number, unit: Unit]>>;

/** Stands for a use case where none was authorized: what a caller wrote is never a dimension. */
const NO_USE_CASE = 'none';

/**
 * A line of log for each record, in CloudWatch's embedded metric format: ids, codes, counts and milliseconds. Dimensions are the
 * use case, the stage of a refusal and the model, each out of a manifest or out of our own code: nothing that a caller wrote.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function gatewayLog(write: WriteLine, now: () => number = Date.now): (entry: LedgerEntry) => void {
  return (entry) => {
    const useCase = entry.useCase?.id ?? NO_USE_CASE;
    const { stage, code, outcome } = entry.decision;
    const values = valuesOf(entry);
    const refusal = outcome === 'refused' && stage !== undefined;
    const line = {
      event: 'gateway',
      kind: entry.kind,
      requestId: entry.requestId,
      principal: entry.caller.principal,
      authentication: entry.caller.authentication,
      purpose: entry.purpose?.of,
      outcome,
      code,
      useCase,
      ...(refusal ? { stage } : {}),
      ...(entry.model === undefined ? {} : { model: entry.model.id }),
      ...Object.fromEntries(Object.entries(values).map(([name, [value]]) => [name, value])),
    };
    const directives = [
      directive([[], ['useCase']], values),
      ...(refusal ? [directive([['useCase', 'stage']], only(values, METRICS.refusals))] : []),
      ...(entry.model === undefined
        ? []
        : [directive([['model']], only(values, METRICS.inputTokens, METRICS.outputTokens))]),
    ].filter(({ Metrics }) => Metrics.length > 0);
    write(`${JSON.stringify({ ...line, _aws: { Timestamp: now(), CloudWatchMetrics: directives } })}\n`);
  };
}

function valuesOf(entry: LedgerEntry): Values {
  const { kind, output, tokens, redactions = {}, fields, latency, stream, decision } = entry;
  const values: Record<string, readonly [number, Unit]> = {};
  // what a person does about an answer is no request, and an opening belongs to the closing behind it
  const isRequest = kind === 'interaction' || kind === 'refusal' || kind === 'parked';
  if (!isRequest) return { [METRICS.records]: [1, 'Count'] };
  values[METRICS.requests] = [1, 'Count'];
  values[METRICS.refusals] = [decision.outcome === 'refused' ? 1 : 0, 'Count'];
  if (fields !== undefined) {
    values[METRICS.droppedFields] = [fields.dropped, 'Count'];
    values[METRICS.fullRecords] = [fields.justification === undefined ? 0 : 1, 'Count'];
  }
  values[METRICS.redactions] = [sum(redactions), 'Count'];
  for (const [category, count] of Object.entries(redactions))
    values[`${METRICS.redactions}/${category}`] = [count, 'Count'];
  if (output !== undefined) {
    values[METRICS.leaks] = [output.leaks, 'Count'];
    values[METRICS.outputRedactions] = [sum(output.redactions), 'Count'];
    values[METRICS.entropy] = [output.entropyMillibits, 'None'];
    values[METRICS.outputCharacters] = [output.characters, 'Count'];
    if (output.groundingPercent !== undefined)
      values[METRICS.grounding] = [output.groundingPercent, 'Percent'];
  }
  if (tokens !== undefined) {
    values[METRICS.inputTokens] = [tokens.input, 'Count'];
    values[METRICS.outputTokens] = [tokens.output, 'Count'];
  }
  if (stream !== undefined) {
    values[METRICS.firstText] = [stream.firstTextMilliseconds, 'Milliseconds'];
    values[METRICS.firstTextCharacters] = [stream.firstTextCharacters, 'Count'];
  }
  for (const [stage, milliseconds] of Object.entries(latency))
    values[`${METRICS.latency}/${stage}`] = [milliseconds, 'Milliseconds'];
  return values;
}

function directive(Dimensions: readonly (readonly string[])[], values: Values) {
  const Metrics = Object.entries(values).map(([Name, [, Unit]]) => ({ Name, Unit }));
  return { Namespace: GATEWAY_NAMESPACE, Dimensions, Metrics };
}

function only(values: Values, ...names: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
