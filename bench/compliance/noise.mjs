// Findings per resource on whole stacks that other people wrote: our profile `hipaa` beside cdk-nag's HIPAA pack.
//   node bench/compliance/noise.mjs FILE|DIRECTORY... [--profile hipaa] [--by-rule]
// Give templates or folders of them, e.g. AWS's samples, or what `cdk synth` made of them; none is part of the repository.
// cdk-nag judges constructs, so each template goes through CfnInclude; those it cannot load are left out for both. Every
// place counts: ours with what cannot be read, cdk-nag's with the rules that threw.
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadEngine, root } from './load-engine.mjs';

const GOAL = 1 / 3;
/** Fewer resources than this are a snippet and no stack. */
const LEAST_RESOURCES = 5;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { profile: { type: 'string', default: 'hipaa' }, 'by-rule': { type: 'boolean' } },
});
if (positionals.length === 0) {
  console.error('noise: give templates or folders of templates');
  process.exit(2);
}
process.env.CDK_VALIDATION = 'false';
const require = createRequire(import.meta.url);
const { App, Stack } = require('aws-cdk-lib');
const { CfnInclude } = require('aws-cdk-lib/cloudformation-include');
const { HIPAASecurityChecks } = require('cdk-nag');
const { RULES, judge, readAssembly, rulesIn } = await loadEngine();
const rules = rulesIn(values.profile, RULES);

class Counter extends HIPAASecurityChecks {
  counts = new Map();
  applyRule(params) {
    const name = params.ruleSuffixOverride ?? params.rule.name;
    let found = 0;
    try {
      const result = params.rule(params.node);
      found = Array.isArray(result) ? result.length : Number(result === 'Non-Compliant');
    } catch {
      found = 1;
    }
    this.counts.set(name, (this.counts.get(name) ?? 0) + found);
  }
}

function* templatesIn(place) {
  if (!statSync(place).isDirectory()) {
    yield place;
    return;
  }
  const files = readdirSync(place, { recursive: true, encoding: 'utf8' }).sort();
  for (const file of files) {
    if (!/\.(?:json|ya?ml|template)$/u.test(file)) continue;
    // many samples come in both notations
    if (/\.json$/u.test(file) && existsSync(path.join(place, file.replace(/json$/u, 'yaml')))) continue;
    yield path.join(place, file);
  }
}

const ours = new Map();
const theirs = new Map();
const totals = { stacks: 0, resources: 0, refused: 0, ours: 0, theirs: 0 };
for (const file of positionals.flatMap((place) => [...templatesIn(place)])) {
  let assembly;
  try {
    assembly = readAssembly(file);
  } catch {
    continue; // no template
  }
  const resources = assembly.templates.flatMap((template) => template.resources);
  if (resources.length < LEAST_RESOURCES || !resources.some(({ type }) => type.startsWith('AWS::'))) continue;
  const counter = new Counter();
  try {
    const stack = new Stack(new App({ analyticsReporting: false }), 'S');
    new CfnInclude(stack, 'T', { templateFile: file, allowCyclicalReferences: true });
    counter.validateScope(stack);
  } catch {
    totals.refused += 1;
    continue;
  }
  totals.stacks += 1;
  totals.resources += resources.length;
  for (const { rule, observations } of judge(assembly, rules)) {
    totals.ours += observations.length;
    ours.set(rule.id, (ours.get(rule.id) ?? 0) + observations.length);
  }
  for (const [name, count] of counter.counts) {
    totals.theirs += count;
    theirs.set(name, (theirs.get(name) ?? 0) + count);
  }
}
if (totals.theirs === 0) {
  console.error('noise: no stack could be judged by both; give folders with whole stacks');
  process.exit(2);
}
const per = (count) => count / totals.resources;
const ratio = totals.ours / totals.theirs;
console.log(
  `${totals.stacks} stacks, ${totals.resources} resources; ${totals.refused} that CfnInclude refuses left out`,
);
console.log(
  `ours (${rules.length} rules, profile ${values.profile})  ${per(totals.ours).toFixed(2)} findings per resource`,
);
console.log(`cdk-nag HIPAA (90 rules)           ${per(totals.theirs).toFixed(2)} findings per resource`);
console.log(`ratio ${ratio.toFixed(2)}, goal <= ${GOAL.toFixed(2)}`);
if (values['by-rule']) {
  for (const counts of [ours, theirs]) {
    console.log('');
    for (const [name, count] of [...counts].sort((a, b) => b[1] - a[1]).slice(0, 40))
      if (count > 0) console.log(`${String(count).padStart(6)}  ${name}`);
  }
}
const figures = [
  {
    name: 'findings per resource',
    value: per(totals.ours),
    unit: 'findings',
    better: 'lower',
    peer: per(totals.theirs),
    ratio,
  },
];
mkdirSync(path.join(root, 'bench', 'results'), { recursive: true });
writeFileSync(
  path.join(root, 'bench', 'results', 'noise.json'),
  `${JSON.stringify({ figures }, undefined, 2)}\n`,
);
process.exitCode = ratio <= GOAL ? 0 : 1;
