import { VERDICTS } from '../evidence';
import { markup, type Markup } from './markup';
import { VERDICT_WORDS, type Report, type Section } from './report';
import { table } from './table';

const SEVERITIES = ['fatal', 'error', 'warning'];

/**
 * One list of all verdicts to search and filter. Its rows are made in the browser of what the other sections hold, so that
 * nothing is on the page twice; without the script it says where to look, and on paper it is left out.
 */
export function finderSection({ evidence }: Report): Section {
  const verdicts = VERDICTS.map((verdict) => VERDICT_WORDS[verdict]);
  const columns = ['Verdict', 'Rule', 'Resource', '45 CFR'];
  const body = markup`<p id="find-off">Every verdict is under <a href="#matrix">Rules and resources</a>.</p>
<div class="find" id="find-by" role="search" aria-label="Verdicts" hidden>
<label>Search all <input type="search" id="find-text" autocomplete="off" spellcheck="false"></label>
${choice('verdict', 'Verdict', verdicts)}${choice('rule', 'Rule')}${choice('paragraph', 'Paragraph of 45 CFR')}${choice('severity', 'Severity of the rule', SEVERITIES)}<label>Resource <input type="search" id="find-resource" autocomplete="off" spellcheck="false"></label>
${choice('type', 'Resource type')}<button type="button" id="find-clear">Clear filters</button>
</div>
<div id="find-out" hidden>
<p role="status" id="find-count"></p>
${table({ kind: 'res', caption: 'Verdicts that match, the worst first', columns }, [])}<button type="button" class="more" id="find-more" hidden>Show more</button>
</div>
`;
  return { id: 'find', title: 'Find verdicts', note: evidence.verdicts.length, body };
}

function choice(name: string, label: string, values: readonly string[] = []): Markup {
  const options = values.map((value) => markup`<option>${value}</option>`);
  return markup`<label>${label} <select id="find-${name}"><option value="">any</option>${options}</select></label>
`;
}

/**
 * Runs in the browser; the page allows it by its hash. It reads the tables of the page once, when the search is first used,
 * and writes text and copies of elements of the page only.
 */
export const FINDER_SCRIPT = `
{
  const STEP = 100;
  const ORDER = ['finding', 'unknown', 'waived', 'compliant', 'not applicable'];
  const by = (name) => document.getElementById('find-' + name);
  const choices = ['verdict', 'rule', 'paragraph', 'severity', 'type'];
  const fields = ['text', 'resource', ...choices].map(by);
  const body = document.querySelector('.res tbody');
  const count = new Intl.NumberFormat('en');
  let rows;
  let shown = STEP;
  let matching = [];

  const rulesOnPage = () => {
    const rules = new Map();
    for (const row of document.querySelectorAll('.ru tbody tr')) {
      const [head, paragraphs] = row.cells;
      rules.set(head.querySelector('code').textContent, {
        severity: head.querySelector('.s').textContent,
        title: head.querySelector('.up').textContent,
        paragraphs: [...paragraphs.querySelectorAll('a')].map((link) => link.textContent),
        anchor: row.id,
      });
    }
    return rules;
  };
  const read = () => {
    const rules = rulesOnPage();
    const none = { severity: '', title: '', paragraphs: [], anchor: '' };
    const found = [];
    for (const part of document.querySelectorAll('#matrix details')) {
      const type = part.querySelector('h3').textContent;
      for (const table of part.querySelectorAll('table')) {
        const heads = [...table.tHead.rows[0].cells].map((cell) => cell.textContent);
        for (const row of table.tBodies[0].rows) {
          const own = row.cells[0].textContent;
          for (let at = 1; at < heads.length; at += 1) {
            const verdict = row.cells[at].textContent;
            if (verdict === '') continue;
            const [id, resource] = table.className === 'words' ? [own, heads[at]] : [heads[at], own];
            const rule = rules.get(id) ?? none;
            found.push({ verdict, id, rule, resource, type, text: [id, rule.title, resource, type, verdict, rule.severity, ...rule.paragraphs].join(' ').toLowerCase() });
          }
        }
      }
    }
    const rank = (row) => ORDER.indexOf(row.verdict);
    return found.sort((a, b) => rank(a) - rank(b));
  };
  const offer = (name, values) => {
    for (const value of values) {
      const option = document.createElement('option');
      option.textContent = value;
      by(name).append(option);
    }
  };
  const prepare = () => {
    if (rows) return;
    rows = read();
    const cited = new Set(rows.flatMap(({ rule }) => rule.paragraphs));
    offer('rule', [...new Set(rows.map(({ id }) => id))].sort());
    offer('type', [...new Set(rows.map(({ type }) => type))].sort());
    offer('paragraph', [...document.querySelectorAll('.law tbody th')].map((head) => head.textContent).filter((id) => cited.has(id)));
  };
  const link = (text, anchor) => {
    const code = document.createElement('code');
    code.textContent = text;
    if (anchor === '') return code;
    const element = document.createElement('a');
    element.href = '#' + anchor;
    element.append(code);
    return element;
  };
  const small = (text) => {
    const element = document.createElement('small');
    element.textContent = text;
    return element;
  };
  const mark = (verdict) => {
    const element = document.createElement('span');
    element.className = 't ' + verdict[0];
    element.textContent = verdict;
    return element;
  };
  const line = ({ verdict, id, rule, resource, type }) => {
    const row = document.createElement('tr');
    const place = document.createElement('th');
    place.scope = 'row';
    place.append(link(resource, ''), small(type));
    const cells = [[mark(verdict)], [link(id, rule.anchor), small(rule.severity + ', ' + rule.title)], place, [rule.paragraphs.join(', ')]];
    for (const cell of cells) {
      if (cell === place) row.append(place);
      else row.insertCell().append(...cell);
    }
    return row;
  };
  const draw = () => {
    body.replaceChildren(...matching.slice(0, shown).map(line));
    by('more').hidden = matching.length <= shown;
    const some = matching.length > shown ? ', the first ' + count.format(shown) + ' are shown' : '';
    by('count').textContent = count.format(matching.length) + ' of ' + count.format(rows.length) + ' verdicts match' + some;
    by('out').hidden = false;
  };
  const find = () => {
    prepare();
    const words = by('text').value.trim().toLowerCase().split(/\\s+/);
    const resource = by('resource').value.trim().toLowerCase();
    const [verdict, rule, paragraph, severity, type] = choices.map((name) => by(name).value);
    matching = rows.filter((row) =>
      (verdict === '' || row.verdict === verdict) &&
      (rule === '' || row.id === rule) &&
      (paragraph === '' || row.rule.paragraphs.includes(paragraph)) &&
      (severity === '' || row.rule.severity === severity) &&
      (type === '' || row.type === type) &&
      (resource === '' || row.resource.toLowerCase().includes(resource)) &&
      words.every((word) => row.text.includes(word)));
    shown = STEP;
    draw();
  };
  for (const field of fields) {
    field.addEventListener('focus', prepare, { once: true });
    field.addEventListener('input', find);
  }
  by('clear').addEventListener('click', () => {
    for (const field of fields) field.value = '';
    by('out').hidden = true;
    by('text').focus();
  });
  by('more').addEventListener('click', () => {
    const next = shown;
    shown += STEP;
    draw();
    const first = body.rows[next]?.querySelector('a');
    if (first) first.focus();
  });
  by('off').hidden = true;
  by('by').hidden = false;
}
`;
