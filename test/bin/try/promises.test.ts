import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openHome } from '../../../bin/try/home';
import { LOCAL_MODELS, openPlace, type Models, type Place } from '../../../bin/try/place';
import { promises, type Promised } from '../../../bin/try/promises';
import { PLANTED, steps, type Step } from '../../../bin/try/steps';
import { checkLedger, walk, type CheckedLedger, type Walked } from '../../../bin/try/walk';

jest.setTimeout(60_000);

const work = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-promises-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

interface Done {
  readonly place: Place;
  readonly log: string[];
  readonly walked: readonly Walked[];
  readonly checked: CheckedLedger;
}

async function done(
  name: string,
  given: readonly Step[] = steps(true),
  models: Models = LOCAL_MODELS,
): Promise<Done> {
  const log: string[] = [];
  const place = openPlace(openHome(path.join(work, name)), models, (line) => log.push(line));
  const walked = await walk(place, given, () => undefined);
  await place.close();
  return { place, log, walked, checked: await checkLedger(place) };
}

function broken({ place, log, walked, checked }: Done, planted?: readonly string[]): readonly Promised[] {
  return promises({ ...place, log }, walked, checked, planted).filter((each) => each.broken.length > 0);
}

const words = (all: readonly Promised[]): readonly string[] => all.map((each) => each.words);

test('all hold of the five requests', async () => {
  expect(broken(await done('whole'))).toEqual([]);
});

describe('of what went otherwise', () => {
  let whole: Done;
  beforeAll(async () => {
    whole = await done('otherwise');
  });

  test('a word that reached the model breaks the promise of planted identifiers, naming the requests', () => {
    const [found] = broken(whole, [...PLANTED, 'BP 140/90']);
    expect(found).toEqual({ words: 'none of 9 planted identifiers reached a model', broken: ['request 2'] });
  });

  test('an identifier in a log line is found', () => {
    const all = broken({ ...whole, log: [...whole.log, '{"note":"Marlowe"}'] });
    expect(all).toEqual([
      { words: 'no log line, no problem and no file holds one of them', broken: ['a log line'] },
    ]);
  });

  test('an identifier in a file is found, by the name of the file', () => {
    const file = path.join(whole.place.home.root, 'left-over.txt');
    writeFileSync(file, 'Vantongeren');
    expect(broken(whole)).toEqual([
      { words: 'no log line, no problem and no file holds one of them', broken: [file] },
    ]);
    rmSync(file);
  });

  test('a request without a record in the ledger is named', () => {
    const kinds = new Map(whole.checked.kinds);
    kinds.delete(whole.walked[2]?.seen.requestId ?? '');
    expect(broken({ ...whole, checked: { ...whole.checked, kinds } })).toEqual([
      { words: 'each request has its record, which the ledger proves', broken: ['request 3'] },
    ]);
  });

  test('a model that is asked for a request to be refused is named', () => {
    const [first, ...rest] = whole.walked;
    if (first === undefined) throw new Error('no request');
    const walked = [{ ...first, step: { ...first.step, expected: 'PURPOSE_REFUSED' as const } }, ...rest];
    expect(words(broken({ ...whole, walked }))).toEqual([
      'each request ended as announced',
      'no model was asked for what was refused',
    ]);
  });

  test('a leak that left, or that nobody counted, is found', () => {
    const leaked = whole.walked.map((each) => ({ ...each, seen: { ...each.seen, pieces: ['Dorian'] } }));
    expect(words(broken({ ...whole, walked: leaked }))).toContain(
      'what the model leaked was said by it, did not leave, and was counted',
    );
    const uncounted = whole.walked.map((each) => ({ ...each, seen: { ...each.seen, record: undefined } }));
    expect(words(broken({ ...whole, walked: uncounted }))).toContain(
      'what the model leaked was said by it, did not leave, and was counted',
    );
  });
});

const [note] = steps(true);
if (note === undefined) throw new Error('no request');
const asked = (changes: object): Step => ({ ...note, request: { ...note.request, ...changes } });

test('a model that says nothing is left in time, and refused with a record', async () => {
  const { walked } = await done('silent', [asked({ model: 'stand-in.silent' })]);
  expect(walked[0]?.seen.problem).toMatchObject({ status: 504, code: 'MODEL_TIMED_OUT' });
  expect(walked[0]?.seen.record?.entry.decision).toMatchObject({
    outcome: 'refused',
    code: 'MODEL_TIMED_OUT',
  });
});

test('a stream that falls silent breaks off, with what had left by then', async () => {
  const { walked } = await done('stalled', [asked({ model: 'stand-in.silent', stream: true })]);
  expect(walked[0]?.seen.pieces.length).toBeGreaterThan(1);
  expect(walked[0]?.seen.problem?.code).toBe('MODEL_TIMED_OUT');
  expect(walked[0]?.seen.record?.entry.kind).toBe('refusal');
});

test('a model that is busy is asked three times, and then the next one of the use case', async () => {
  const { walked, place } = await done('busy', [asked({ model: 'stand-in.busy' })], {
    ...LOCAL_MODELS,
    time: 30_000,
  });
  expect(walked[0]?.seen.problem).toBeUndefined();
  expect(walked[0]?.seen.calls.map(({ call }) => call.model)).toEqual([
    ...Array<string>(3).fill('stand-in.busy'),
    'stand-in.echo',
  ]);
  expect(walked[0]?.seen.record?.entry.model).toEqual({
    id: 'stand-in.echo',
    region: 'local',
    attempts: 4,
    fallback: true,
  });
  expect(place.watched.take(walked[0]?.seen.requestId ?? '')).toEqual([]);
});
