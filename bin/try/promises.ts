import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Place } from './place';
import { LEAKED } from './stand-ins';
import { PLANTED } from './steps';
import type { CheckedLedger, Walked } from './walk';

/** What a reader was promised, and why it does not hold. */
export interface Promised {
  readonly words: string;
  /** Empty: it holds. Numbers of requests, names of files and codes; never a value. */
  readonly broken: readonly string[];
}

/** Holds what happened against what was promised: nothing here is taken on trust. */
export function promises(
  { home, log, models }: Pick<Place, 'home' | 'models'> & { readonly log: readonly string[] },
  walked: readonly Walked[],
  { findings, kinds }: CheckedLedger,
  planted: readonly string[] = PLANTED,
): readonly Promised[] {
  const where = (holds: (each: Walked) => boolean): readonly string[] =>
    walked.flatMap((each, at) => (holds(each) ? [] : [`request ${at + 1}`]));
  const secrets = [...planted, ...LEAKED];
  const isClean = (text: string): boolean => !secrets.some((each) => text.includes(each));
  const all: readonly Promised[] = [
    { words: 'each request ended as announced', broken: where(endedAsAnnounced) },
    {
      words: `none of ${planted.length} planted identifiers reached a model`,
      broken: where(
        ({ seen }) =>
          !planted.some((each) => JSON.stringify(seen.calls.map(({ call }) => call)).includes(each)),
      ),
    },
    {
      words: 'no model was asked for what was refused',
      broken: where(({ step, seen }) => step.expected === 'answered' || seen.calls.length === 0),
    },
    {
      words: 'no log line, no problem and no file holds one of them',
      broken: [
        ...(isClean(log.join('')) ? [] : ['a log line']),
        ...where(({ seen }) => isClean(JSON.stringify(seen.problem ?? {}))),
        ...filesBelow(home.root).filter((file) => !isClean(contentOf(file))),
      ],
    },
    {
      words: 'each request has its record, which the ledger proves',
      broken: [
        ...where(({ seen }) => seen.record?.entry.requestId === seen.requestId && kinds.has(seen.requestId)),
        ...findings.map(({ code, key }) => `${code} ${key}`),
      ],
    },
  ];
  // what another model says is for it to say
  return models.areStandIns ? [...all, ...ofStandIns(where)] : all;
}

function ofStandIns(where: (holds: (each: Walked) => boolean) => readonly string[]): readonly Promised[] {
  return [
    {
      words: 'tokens were put back for the caller who may have it',
      broken: where(({ step, seen }) =>
        (step.restored ?? []).every((each) => seen.pieces.join('').includes(each)),
      ),
    },
    {
      words: 'what the model leaked was said by it, did not leave, and was counted',
      broken: where(
        ({ step, seen }) =>
          step.leaks !== true ||
          (LEAKED.every((each) => seen.calls.some(({ said }) => said.includes(each))) &&
            !LEAKED.some((each) => seen.pieces.join('').includes(each)) &&
            (seen.record?.entry.output?.leaks ?? 0) > 0),
      ),
    },
  ];
}

function endedAsAnnounced({ step, seen }: Walked): boolean {
  if (step.expected !== 'answered') return seen.problem?.code === step.expected;
  // a guardrail is there to say so
  return seen.problem === undefined || seen.problem.code === 'GUARDRAIL_BLOCKED';
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name));
}

/** Empty of a folder, and where it is gone: a page that runs beside has drafts. */
function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EISDIR') return '';
    throw error;
  }
}
