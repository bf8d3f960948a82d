import {
  isThrottling,
  MOST_ATTEMPTS,
  RequestPace,
  type Clock,
} from '../../../../lambda/redaction/detectors/request-pace';

/** A clock that stands still until somebody sleeps. */
class TestClock implements Clock {
  readonly slept: number[] = [];
  #time = 0;
  readonly now = (): number => this.#time;
  readonly random = (): number => 0.5;
  readonly sleep = async (milliseconds: number): Promise<void> => {
    this.slept.push(milliseconds);
    this.#time += milliseconds;
  };
}

const QUOTA = { requestsPerSecond: 10, charactersPerSecond: 1_000, concurrency: 2 };
const going = new AbortController().signal;

function throttled(): Error {
  return Object.assign(new Error('Qwelt'), { name: 'ThrottlingException' });
}

test('requests start no faster than their number allows', async () => {
  const clock = new TestClock();
  const pace = new RequestPace({ ...QUOTA, concurrency: 1 }, clock);
  for (let at = 0; at < 3; at++) await pace.run(1, going, () => Promise.resolve());
  expect(clock.slept).toEqual([100, 100]);
});

test('requests start no faster than their text allows', async () => {
  const clock = new TestClock();
  const pace = new RequestPace({ ...QUOTA, concurrency: 1 }, clock);
  for (let at = 0; at < 2; at++) await pace.run(500, going, () => Promise.resolve());
  expect(clock.slept).toEqual([500]);
});

test('no more requests than allowed are under way at once, and all are answered', async () => {
  const pace = new RequestPace(QUOTA, new TestClock());
  let running = 0;
  let most = 0;
  const answers = await Promise.all(
    Array.from({ length: 7 }, (_, at) =>
      pace.run(1, going, async () => {
        most = Math.max(most, ++running);
        await new Promise(setImmediate);
        running--;
        return at;
      }),
    ),
  );
  expect(most).toBe(2);
  expect(answers).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test('a throttled request is sent again, after pauses that grow and are drawn at random', async () => {
  const clock = new TestClock();
  let asked = 0;
  const answer = await new RequestPace({ ...QUOTA, requestsPerSecond: 1e6 }, clock).run(0, going, () =>
    ++asked < 4 ? Promise.reject(throttled()) : Promise.resolve('fine'),
  );
  expect(answer).toBe('fine');
  expect(clock.slept).toEqual([200, 400, 800]);
});

test('a request that stays throttled is given up, with pauses that stop growing', async () => {
  const clock = new TestClock();
  let asked = 0;
  const pace = new RequestPace(QUOTA, clock);
  await expect(
    pace.run(0, going, () => {
      asked++;
      return Promise.reject(throttled());
    }),
  ).rejects.toMatchObject({ name: 'ThrottlingException' });
  expect(asked).toBe(MOST_ATTEMPTS);
  expect(Math.max(...clock.slept)).toBeLessThanOrEqual(5_000);
});

test('any other error is final, and the place is free again', async () => {
  const pace = new RequestPace({ ...QUOTA, concurrency: 1 }, new TestClock());
  let asked = 0;
  await expect(
    pace.run(0, going, () => {
      asked++;
      return Promise.reject(new Error('no'));
    }),
  ).rejects.toThrow('no');
  expect(asked).toBe(1);
  await expect(pace.run(0, going, () => Promise.resolve('fine'))).resolves.toBe('fine');
});

test('once stopped nothing more is sent', async () => {
  const pace = new RequestPace(QUOTA, new TestClock());
  let asked = false;
  const request = (): Promise<void> => {
    asked = true;
    return Promise.resolve();
  };
  await expect(pace.run(0, AbortSignal.abort(), request)).rejects.toMatchObject({ name: 'AbortError' });
  expect(asked).toBe(false);
});

test.each([
  ['the name Comprehend Medical gives it', { name: 'TooManyRequestsException' }, true],
  ['the name Bedrock gives it', { name: 'ThrottlingException' }, true],
  ['the status 429', { $metadata: { httpStatusCode: 429 } }, true],
  ['no fault of the server', { name: 'InternalServerException', $metadata: { httpStatusCode: 500 } }, false],
])('throttling is known by %s', (_, error, expected) => {
  expect(isThrottling(Object.assign(new Error('x'), error))).toBe(expected);
});

test.each(['requestsPerSecond', 'charactersPerSecond', 'concurrency'])(
  'a quota with %s of 0 is refused',
  (limit) => {
    expect(() => new RequestPace({ ...QUOTA, [limit]: 0 })).toThrow(`${limit} is 0; give a number above 0`);
  },
);
