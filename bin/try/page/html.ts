import { markup, type Markup } from '../../../lib/compliance/evidence/html/markup';
import type { Models } from '../place';
import { STAND_INS } from '../stand-ins';

const WHAT: Readonly<Record<string, string>> = {
  [STAND_INS.echo]: 'repeats what it sees',
  [STAND_INS.leaks]: 'repeats a patient of somebody else',
  [STAND_INS.silent]: 'falls silent',
  [STAND_INS.busy]: 'is busy, so that the next one is asked',
};

const PANELS = [
  ['typed', 'What was typed'],
  ['seen', 'What the model sees, and says'],
  ['back', 'What comes back'],
  ['record', 'The ledger record'],
] as const;

/** The page. It has no script and no style of its own: both are files beside it. */
export function pageHtml({ ids, areStandIns, region }: Models): string {
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The gateway on this machine</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/style.css">
<script src="/script.js" defer></script>
</head>
<body>
<header>
<h1>The gateway on this machine</h1>
<p>Type what you would send to a model, and see what the gateway makes of it. <strong>Invented patients only:</strong> ${
    areStandIns
      ? 'the keys lie beside what they seal. Stand-ins answer; nothing leaves this machine.'
      : `the keys lie beside what they seal, and what is left after redaction goes to Amazon Bedrock in ${region}.`
  }</p>
</header>
<main>
<form id="ask" autocomplete="off">
<div class="texts">
<p><label for="text">Prompt</label>
<textarea id="text" rows="4" required spellcheck="false" aria-describedby="keys"></textarea></p>
<p><label for="letter">A letter that somebody else wrote (optional)</label>
<textarea id="letter" rows="4" spellcheck="false"></textarea></p>
</div>
<div class="row">
<p><label for="purpose">Purpose</label>
<select id="purpose"><option value="treatment">treatment</option><option value="operations">operations</option><option value="research">research (the use case is not for it)</option></select></p>
<p><label for="model">Model</label>
<select id="model">${ids.map(option)}</select></p>
<p class="check"><input type="checkbox" id="reidentify"><label for="reidentify">Put identifiers back</label></p>
<p class="check"><input type="checkbox" id="stream"><label for="stream">As a stream</label></p>
</div>
<div class="row" role="group" aria-labelledby="examples">
<span id="examples">Examples:</span>
<button type="button" data-example="note">a note</button>
<button type="button" data-example="orders">a letter with orders</button>
${areStandIns ? markup`<button type="button" data-example="leak">a model that leaks</button>` : undefined}
</div>
<p class="row"><button id="send">Ask</button> <span id="keys">Ctrl+Enter asks from the prompt.</span></p>
</form>
<p id="status" role="status"></p>
<p id="error" role="alert"></p>
<div class="panels" id="panels" hidden>
${PANELS.map(panel)}</div>
</main>
</body>
</html>
`.text;
}

function option(id: string): Markup {
  const what = WHAT[id];
  return markup`<option value="${id}">${id}${what === undefined ? undefined : `: ${what}`}</option>`;
}

function panel([id, title]: (typeof PANELS)[number]): Markup {
  return markup`<section aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2><div id="${id}"></div></section>
`;
}
