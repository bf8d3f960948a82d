import { code, markup, join, Markup, plural } from './markup';
import type { Report, Section } from './report';
import { table } from './table';

/** What was judged, by what: enough to make the same evidence again. */
export function inputsSection({ evidence }: Report): Section {
  const { templates, waivers, eligibleServices, rules } = evidence.inputs;
  const rows = templates.map(
    ({ path, stackName, region, resources, sha256 }) =>
      markup`<tr><th scope="row">${code(path)}</th><td>${stackName}</td><td>${region}</td><td class="num">${resources}</td><td>${digest(sha256)}</td></tr>
`,
  );
  const digests = [
    waivers
      ? markup`<tr><th scope="row">Waivers file</th><td>${code(waivers.path)}</td><td>${digest(waivers.sha256)}</td></tr>`
      : markup`<tr><th scope="row">Waivers file</th><td>none given</td><td></td></tr>`,
    ...(eligibleServices
      ? [
          markup`<tr><th scope="row">Eligible services of ${eligibleServices.listDate}</th><td>${code(eligibleServices.path)}</td><td>${digest(eligibleServices.sha256)}</td></tr>`,
        ]
      : []),
    markup`<tr><th scope="row">Own rules</th><td>ids, titles, severities and paragraphs of ${plural(rules.count, 'rule')}</td><td>${digest(rules.sha256)}</td></tr>`,
  ];
  const settings = [
    markup`<tr><th scope="row">Profile</th><td></td><td>${rules.profile}</td></tr>`,
    ...Object.entries(rules.parameters).flatMap(([rule, values]) =>
      Object.entries(values).map(
        ([name, value]) =>
          markup`<tr><th scope="row">${code(rule)}</th><td>${name}</td><td>${Array.isArray(value) ? value.join(', ') : String(value)}</td></tr>`,
      ),
    ),
  ];
  const packs = evidence.packs.map(
    (pack) =>
      markup`<tr><th scope="row">${pack.name}</th><td>${pack.version}</td><td class="num">${pack.rules}</td></tr>`,
  );
  const body = [
    table({ kind: 'in', caption: 'Templates', columns: TEMPLATE_COLUMNS }, rows),
    table({ kind: 'in', caption: 'Waivers and rules', columns: ['Input', 'What', 'SHA-256'] }, digests),
    table({ kind: 'slim', caption: SETTINGS, columns: ['Of', 'Parameter', 'Set to'] }, settings),
    table({ kind: 'slim', caption: 'Rule packs', columns: ['Pack', 'Version', { figures: 'Rules' }] }, packs),
  ];
  return { id: 'inputs', title: 'Inputs', note: templates.length, body };
}

const SETTINGS = 'The set of rules that was asked for, and parameters that are not the defaults';

const TEMPLATE_COLUMNS = [
  'Path in the cloud assembly',
  'Stack',
  'Region',
  { figures: 'Resources' },
  'SHA-256',
];

/** Spaced in groups of eight for the eye; copied, it is one word. */
function digest(sha256: string): Markup {
  const groups = (sha256.match(/.{1,8}/gu) ?? []).map((group) => markup`<span>${group}</span>`);
  return markup`<code class="sha">${join(groups, new Markup('<wbr>'))}</code>`;
}

export function unexaminedSection({ evidence }: Report): Section {
  const { unexamined } = evidence;
  const total = unexamined.reduce((sum, { resources }) => sum + resources, 0);
  const items = unexamined.map(
    ({ resourceType, resources }) => markup`<li>${code(resourceType)} ${resources}</li>`,
  );
  return {
    id: 'unexamined',
    title: 'Not examined',
    note: unexamined.length,
    body:
      unexamined.length === 0
        ? markup`<p>Some rule looked at every resource type of these templates.</p>`
        : markup`<p>No rule looks at these ${plural(unexamined.length, 'resource type')}: nothing is said about their ${plural(total, 'resource')}.</p>
<ul class="cols">${items}</ul>`,
  };
}
