import { openHome } from './try/home';
import { optionsOf, USAGE, type BedrockOptions } from './try/options';
import { LOCAL_MODELS, openPlace, type Models, type Place } from './try/place';
import { promises } from './try/promises';
import { closing, opening, walkedText } from './try/render';
import { steps } from './try/steps';
import { checkLedger, walk } from './try/walk';
import { EXIT, UsageError, type ExitCode } from './verbs/verb';

const write = (text: string): void => {
  process.stdout.write(text);
};

async function main(argv: readonly string[]): Promise<ExitCode> {
  const { help, folder, port, bedrock } = optionsOf(argv, process.env);
  if (help) {
    write(USAGE);
    return EXIT.fine;
  }
  const models = await modelsOf(bedrock);
  const log: string[] = [];
  // the page keeps none: nobody looks
  const place = openPlace(openHome(folder), models, (line) => port === undefined && log.push(line));
  write(opening(place.home, whoAnswers(bedrock)));
  return port === undefined ? walkThrough(place, log) : serve(place, port);
}

async function modelsOf(bedrock: BedrockOptions | undefined): Promise<Models> {
  if (bedrock === undefined) return LOCAL_MODELS;
  return (await import('./try/bedrock.js')).bedrockModels(bedrock);
}

function whoAnswers(bedrock: BedrockOptions | undefined): string {
  return bedrock === undefined
    ? 'No account; stand-ins answer.'
    : `${bedrock.model} answers, on Amazon Bedrock in ${bedrock.region}.`;
}

async function walkThrough(place: Place, log: readonly string[]): Promise<ExitCode> {
  const walked = await walk(place, steps(place.models.areStandIns), (each, number) =>
    write(walkedText(each, number)),
  );
  await place.close();
  const checked = await checkLedger(place);
  const held = promises({ ...place, log }, walked, checked);
  write(closing(place.home, checked, held));
  return held.every(({ broken }) => broken.length === 0) ? EXIT.fine : EXIT.findings;
}

async function serve(place: Place, port: number): Promise<ExitCode> {
  const { servePage } = await import('./try/page/server.js');
  const page = await servePage(place, port);
  write(`Page: ${page.address}\nCtrl-C ends it.\n`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await page.close();
  await place.close();
  return EXIT.fine;
}

// what holds until it has said otherwise
process.exitCode = EXIT.ourFault;
main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const isTheirs = error instanceof UsageError;
    // of anything else a name alone: whatever it quotes may be of a request
    const name = error instanceof Error ? error.name : 'unknown error';
    process.stderr.write(`try: ${isTheirs ? error.message : `internal error: ${name}`}\n`);
    process.exitCode = isTheirs ? EXIT.badInput : EXIT.ourFault;
  },
);
