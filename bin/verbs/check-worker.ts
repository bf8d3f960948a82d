import { parentPort } from 'node:worker_threads';
import { judgeInput, type InputResult } from '../../lib/compliance/check/judge-input';
import type { Input } from '../../lib/compliance/check/inputs';
import { ruleSet, type RuleSelection } from '../../lib/compliance/rule-set';
import type { JsonObject } from '../../lib/compliance/template/json';
import { RULES } from '../../lib/compliance/rules/registry';

/** What a worker is started with: plain data, from which it makes the same rules. */
export interface WorkerSettings {
  readonly selection: RuleSelection;
  readonly rulesFile: string | undefined;
  readonly given: JsonObject;
}

/** Judges what it is sent, a few inputs at a time. */
export async function serve({ selection, rulesFile, given }: WorkerSettings): Promise<void> {
  const available =
    rulesFile === undefined ? RULES : await (await import('../rule-file.js')).availableRules(rulesFile);
  const set = ruleSet(available, selection);
  parentPort?.on('message', (inputs: readonly Input[]) => {
    parentPort?.postMessage(inputs.map((input): InputResult => judgeInput(input, set, given)));
  });
}
