/** Paper: everything open and unfiltered, in ink, table heads on every page. */
export const PRINT_STYLE = `
@page { margin: 17mm 15mm 18mm; @bottom-left { content: "Evidence report"; font: 8pt sans-serif; color: #56606c; } @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #56606c; } }
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --ink: #000; --soft: #444c55; --line: #c4cad1; --faint: #f4f6f8; --link: #000;
    --red: #8a1a1a; --red-bg: #fbeaea; --amber: #6b4200; --amber-bg: #fdf3dc; --violet: #40347f; --violet-bg: #efecfa; --green: #1c5236;
  }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; font-size: 1rem; line-height: 1.4; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .page { display: block; }
  .two { grid-template-columns: 4fr 3fr; gap: 0 8mm; } .fig { gap: 0 5mm; } .fig b { font-size: 18pt; }
  nav, .q, .skip, #find { display: none; }
  a { text-decoration: none; }
  h1 { font-size: 20pt; } h2 { font-size: 14pt; }
  h2, h3, caption, .id, .r, summary { break-after: avoid; }
  h2, h3, caption, .id, .r, tr, .fig, .v { break-inside: avoid; }
  section { margin-bottom: 9mm; overflow: visible; }
  #law, #matrix { break-before: page; }
  p, .r { max-width: none; }
  thead { display: table-header-group; break-after: avoid; }
  tbody:first-of-type tr:first-child { break-before: avoid; } .slim { break-inside: avoid; }
  th, td { padding-right: .6rem; } .x td { padding: 0; }
  .x tbody tr:first-child { break-after: avoid; } .x tbody tr:last-child { break-before: avoid; } #unexamined p { break-after: avoid; }
  .law { table-layout: fixed; font-size: 8pt; } .law th, .law td { padding-block: .25rem; } .law td span { display: inline; }
  .law th:nth-child(1) { width: 19%; } .law th:nth-child(2) { width: 20%; } .law th:nth-child(3) { width: 12%; } .law th:nth-child(4) { width: 7%; }
  .ru th:first-child { width: 40%; } .ru .num { width: auto; } .ru th, .ru td { padding-right: .5rem; }
  .ru td a { padding: 0; } .sc { overflow: visible; }
  .o thead th:nth-child(1) { width: 40%; } .o thead th:nth-child(2) { width: 13%; } .x td::before { line-height: 1.45rem; } .x th { padding-block: 0; }
  .x tbody th { min-width: 0; } .x thead span { max-height: 62mm; } .x td, .x thead th + th { min-width: 1.35rem; max-width: 1.35rem; }
  tr[hidden] { display: table-row; } table[hidden] { display: table; } details[hidden], article[hidden] { display: block; }
  details::details-content { content-visibility: visible; display: block; }
  summary { list-style: none; }
  :target { background: none; box-shadow: none; }
}
`;
