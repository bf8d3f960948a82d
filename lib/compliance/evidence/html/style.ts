/** Class names are short because a report holds tens of thousands of cells. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fff; --ink: #1b2027; --soft: #56606c; --line: #d6dbe1; --faint: #f4f6f8; --link: #1d4f80;
  --red: #962020; --red-bg: #fbeaea; --amber: #7a4b00; --amber-bg: #fdf3dc;
  --violet: #4a3d8f; --violet-bg: #efecfa; --green: #22613f;
  --serif: Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, "DejaVu Serif", serif;
  --sans: system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, "DejaVu Sans", sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181d; --ink: #e4e8ec; --soft: #a3adb8; --line: #343c46; --faint: #1c2228; --link: #93c0ee;
    --red: #ffb1a8; --red-bg: #43201f; --amber: #f3cb82; --amber-bg: #3b2d12;
    --violet: #cabfff; --violet-bg: #2b2747; --green: #8fd3ab;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 3rem; }
body {
  margin: 0 auto; padding: 2.5rem 2rem 4rem; max-width: 82rem;
  background: var(--paper); color: var(--ink); font: 15px/1.5 var(--sans);
}
.page { display: grid; grid-template-columns: 14rem minmax(0, 1fr); column-gap: 3rem; }
h1, h2, h3 { font-family: var(--serif); font-weight: 600; line-height: 1.25; }
h1 { margin: .2rem 0 .4rem; font-size: 2.1rem; letter-spacing: -.01em; }
h1 span { color: var(--soft); font-weight: 400; }
h1 span::before { content: "\\2014\\00a0"; }
h2 { margin: 0 0 .9rem; padding-top: .6rem; border-top: 2px solid var(--ink); font-size: 1.4rem; }
h3 { margin: 1.4rem 0 .3rem; font-size: 1.05rem; }
/* only prose of ours: paths, values and what others wrote stay to the letter */
h3::first-letter, .r dd::first-letter, .law td::first-letter, .up::first-letter { text-transform: uppercase; }
summary h3::first-letter { text-transform: none; }
p { margin: 0 0 .8rem; max-width: 46rem; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 2px; }
a:focus-visible, [tabindex]:focus-visible, summary:focus-visible, input:focus-visible, select:focus-visible, button:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
code { font: .86em/1.45 var(--mono); overflow-wrap: anywhere; }
small { display: block; color: var(--soft); font-size: .84em; font-weight: 400; overflow-wrap: anywhere; }
strong { font-weight: 650; }
.skip, .h { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.skip:focus { width: auto; height: auto; clip-path: none; background: var(--paper); padding: .5rem; }

.m { padding-bottom: 2rem; }
.k { margin: 0; color: var(--soft); font-size: .84rem; letter-spacing: .02em; }
.d { color: var(--soft); }
.v { margin: 1.3rem 0 0; padding: .9rem 1.1rem; max-width: none; background: var(--faint); border-left: 4px solid var(--green); font-size: 1.05rem; }
.v strong { font-family: var(--serif); font-size: 1.2rem; }
.v.b { background: var(--red-bg); border-left: 4px double var(--red); border-left-width: 7px; }
.v.b strong { color: var(--red); }

nav { position: sticky; top: 1.5rem; align-self: start; font-size: .9rem; }
nav p { margin: 0 0 .4rem; color: var(--soft); }
nav ol { margin: 0; padding: 0; list-style: none; border-top: 1px solid var(--line); }
nav li { border-bottom: 1px solid var(--line); }
nav a { display: flex; justify-content: space-between; gap: .6rem; padding: .32rem 0; text-decoration: none; }
nav a:hover span:first-child { text-decoration: underline; }
nav a span + span { color: var(--soft); font-variant-numeric: tabular-nums; white-space: nowrap; }
section { margin-bottom: 2.8rem; }

table { width: 100%; margin: 0 0 1.4rem; border-collapse: collapse; font-size: .87rem; line-height: 1.4; }
caption { padding: 0 0 .35rem; color: var(--soft); text-align: left; font-size: .87rem; }
th, td { padding: .4rem 1rem .4rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: break-word; }
th { font-weight: 400; }
thead th { background: var(--paper); border-bottom: 1px solid var(--ink); color: var(--soft); font-size: .82rem; vertical-align: bottom; }
.num { text-align: right; font-variant-numeric: tabular-nums; }
.num + :not(.num) { padding-left: .8rem; }
td i { color: var(--soft); font-style: normal; }
.slim { width: auto; min-width: 50%; }
.slim .num { padding-left: 1.2rem; }
:target { background: var(--faint); box-shadow: -.5rem 0 0 var(--faint); }

.two { display: grid; grid-template-columns: 3fr 2fr; gap: 0 3rem; }
.two h3:first-child { margin-top: 0; }
.lead { font-family: var(--serif); font-size: 1.06rem; }
.g { display: grid; grid-template-columns: max-content 1fr; gap: .5rem .9rem; margin: .5rem 0; font-size: .9rem; }
.g dd { margin: 0; }
.fig { display: grid; grid-template-columns: repeat(5, 1fr); gap: 0 1.6rem; margin: 0 0 1.6rem; }
.fig div { display: grid; align-content: start; }
.fig dd { margin: 0; display: contents; }
.fig b { order: -1; font: 400 2.1rem/1.15 var(--serif); font-variant-numeric: lining-nums; }
.t { display: inline-block; padding: 0 .45em; border: 1px solid var(--line); border-radius: 3px; font-size: .95em; line-height: 1.5; white-space: nowrap; text-transform: none; }
.t.f { color: var(--red); background: var(--red-bg); border-color: currentcolor; font-weight: 650; }
.t.u { color: var(--amber); background: var(--amber-bg); border: 1px dashed currentcolor; font-weight: 650; }
.t.w { color: var(--violet); background: var(--violet-bg); border-color: transparent; text-decoration: underline dotted; text-underline-offset: 2px; }
.t.c { color: var(--green); }
.t.n { color: var(--soft); border-color: transparent; }
.s { padding: 0 .4em; border: 1px solid var(--line); border-radius: 3px; }
.s.fatal { border-color: currentcolor; font-weight: 650; color: var(--ink); }

article { margin: 0 0 1.8rem; }
article + article { border-top: 1px solid var(--line); }
article h3 { margin-top: 1.1rem; font-size: 1.12rem; }
.id { margin-bottom: .6rem; color: var(--soft); font-size: .87rem; }
.r { display: grid; grid-template-columns: 4rem 1fr; gap: .2rem 0; margin: 0 0 .9rem; max-width: 52rem; }
.r dt, .a dt { color: var(--soft); }
.r dd { margin: 0; }
.r ul { margin: 0; padding: 0; list-style: none; }
.o { table-layout: fixed; } .o thead th:nth-child(1) { width: 38%; } .o thead th:nth-child(2) { width: 6.8rem; } .o thead th:nth-child(3) { width: 26%; }
.wv { table-layout: fixed; }
.ac { table-layout: fixed; } .ac th, .ac td, .ap th, .ap td { overflow-wrap: anywhere; } .ac th:nth-child(1) { width: 5.5rem; } .ac th:nth-child(2) { width: 14%; } .ac th:nth-child(3) { width: 18%; } .ac th:nth-child(4) { width: 13%; } .ac th:nth-child(5) { width: 24%; }
.wv th:nth-child(1) { width: 18%; } .wv td:first-child small { white-space: nowrap; } .wv th:nth-child(2) { width: 25%; } .wv th:nth-child(5) { width: 20%; }
.a { margin: 0; } .a dt { font-size: .84em; } .a dd { margin: 0 0 .25rem; overflow-wrap: anywhere; }
.law th:nth-child(1) { width: 9.5rem; } .law th:nth-child(2) { width: 25%; } .law th:nth-child(3) { width: 7.5rem; } .law th:nth-child(4) { width: 3.2rem; }
.law tbody:not(:last-child) tr:last-child > * { border-bottom-color: var(--ink); }
.law tbody th { white-space: nowrap; }
.q0 { color: var(--soft); }
.ru th:first-child { width: 46%; } .ru small + small { margin-top: .2rem; } .ru .num { width: 5.2rem; } .ru td:nth-child(2) { white-space: nowrap; }
.ru td a, .law td span { display: block; } .ru td a { padding: .2rem 0; }
.nm { table-layout: fixed; } .nm ul { margin: 0; padding: 0; list-style: none; }
.sha span { margin-right: .45em; }
.pr th { white-space: nowrap; } .pr code { font-size: .92em; }
.cols { columns: 18rem; margin: 0; padding: 0; list-style: none; font-size: .87rem; } .cols li { margin-bottom: .2rem; break-inside: avoid; }

.law ul { margin: .1rem 0 0; padding: 0; list-style: none; font-size: .92em; } .law li a { display: inline; } .law td small { margin-top: .25rem; }
.find { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: .7rem 1.2rem; margin-bottom: 1rem; }
.find label { display: grid; gap: .15rem; font-size: .84rem; color: var(--soft); } .find label:first-child { grid-column: 1 / 3; }
.find input, .find select, button { padding: .3rem .5rem; min-width: 0; font: inherit; font-size: .9rem; color: var(--ink); background: var(--paper); border: 1px solid var(--soft); border-radius: 3px; }
.find button, .more { justify-self: start; align-self: end; cursor: pointer; } .res { table-layout: fixed; }
.res th:nth-child(1) { width: 8rem; } .res th:nth-child(2) { width: 30%; } .res th:nth-child(4) { width: 22%; }
.q { display: flex; gap: 1rem; align-items: baseline; }
.q[hidden], [hidden] { display: none; }
.q input { margin-left: .4rem; padding: .25rem .5rem; width: 18rem; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: 3px; }
details { margin-bottom: 1.2rem; }
summary { margin-bottom: .3rem; cursor: pointer; }
summary h3 { display: inline; font-family: var(--sans); font-size: .95rem; }
summary span { color: var(--soft); font-size: .87rem; }
.words { width: auto; } .words thead th { width: 14rem; } .words thead th:first-child { width: 22rem; }
.sc { overflow-x: auto; }
.x { width: auto; }
.x th { padding: .12rem .8rem .12rem 0; } .x th code { font-size: .82em; } .x tbody th { min-width: 16rem; }
.x thead th + th { padding: 0 0 .3rem; min-width: 1.7rem; } .x thead span { writing-mode: vertical-rl; transform: rotate(180deg); max-height: 19rem; }
.x thead a { color: inherit; text-decoration: none; } .x thead a:hover { text-decoration: underline; }
.x td { position: relative; width: 1.7rem; min-width: 1.7rem; max-width: 1.7rem; padding: 0; border-left: 1px solid var(--line); overflow: hidden; white-space: nowrap; text-indent: 3rem; }
.x td::before { position: absolute; inset: 0; text-indent: 0; text-align: center; line-height: 1.6rem; }
.x td.c::before { content: "\\2713"; content: "\\2713" / ""; color: var(--green); }
.x td.f::before { content: "F"; content: "F" / ""; color: var(--red); background: var(--red-bg); font-weight: 700; }
.x td.u::before { content: "?"; content: "?" / ""; color: var(--amber); background: var(--amber-bg); font-weight: 700; }
.x td.w::before { content: "W"; content: "W" / ""; color: var(--violet); background: var(--violet-bg); }
.x td.n::before { content: "\\2013"; content: "\\2013" / ""; color: var(--soft); }
.key { display: block; } .key tbody, .key tr { display: inline-flex; align-items: center; border: 0; }
.key tr { margin-right: 1.2rem; } .key td { height: 1.7rem; border: 1px solid var(--line); } .key tbody th { min-width: 0; padding: 0 0 0 .4rem; border: 0; }

@media screen { thead th { position: sticky; top: 0; z-index: 1; } .sc thead th { position: static; } }
@media screen and (max-width: 60rem) {
  .page, .two { grid-template-columns: minmax(0, 1fr); } nav { position: static; margin-bottom: 2rem; }
  .find { grid-template-columns: minmax(0, 1fr); } .find label:first-child { grid-column: auto; }
  .fig { grid-template-columns: repeat(2, 1fr); gap: 1rem; } section { overflow-x: auto; }
}
`;
