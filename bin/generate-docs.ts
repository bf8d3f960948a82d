import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { evidenceSchema } from '../lib/compliance/evidence/evidence';
import { manifestSchema } from '../lib/compliance/evidence/manifest';
import { networkMapSchema } from '../lib/compliance/network-map/network-map';
import { GAPS } from '../lib/compliance/law/gaps';
import { LAW } from '../lib/compliance/law/law';
import { RULES } from '../lib/compliance/rules/registry';
import { waiverFileSchema } from '../lib/compliance/waivers/waiver';
import { settingsSchema } from '../lib/environment/settings';
import { gatewayRequestSchema } from '../lambda/gateway/request';
import { manifestSchema as useCaseSchema } from '../lambda/gateway/manifest';
import { guardrailPage } from './guardrail-page';
import { problemPage } from './problem-page';
import { NOTE, rulePages } from './rule-pages';

/** Everything that is generated from code and committed, by path. */
function generated(): Map<string, string> {
  const schema = (type: z.ZodType, io: 'input' | 'output') =>
    `${JSON.stringify(z.toJSONSchema(type, { io, unrepresentable: 'any' }), undefined, 2)}\n`;
  return new Map([
    ['config/settings.schema.json', schema(settingsSchema, 'input')],
    ['config/waivers.schema.json', schema(waiverFileSchema, 'input')],
    ['docs/schemas/evidence.schema.json', schema(evidenceSchema, 'output')],
    ['docs/schemas/gateway-request.schema.json', schema(gatewayRequestSchema, 'input')],
    ['docs/schemas/use-case.schema.json', schema(useCaseSchema, 'input')],
    ['docs/schemas/manifest.schema.json', schema(manifestSchema, 'output')],
    ['docs/schemas/network-map.schema.json', schema(networkMapSchema, 'output')],
    ['docs/gateway-problems.md', problemPage()],
    ...rulePages(),
    ['docs/controls.md', controlsPage()],
    ['docs/guardrails.md', guardrailPage(readFileSync('docs/guardrails.md', 'utf8'))],
  ]);
}

function controlsPage(): string {
  const rows = LAW.controls.map((control) => {
    const rules = RULES.filter((rule) => rule.controls.includes(control.id)).map((rule) => `\`${rule.id}\``);
    return `| ${control.id} | ${control.title} | ${control.type} | ${control.satisfiedBy} | ${rules.join(', ') || gapOf(control.id)} | ${control.remainingDuty} |`;
  });
  return [
    NOTE,
    '',
    '# The law and what supports it',
    '',
    `45 CFR 164 as of ${LAW.asOf}. A rule supports a paragraph; none is met by code alone. This is no legal advice.`,
    '',
    '| paragraph | title | type | satisfied by | rules | remaining duty |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

/** Why no rule cites a paragraph that code could carry a part of; others are no business of rules. */
function gapOf(id: string): string {
  const reason = GAPS.get(id);
  return reason === undefined ? '-' : `none: ${reason}`;
}

/** `--check` compares instead of writing and exits 1 when something is stale. */
function main(check: boolean): number {
  let stale = 0;
  const pages = generated();
  // the page of a service whose last rule went
  for (const name of readdirSync('docs/rules')) {
    const file = `docs/rules/${name}`;
    if (pages.has(file)) continue;
    stale += 1;
    if (check) process.stderr.write(`${file} is of no rule; run 'npm run docs'\n`);
    else rmSync(file);
  }
  for (const [file, text] of pages) {
    const current = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    if (current === text) continue;
    stale += 1;
    if (check) {
      process.stderr.write(`${file} is stale; run 'npm run docs'\n`);
    } else {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
      process.stderr.write(`wrote ${file}\n`);
    }
  }
  return check && stale > 0 ? 1 : 0;
}

process.exitCode = main(process.argv.includes('--check'));
