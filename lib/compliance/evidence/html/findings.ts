import type { RuleRecord, VerdictRecord } from '../evidence';
import { filterBox } from './filter';
import { breakable, code, markup, plural, type Markup } from './markup';
import {
  resourceName,
  resourcesIn,
  ruleLink,
  severityTag,
  verdictTag,
  type Report,
  type Section,
} from './report';
import { table } from './table';

/** Everything that stops the deployment, by rule, with what to do about it. */
export function findingsSection(report: Report): Section {
  const count = [...report.open.values()].reduce((sum, verdicts) => sum + verdicts.length, 0);
  const groups = [...report.open].map(([rule, verdicts]) => group(report, rule, verdicts));
  return {
    id: 'findings',
    title: 'Findings and unknowns',
    note: count,
    body:
      count === 0
        ? markup`<p>No rule found anything that is not waived.</p>`
        : markup`${filterBox('Filter findings')}${groups}`,
  };
}

function group(report: Report, id: string, verdicts: readonly VerdictRecord[]): Markup {
  const rule = report.rules.get(id)?.row;
  const rows = verdicts.map((verdict) => resourceRows(report, verdict));
  const caption = `${plural(verdicts.length, 'verdict')} on ${resourcesIn(verdicts)}`;
  const columns = ['Resource', 'Verdict', 'Property', 'What was seen'];
  return markup`<article><h3>${rule?.title ?? 'A rule that this evidence does not describe'}</h3>
<p class="id">${ruleLink(report, id)}${rule && markup` ${severityTag(rule.severity)} ${rule.pack}`}</p>
${rule && reasons(report, rule)}${table({ kind: 'o', caption, columns }, rows)}</article>
`;
}

function reasons(report: Report, rule: RuleRecord): Markup {
  const paragraphs = rule.controls.map((control) => {
    const paragraph = report.paragraphs.get(control);
    return paragraph
      ? markup`<li><a href="#${paragraph.anchor}">${control}</a> ${paragraph.row.title}</li>`
      : markup`<li>${control}</li>`;
  });
  const list = paragraphs.length === 0 ? 'no paragraph cited' : markup`<ul>${paragraphs}</ul>`;
  return markup`<dl class="r"><dt>Why</dt><dd>${rule.why}</dd><dt>Fix</dt><dd>${rule.fix}</dd><dt>45 CFR</dt><dd>${list}</dd></dl>
`;
}

function resourceRows(report: Report, verdict: VerdictRecord): Markup {
  const observations =
    verdict.observations.length > 0
      ? verdict.observations
      : [{ property: '', message: 'no detail was recorded', verdict: verdict.verdict, waiver: undefined }];
  const span = observations.length === 1 ? undefined : markup` rowspan="${observations.length}"`;
  const rows = observations.map((observation, index) => {
    const { property, message, waiver } = observation;
    const tag =
      waiver === undefined
        ? verdictTag(observation.verdict)
        : markup`${verdictTag('waived')} <a href="#w${waiver + 1}">waiver ${waiver + 1}</a>`;
    const head = index === 0 ? markup`<th scope="row"${span}>${resource(report, verdict)}</th>` : undefined;
    const place = property === '' ? 'the resource as a whole' : code(property);
    return markup`<tr>${head}<td>${tag}</td><td>${place}</td><td>${message}</td></tr>`;
  });
  return markup`${rows}\n`;
}

function resource(report: Report, verdict: VerdictRecord): Markup {
  const { template, logicalId, resourceType } = verdict;
  const place =
    verdict.constructPath === undefined ? undefined : markup`<br>${breakable(`${template}#${logicalId}`)}`;
  const source = report.sources.get(`${template}\n${logicalId}`);
  const made = source && markup`<br>made at ${breakable(`${source.file}:${source.line}`)}`;
  return markup`${code(resourceName(verdict))}<small>${resourceType}${place}${made}</small>`;
}
