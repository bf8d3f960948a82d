import { Construct } from 'constructs';
import { App, Stack } from 'aws-cdk-lib';
import { sourceOf } from '../../../lib/compliance/packs/source-of';

/** A construct that says it was made by way of these lines, in a stack that was made at /app/bin/app.ts:3. */
function made(...frames: readonly string[]): Construct {
  const stack = new Stack(new App({ analyticsReporting: false }), 'Stack');
  const construct = new Construct(stack, 'Thing');
  // only what is under test: the traces of this very test are taken out of the scope
  Object.defineProperty(stack.node, 'metadata', {
    value: [{ type: 'aws:cdk:creationStack', data: ['<anonymous> (/app/bin/app.ts:3:1)'] }],
  });
  if (frames.length > 0) construct.node.addMetadata('aws:cdk:creationStack', [...frames]);
  return construct;
}

test.each([
  ['new Store (/app/lib/store.ts:12:5)', 'lib/store.ts', 12],
  ['/app/lib/store.ts:12:5', 'lib/store.ts', 12],
  ['<anonymous> (file:///app/lib/store.ts:1:1)', 'lib/store.ts', 1],
  ['new Store (/app/lib/with space.ts:7:5)', 'lib/with space.ts', 7],
])('%s is a line of the app', (frame, file, line) => {
  expect(sourceOf(made(frame), '/app')).toEqual({ file, line });
});

test.each([
  '...new Bucket2 in aws-cdk-lib...',
  '...node internals...',
  'new Bucket (/app/node_modules/some-lib/index.js:1:2)',
  'new Bucket (/elsewhere/lib/store.ts:1:2)',
  'new Bucket (/application/lib/store.ts:1:2)',
  'new Bucket (node:internal/modules:1:2)',
  '(no user code in 10 frames, use --stack-trace-limit to capture more)',
  'new Store (/app/lib/store.ts:0:5)',
])('%s is none: the next frame counts', (frame) => {
  expect(sourceOf(made(frame, 'new Own (/app/lib/own.ts:4:2)'), '/app')).toEqual({
    file: 'lib/own.ts',
    line: 4,
  });
});

test('a construct without a line of its own has that of the nearest scope which has one', () => {
  expect(sourceOf(made(), '/app')).toEqual({ file: 'bin/app.ts', line: 3 });
  expect(sourceOf(made('...node internals...'), '/app')).toEqual({ file: 'bin/app.ts', line: 3 });
});

test('nothing is told of an app that lies elsewhere', () => {
  expect(sourceOf(made('new Store (/app/lib/store.ts:12:5)'), '/other')).toBeUndefined();
});
