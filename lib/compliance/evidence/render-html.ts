import { createHash } from 'node:crypto';
import type { Evidence } from './evidence';
import { accessSection } from './html/access';
import { approvalsSection } from './html/approvals';
import { FILTER_SCRIPT } from './html/filter';
import { finderSection, FINDER_SCRIPT } from './html/finder';
import { findingsSection } from './html/findings';
import { inputsSection, unexaminedSection } from './html/inputs';
import { lawSection } from './html/law';
import { markup, Markup } from './html/markup';
import { matrixSection } from './html/matrix';
import { networkMapSection } from './html/network-map';
import { aboutSection, masthead, problemsSection, summarySection } from './html/opening';
import { reportOf, type Section } from './html/report';
import { rulesSection } from './html/rules';
import { STYLE } from './html/style';
import { PRINT_STYLE } from './html/style-print';
import { waiversSection } from './html/waivers';

const CSS = STYLE + PRINT_STYLE;
const SCRIPT = FILTER_SCRIPT + FINDER_SCRIPT;

/** The page runs what it brings and fetches nothing: whatever a template says, no browser acts on it. */
const POLICY = [
  "default-src 'none'",
  `style-src '${integrity(CSS)}'`,
  `script-src '${integrity(SCRIPT)}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function integrity(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** The evidence as one page for an auditor: it opens offline, prints, and holds everything the model holds. */
export function renderHtml(evidence: Evidence): string {
  const report = reportOf(evidence);
  const sections: readonly Section[] = [
    aboutSection(report),
    summarySection(report),
    problemsSection(report),
    findingsSection(report),
    finderSection(report),
    waiversSection(report),
    approvalsSection(report),
    accessSection(report),
    lawSection(report),
    rulesSection(report),
    matrixSection(report),
    networkMapSection(report),
    inputsSection(report),
    unexaminedSection(report),
  ];
  const { environment, asOf } = evidence;
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>Evidence report${environment === undefined ? undefined : ` ${environment}`}, ${asOf}</title>
<style>${new Markup(CSS)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
${masthead(report)}<div class="page">
<nav aria-label="Contents"><p>Contents</p><ol>${sections.map(entry)}</ol></nav>
<main id="main">
${sections.map(block)}</main>
</div>
<script>${new Markup(SCRIPT)}</script>
</body>
</html>
`;
  return page.text;
}

function entry({ id, title, note }: Section): Markup {
  return markup`<li><a href="#${id}"><span>${title}</span>${note === undefined ? undefined : markup` <span>${note}</span>`}</a></li>`;
}

function block({ id, title, body }: Section): Markup {
  return markup`<section id="${id}" aria-labelledby="${id}-h"><h2 id="${id}-h">${title}</h2>
${body}</section>
`;
}
