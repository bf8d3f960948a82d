import { PassThrough } from 'node:stream';
import { Counter } from '../../bin/verbs/ledger/counter';

function terminal(isTTY: boolean) {
  const stderr = Object.assign(new PassThrough(), { isTTY });
  let now = 0;
  const counter = new Counter({ stderr, stdout: new PassThrough() }, () => now);
  return {
    counter,
    at: (milliseconds: number) => {
      now = milliseconds;
    },
    shown: () => String(stderr.read() ?? ''),
  };
}

test('records and their rate are drawn on a terminal, not more often than five times a second', () => {
  const { counter, at, shown } = terminal(true);
  at(199);
  counter.count(1_000);
  expect(shown()).toBe('');
  at(200);
  counter.count(2_000);
  expect(shown()).toBe('\r\u001b[2K2,000 records  10,000/s');
  at(399);
  counter.count(3_000);
  expect(shown()).toBe('');
  counter.clear();
  expect(shown()).toBe('\r\u001b[2K');
  counter.clear();
  expect(shown()).toBe('');
});

test('nothing is drawn where nobody looks', () => {
  const { counter, at, shown } = terminal(false);
  at(10_000);
  counter.count(1_000);
  counter.clear();
  expect(shown()).toBe('');
});
