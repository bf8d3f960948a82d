import type { Evidence } from '../evidence';
import { markup, join, Markup, plural, type Part } from './markup';
import { table } from './table';
import { verdictTag, VERDICT_WORDS, type Report, type Section, type Verdict } from './report';

/** What stands first: whose evidence this is, of which day, and whether anything stops the deployment. */
export function masthead(report: Report): Markup {
  const { environment, asOf, lawAsOf, generator, schemaVersion, inputs } = report.evidence;
  return markup`<header class="m">
<p class="k">${generator.name} ${generator.version}, evidence model ${schemaVersion}</p>
<h1>Evidence report${environment === undefined ? undefined : markup` <span>environment <b>${environment}</b></span>`}</h1>
<p class="d">Judged as of <time datetime="${asOf}">${asOf}</time> against the text of 45 CFR Part 164 as of ${lawAsOf}, by the rules of profile ${inputs.rules.profile}</p>
${verdictSentence(report)}
</header>
`;
}

function verdictSentence(report: Report): Markup {
  const { asOf, summary } = report.evidence;
  const rows = [...report.open.values()].flat();
  const findings = rows.filter(({ verdict }) => verdict === 'finding').length;
  const problems = report.blockingProblems.length;
  const total = rows.length + problems;
  if (total === 0 && summary.blocks) {
    return markup`<p class="v b"><strong>Deployment is blocked as of ${asOf}.</strong> Nothing below says why: have this evidence made again.</p>`;
  }
  if (total === 0) {
    return markup`<p class="v"><strong>Nothing blocks deployment as of ${asOf}.</strong> ${acceptedSentence(report)}</p>`;
  }
  const kinds = [
    ...(findings > 0 ? [markup`<a href="#findings">${plural(findings, 'finding')}</a>`] : []),
    ...(rows.length > findings ? [markup`<a href="#findings">${rows.length - findings} unknown</a>`] : []),
    ...(problems > 0 ? [markup`<a href="#problems">${plural(problems, 'problem')}</a>`] : []),
  ];
  const verb = total === 1 ? 'blocks' : 'block';
  return markup`<p class="v b"><strong>${plural(total, 'thing')} ${verb} deployment as of ${asOf}:</strong> ${join(kinds, new Markup(', '))}. ${acceptedSentence(report)}</p>`;
}

function acceptedSentence(report: Report): Part {
  const { waiversInForce } = report.evidence.summary;
  if (waiversInForce === 0) return 'No deviation is accepted by waiver.';
  const verb = waiversInForce === 1 ? 'is' : 'are';
  return markup`${plural(waiversInForce, 'deviation')} ${verb} accepted by <a href="#waivers">waiver</a>.`;
}

const MEANINGS: readonly (readonly [Verdict, string])[] = [
  ['compliant', 'The rule looked at the resource and has nothing against it.'],
  ['finding', 'The resource breaks the rule. Blocks deployment.'],
  ['unknown', 'The template alone cannot tell. Blocks deployment until it can.'],
  ['waived', 'Everything the rule saw is accepted in writing, by name and until a date.'],
  ['not-applicable', 'The rule looked at the resource and does not concern it.'],
];

export function aboutSection(report: Report): Section {
  const meanings = MEANINGS.map(
    ([verdict, meaning]) => markup`<dt>${verdictTag(verdict)}</dt><dd>${meaning}</dd>`,
  );
  const body = markup`<div class="two"><div>
<p class="lead">${report.evidence.disclaimer}</p>
<h3>What it is</h3>
<p>A record of what each rule found on each resource of the templates listed under <a href="#inputs">Inputs</a>. The same templates, waivers, rules and date give the same record, byte for byte.</p>
<h3>What it is not</h3>
<p>No statement about people and procedures, about what happens after deployment, or about resource types listed as <a href="#unexamined">not examined</a>. A rule supports a paragraph of the law in part; the duty that remains is named beside each one.</p>
</div><div>
<h3>How to read a verdict</h3>
<dl class="g">${meanings}</dl>
</div></div>
`;
  return { id: 'about', title: 'About this document', body };
}

export function summarySection({ evidence }: Report): Section {
  const { summary } = evidence;
  const { fatal, error, warning } = summary.blockingBySeverity;
  const verdictCount = Object.values(summary.verdicts).reduce((sum, count) => sum + count, 0);
  const figures: readonly (readonly [number, string, string])[] = [
    [summary.stacks, summary.stacks === 1 ? 'stack' : 'stacks', plural(summary.resources, 'resource')],
    [summary.rules, summary.rules === 1 ? 'rule' : 'rules', plural(verdictCount, 'verdict')],
    [fatal + error + warning, 'blocking', `${fatal} fatal, ${error} error, ${warning} warning`],
    [summary.waiversInForce, 'waived', plural(summary.waiversInForce, 'waiver') + ' in force'],
    [
      summary.paragraphsSupported,
      summary.paragraphsSupported === 1 ? 'paragraph' : 'paragraphs',
      `supported in part, of ${summary.paragraphs}`,
    ],
  ];
  const cells = figures.map(
    ([figure, noun, note]) =>
      markup`<div><dt>${noun}</dt><dd><b>${figure}</b><small>${note}</small></dd></div>`,
  );
  const body = markup`<dl class="fig">${cells}</dl>
${verdictTable(evidence)}`;
  return { id: 'summary', title: 'Summary', body };
}

function verdictTable({ summary }: Evidence): Markup {
  const counts = MEANINGS.map(([verdict]) => markup`<td class="num">${summary.verdicts[verdict]}</td>`);
  const columns = MEANINGS.map(([verdict]) => ({ figures: VERDICT_WORDS[verdict] }));
  const caption = 'Verdicts, one for each rule on each resource it looked at';
  return table({ kind: 'slim', caption, columns }, [markup`<tr>${counts}</tr>`]);
}

export function problemsSection({ evidence, blockingProblems }: Report): Section {
  const { problems } = evidence;
  const rows = problems.map(
    ({ code, message, blocks }) =>
      markup`<tr><td class="up">${blocks ? markup`<strong>blocks</strong>` : 'warns'}</td><th scope="row"><code>${code}</code></th><td>${message}</td></tr>`,
  );
  const verb = blockingProblems.length === 1 ? 'blocks' : 'block';
  const caption = `Trouble around the rules; ${blockingProblems.length} of ${problems.length} ${verb} deployment`;
  const columns = ['Effect', 'Code', 'What is wrong'];
  return {
    id: 'problems',
    title: 'Problems',
    note: problems.length,
    body:
      problems.length === 0 ? markup`<p>There were none.</p>` : table({ kind: 'pr', caption, columns }, rows),
  };
}
