import { MOST_OWN_OUTPUTS, OwnOutputs } from '../../../lambda/redaction/own-outputs';

const subject = { reference: 'p' };

test('knows what was written for a subject, and for that object only', () => {
  const own = new OwnOutputs();
  own.add(subject, 'text');
  expect(own.has(subject, 'text')).toBe(true);
  expect(own.has(subject, 'Text')).toBe(false);
  expect(own.has({ ...subject }, 'text')).toBe(false);
});

test('tells lone surrogates apart', () => {
  const own = new OwnOutputs();
  own.add(subject, '\ud800');
  expect(own.has(subject, '\ud801')).toBe(false);
});

test('remembers as many as the limit says, and forgets the oldest', () => {
  const own = new OwnOutputs();
  for (let at = 0; at < MOST_OWN_OUTPUTS; at++) own.add(subject, String(at));
  expect(own.has(subject, '0')).toBe(true);
  own.add(subject, 'one more');
  expect([own.has(subject, '0'), own.has(subject, '1'), own.has(subject, 'one more')]).toEqual([
    false,
    true,
    true,
  ]);
});
