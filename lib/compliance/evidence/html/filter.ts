import { markup, type Markup } from './markup';

/** A box that narrows the tables of its section. Without the script it stays hidden, and everything stays shown. */
export function filterBox(label: string): Markup {
  return markup`<p class="q" hidden><label>${label} <input type="search" autocomplete="off" spellcheck="false"></label> <output></output></p>
`;
}

/** Runs in the browser; the page allows it by its hash. */
export const FILTER_SCRIPT = `
for (const box of document.querySelectorAll('.q')) {
  const input = box.querySelector('input');
  const output = box.querySelector('output');
  const tables = [...box.parentElement.querySelectorAll('table:not(.key)')].map((table) => ({
    whole: table.closest('details, article') ?? table,
    head: [table.closest('article')?.querySelector('.id'), table.caption, table.tHead].map((part) => part?.textContent ?? '').join(' ').toLowerCase(),
    rows: [...table.tBodies].flatMap((body) => [...body.rows]).map((row) => ({ row, text: row.textContent.toLowerCase() })),
  }));
  const narrow = () => {
    const wanted = input.value.trim().toLowerCase();
    const shown = new Map();
    let hits = 0;
    for (const { whole, head, rows } of tables) {
      const all = head.includes(wanted);
      for (const { row, text } of rows) {
        row.hidden = !all && !text.includes(wanted);
        if (!row.hidden) hits += 1;
        shown.set(whole, shown.get(whole) || !row.hidden);
      }
    }
    for (const [whole, any] of shown) whole.hidden = !any;
    output.textContent = wanted === '' ? '' : hits === 1 ? '1 row' : hits + ' rows';
  };
  input.addEventListener('input', narrow);
  box.hidden = false;
}
`;
