import { writeFileSync } from 'node:fs';
import { againstBaseline } from '../../lib/compliance/check/baseline';
import type { CheckReport } from '../../lib/compliance/check/check-report';
import { findInputs, type Input } from '../../lib/compliance/check/inputs';
import { judgeInput, type InputResult } from '../../lib/compliance/check/judge-input';
import { mergeReports } from '../../lib/compliance/check/merge-reports';
import { RENDERERS } from '../../lib/compliance/check/renderers';
import type { Rule } from '../../lib/compliance/rule';
import {
  InvalidRuleSelection,
  ruleSet,
  type RuleSelection,
  type RuleSet,
} from '../../lib/compliance/rule-set';
import { RULES } from '../../lib/compliance/rules/registry';
import { resourceReadable } from '../../lib/compliance/rules/cloudformation/resource-readable';
import { eligibleSelection, warnOfOldList } from './check-eligibility';
import { checkOptions, USAGE, type CheckOptions } from './check-options';
import { EXIT, UsageError, type ExitCode, type Io, type Verb } from './verb';

export const check: Verb = async (argv, io) => {
  const options = checkOptions(argv);
  if (!options) {
    io.stdout.write(USAGE);
    return EXIT.fine;
  }
  const settings = { ...options, selection: eligibleSelection(withReader(options.selection), options) };
  const set = await rulesOf(settings);
  const { inputs, problems } = findInputs(options.inputs, process.cwd());
  const results = await judgeAll(inputs, set, settings, io);
  const merged = mergeReports(results, set.rules.length);
  const unreadable = [...problems, ...merged.unreadable];
  for (const message of unreadable) io.stderr.write(`hipaa-ai: ${message}\n`);
  refuseUnknownParameters(options, merged.declared, merged.report.summary.templates);
  if (!options.isQuiet) warnOfOldList(merged.report, set, io);
  const report = options.baseline ? againstBaseline(merged.report, options.baseline) : merged.report;
  if (merged.report.summary.templates > 0) await print(report, set.rules, options, io);
  if (unreadable.length > 0) return EXIT.badInput;
  if (merged.report.summary.templates === 0) {
    io.stderr.write(`hipaa-ai: no template in ${options.inputs.join(', ')}\n`);
    return EXIT.badInput;
  }
  if (options.writeBaseline !== undefined) {
    writeFileSync(options.writeBaseline, `${JSON.stringify(merged.report, undefined, 2)}\n`);
    return EXIT.fine;
  }
  return verdict(report, options.maxWarnings);
};

/** What a template hides is told under any choice of rules: fewer rules are no reason to pass what nobody saw. */
function withReader(selection: RuleSelection): RuleSelection {
  return selection.only === undefined
    ? selection
    : { ...selection, only: [...selection.only, resourceReadable.id] };
}

async function rulesOf({ selection, rulesFile }: CheckOptions): Promise<RuleSet> {
  try {
    const available: readonly Rule[] =
      rulesFile === undefined ? RULES : await (await import('../rule-file.js')).availableRules(rulesFile);
    return ruleSet(available, selection);
  } catch (error) {
    throw error instanceof InvalidRuleSelection ? new UsageError(error.message) : error;
  }
}

async function judgeAll(
  inputs: readonly Input[],
  set: RuleSet,
  options: CheckOptions,
  io: Io,
): Promise<readonly InputResult[]> {
  const show = io.stderr.isTTY === true && !options.isQuiet && inputs.length > 1;
  const onProgress = (done: number) => {
    if (show) io.stderr.write(done === inputs.length ? '\r\u001B[K' : `\rjudged ${done} of ${inputs.length}`);
  };
  const { CheckPool, needsWorkers } = await import('./check-pool.js');
  if (needsWorkers(inputs)) {
    const { selection, rulesFile, given } = options;
    return new CheckPool(inputs, { selection, rulesFile, given }, onProgress).run();
  }
  return inputs.map((input, index) => {
    const result = judgeInput(input, set, options.given);
    onProgress(index + 1);
    return result;
  });
}

function refuseUnknownParameters(
  { given }: CheckOptions,
  declared: ReadonlySet<string>,
  templates: number,
): void {
  const unknown = Object.keys(given).filter((name) => !declared.has(name));
  if (unknown.length > 0 && templates > 0) {
    throw new UsageError(`--parameters gives values for ${unknown.join(', ')}, which no template has`);
  }
}

async function print(
  report: CheckReport,
  rules: readonly Rule[],
  options: CheckOptions,
  io: Io,
): Promise<void> {
  const render = await RENDERERS[options.format]?.();
  const noColor = (process.env['NO_COLOR'] ?? '') !== '' || process.env['TERM'] === 'dumb';
  const isQuietTable = options.isQuiet && options.format === 'table';
  const shown = isQuietTable ? { ...report, findings: [] } : report;
  io.stdout.write(render?.(shown, { rules, isColored: io.stdout.isTTY === true && !noColor }) ?? '');
}

function verdict({ findings }: CheckReport, maxWarnings: number): ExitCode {
  const open = findings.filter(({ baselineState }) => baselineState !== 'unchanged');
  const warnings = open.filter(({ severity }) => severity === 'warning').length;
  return open.length > warnings || warnings > maxWarnings ? EXIT.findings : EXIT.fine;
}
