import { addCounts } from '../redaction/category';
import type { Redactor } from '../redaction/redactor';
import { createJsonRedactor } from '../redaction/structured';
import type { Engine } from './engine';
import { GatewayError } from './gateway-error';
import type { ToolBox } from './gateway-props';
import type { ModelAnswer, ModelCall, ToolTurn, ToolUse } from './model/model';
import type { Prepared } from './prepared';
import { asText } from './stages/assemble-prompt';
import { withoutIdentifiers } from './stages/inspect-output';
import { OutputFindings } from './stages/output-findings';
import { readInPlace } from './stages/read-in-place';
import { redactInput } from './stages/redact-input';
import { screenInjection } from './stages/screen-injection';

/** Times that a model may ask for tools in one request. */
export const MOST_TOOL_ROUNDS = 5;
/** Milliseconds of one tool. */
export const TOOL_MS = 20_000;

type Named = ModelAnswer & { readonly model: string };
type Ask = (call: Omit<ModelCall, 'model'>) => Promise<Named>;

/**
 * Asks, runs the tools that the model asks for, and asks again with what they gave. What goes into a tool is read as an answer
 * is, what comes out as a document: a tool is a way to a model like any other.
 *
 * @throws GatewayError TOOL_REFUSED: no such tool, or more rounds than allowed; and as the filters of input and output
 */
export async function askWithTools(
  prepared: Prepared,
  engine: Engine,
  ask: Ask,
): Promise<{ readonly answer: Named; readonly findings: OutputFindings }> {
  const { manifest, call, tokens } = prepared;
  const box = engine.tools?.boxes.get(manifest.id);
  const findings = new OutputFindings(prepared.sent, tokens);
  if (box === undefined) return { answer: await ask(call), findings };
  const redactor = engine.redactorOf(manifest);
  const turns: ToolTurn[] = [];
  const total = { input: 0, output: 0 };
  for (;;) {
    const answer = await ask({ ...call, tools: box.specs, turns });
    total.input += answer.tokens.input;
    total.output += answer.tokens.output;
    if (answer.stop !== 'tool') return { answer: { ...answer, tokens: total }, findings };
    if (turns.length >= MOST_TOOL_ROUNDS || answer.uses.length === 0) throw new GatewayError('TOOL_REFUSED');
    const results: string[] = [];
    const uses: ToolUse[] = [];
    for (const use of answer.uses) {
      const clean = { ...use, input: cleanInput(use, box, prepared, redactor, findings) };
      uses.push(clean);
      results.push(await run(clean, box, prepared, redactor, engine));
    }
    turns.push({ text: withoutIdentifiers(answer.text, redactor, findings), uses, results });
  }
}

/** What a model wrote for a tool, without identifiers: it has seen none, so any is a leak. */
function cleanInput(
  { name, input }: ToolUse,
  { specs }: ToolBox,
  { tokens, draft }: Prepared,
  redactor: Redactor,
  findings: OutputFindings,
): unknown {
  if (!specs.some((spec) => spec.name === name)) throw new GatewayError('TOOL_REFUSED');
  try {
    const json = createJsonRedactor({
      redactor: { redact: (text) => redactor.redact(text, { tokens }) },
      replaceField: (field, value) => redactor.redactField(field, value, { tokens }),
    });
    const { value, counts } = json.redactValue(input ?? {});
    addCounts(findings.redactions, counts);
    findings.leaks += Object.values(counts).reduce((sum, count) => sum + count, 0);
    draft.tell({ output: { ...NO_OUTPUT, redactions: { ...findings.redactions }, leaks: findings.leaks } });
    return JSON.parse(findings.withoutForeignTokens(JSON.stringify(value))) as unknown;
  } catch {
    throw new GatewayError('REDACTION_FAILED', { stage: 'output' });
  }
}

/** As long as there is no answer to tell of. */
const NO_OUTPUT = { entropyMillibits: 0, characters: 0 };

async function run(
  { name, input }: ToolUse,
  box: ToolBox,
  { tokens, draft }: Prepared,
  redactor: Redactor,
  { tools }: Engine,
): Promise<string> {
  const signal = AbortSignal.timeout(TOOL_MS);
  await draft.stage('guardrail', () => tools?.guardrail?.check('OUTPUT', [JSON.stringify(input)], signal));
  const result = await draft.stage('model', async () => {
    try {
      return await box.run(name, input, signal);
    } catch {
      throw new GatewayError('TOOL_REFUSED');
    }
  });
  const text = await draft.stage('redact', () => {
    const given = { fields: new Map(), record: result ?? {}, text: undefined, documents: [] };
    const { record, counts } = redactInput(given, redactor, tokens);
    const piece = { origin: 'document', text: asText(record) } as const;
    const read = readInPlace([piece], tokens.and(redactor), tokens);
    const redactions = { ...draft.told.redactions };
    addCounts(redactions, counts);
    addCounts(redactions, read.counts);
    draft.tell({ redactions });
    return read.pieces[0]?.text ?? '';
  });
  await draft.stage('screen', () => {
    if (screenInjection([text]).refused) throw new GatewayError('INJECTION_SUSPECTED');
  });
  await draft.stage('guardrail', () => tools?.guardrail?.check('INPUT', [text], signal));
  return text;
}
