import { askModels, ATTEMPT_MS, MOST_ATTEMPTS, RESERVE_MS } from '../../../lambda/gateway/model/ask-model';
import { ModelError, type ModelCall, type ModelFailure } from '../../../lambda/gateway/model/model';

const CALL: Omit<ModelCall, 'model'> = {
  system: '',
  blocks: [],
  maxOutputTokens: 1,
  guardrail: undefined,
  metadata: {},
};

function room(random = 0.5) {
  const state = { time: 0, end: 100_000, slept: [] as number[], asked: [] as string[], told: [] as string[] };
  const asking = {
    models: ['one', 'two'] as const,
    remaining: () => state.end - state.time,
    clock: {
      now: () => state.time,
      random: () => random,
      wait: (ms: number) => {
        state.slept.push(ms);
        state.time += ms;
        return Promise.resolve();
      },
    },
    attempt: (model: string, attempts: number, fallback: boolean) => {
      state.told.push(`${model} ${attempts} ${fallback}`);
    },
  };
  const ask = (...failures: readonly (ModelFailure | 'odd' | 'fine')[]) =>
    askModels({ ...asking, models: [...asking.models] as [string, string] }, CALL, ({ model }) => {
      const failure = failures[state.asked.push(model) - 1] ?? 'fine';
      if (failure === 'fine') return Promise.resolve(model);
      return Promise.reject(failure === 'odd' ? new Error('Quillfeather') : new ModelError(failure));
    });
  return { state, ask };
}

test('a model that answers is asked once', async () => {
  const { state, ask } = room();
  expect(await ask()).toBe('one');
  expect(state.told).toEqual(['one 1 false']);
});

test('a busy model is asked again after random parts of doubling pauses, then the next one', async () => {
  const { state, ask } = room();
  expect(await ask('throttled', 'throttled', 'failed')).toBe('two');
  expect(state.asked).toEqual(['one', 'one', 'one', 'two']);
  expect(state.slept).toEqual([100, 200]);
  expect(state.told.at(-1)).toBe('two 4 true');
});

test('a pause may be of no length, and is never longer than five seconds', async () => {
  const { state, ask } = room(0);
  await ask('throttled');
  expect(state.slept).toEqual([]);
});

test('a silent model is asked no second time', async () => {
  const { state, ask } = room();
  expect(await ask('timed-out')).toBe('two');
  expect(state.asked).toEqual(['one', 'two']);
});

test('a call that would be refused again is refused at once, and no other model asked', async () => {
  const { state, ask } = room();
  await expect(ask('rejected')).rejects.toMatchObject({ code: 'MODEL_REJECTED' });
  expect(state.asked).toEqual(['one']);
});

test.each([
  ['throttled', 'MODEL_THROTTLED'],
  ['failed', 'MODEL_FAILED'],
  ['timed-out', 'MODEL_TIMED_OUT'],
  ['odd', 'MODEL_FAILED'],
] as const)('when all are %s the last failure is told, without its words', async (failure, code) => {
  const { ask } = room();
  const failures = Array<typeof failure>(2 * MOST_ATTEMPTS).fill(failure);
  await expect(ask(...failures)).rejects.toMatchObject({
    code,
    message: expect.not.stringContaining('Quill') as unknown,
  });
});

test('nobody is asked once only the time for recording is left', async () => {
  const { state, ask } = room();
  state.end = RESERVE_MS;
  await expect(ask()).rejects.toMatchObject({ code: 'MODEL_TIMED_OUT' });
  expect(state.asked).toEqual([]);
  state.end = RESERVE_MS + 1;
  expect(await ask()).toBe('one');
});

test('a pause that would eat the time for recording is not begun', async () => {
  const { state, ask } = room();
  state.end = RESERVE_MS + 100;
  await expect(ask('throttled')).rejects.toMatchObject({ code: 'MODEL_THROTTLED' });
  expect(state.slept).toEqual([]);
});

test('an attempt ends when its time is over, whatever the client does about its signal', async () => {
  const asking = {
    models: ['one'] as const,
    remaining: () => RESERVE_MS + 40,
    clock: { now: Date.now, random: () => 0, wait: () => Promise.resolve() },
  };
  let aborted = false;
  const silent = askModels({ ...asking, models: ['one'] }, CALL, (_, signal) => {
    signal.addEventListener('abort', () => {
      aborted = true;
    });
    return new Promise<never>(() => undefined);
  });
  await expect(silent).rejects.toMatchObject({ code: 'MODEL_TIMED_OUT' });
  expect(aborted).toBe(true);
  expect(ATTEMPT_MS).toBe(60_000);
});
