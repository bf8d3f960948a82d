/** Colours say nothing that words and lines do not say as well. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fff; --ink: #1b2027; --soft: #56606c; --line: #8a949f; --faint: #f4f6f8; --link: #1d4f80; --red: #962020;
  --sans: system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, "DejaVu Sans", sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #14181d; --ink: #e4e8ec; --soft: #a3adb8; --line: #6f7b88; --faint: #1c2228; --link: #93c0ee; --red: #ffb1a8; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 90rem; background: var(--paper); color: var(--ink); font: 16px/1.5 var(--sans); }
h1 { margin: 0 0 .3rem; font-size: 1.6rem; line-height: 1.25; }
h2 { margin: 0 0 .5rem; font-size: 1rem; }
h3 { margin: .8rem 0 .2rem; font-size: .9rem; font-weight: 600; color: var(--soft); }
p { margin: 0 0 .8rem; }
header p { max-width: 46rem; }
label, #examples { display: block; font-weight: 600; }
textarea, select, button { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: 4px; }
textarea { width: 100%; padding: .5rem; font: .95rem/1.45 var(--mono); resize: vertical; }
select { width: 100%; min-width: 0; padding: .4rem; }
button { padding: .4rem .8rem; min-height: 2.2rem; cursor: pointer; }
#send { padding: .5rem 1.6rem; background: var(--ink); color: var(--paper); border-color: var(--ink); font-weight: 600; }
#send[aria-disabled="true"] { background: var(--paper); color: var(--soft); cursor: default; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.row { display: flex; flex-wrap: wrap; align-items: end; gap: .6rem 1rem; margin: 0 0 .8rem; }
.row p { margin: 0; min-width: 0; }
.row[role="group"], p.row { align-items: center; }
.check { display: flex; align-items: center; gap: .4rem; min-height: 2.2rem; }
.check input { width: 1.2rem; height: 1.2rem; margin: 0; accent-color: var(--link); }
.check label { font-weight: 400; }
#keys { color: var(--soft); }
#status:empty, #error:empty { display: none; }
#status { padding: .6rem .8rem; background: var(--faint); border-left: 4px solid var(--line); }
#error { padding: .6rem .8rem; border: 2px solid var(--red); color: var(--red); font-weight: 600; }
.panels { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr)); gap: 1rem; align-items: start; }
.texts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: 0 1rem; }
.panels[hidden] { display: none; }
section { min-width: 0; padding: .8rem; border: 1px solid var(--line); border-radius: 4px; }
pre { margin: 0; font: .85rem/1.5 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; }
mark { background: none; color: inherit; font-weight: 700; text-decoration: underline; text-underline-offset: 2px; }
`;
