import { optionsOf } from '../../../bin/try/options';
import { UsageError } from '../../../bin/verbs/verb';

const bedrock = ['--bedrock', '--model', 'amazon.nova-lite-v1:0', '--region', 'us-east-1'];

test('without options the stand-ins are walked through in a folder that git ignores', () => {
  expect(optionsOf([], {})).toEqual({
    help: false,
    folder: '.hipaa-ai-try',
    port: undefined,
    bedrock: undefined,
  });
});

test('the page has a port of its own, or the one that is given', () => {
  expect(optionsOf(['--serve'], {}).port).toBe(8377);
  expect(optionsOf(['--serve', '--port', '0'], {}).port).toBe(0);
  expect(optionsOf(['--serve', '--port', '65535'], {}).port).toBe(65_535);
});

test('Bedrock is asked in the Region given, else in that of the environment', () => {
  expect(optionsOf(bedrock, { AWS_REGION: 'eu-west-1' }).bedrock).toEqual({
    model: 'amazon.nova-lite-v1:0',
    region: 'us-east-1',
  });
  expect(optionsOf(bedrock.slice(0, 3), { AWS_REGION: 'eu-west-1' }).bedrock?.region).toBe('eu-west-1');
});

test('a guardrail is an id or ARN and the number of a version', () => {
  const arn = 'arn:aws:bedrock:us-east-1:111122223333:guardrail/gr1';
  expect(optionsOf([...bedrock, '--guardrail', `${arn}:12`], {}).bedrock?.guardrail).toEqual({
    id: arn,
    version: '12',
  });
  expect(optionsOf([...bedrock, '--guardrail', 'gr1:1'], {}).bedrock?.guardrail).toEqual({
    id: 'gr1',
    version: '1',
  });
});

test.each([
  [['--port', '1'], '--port goes with --serve'],
  [['--serve', '--port', '65536'], '--port must be a whole number from 0 to 65535'],
  [['--serve', '--port', '-1'], '--port'],
  [['--serve', '--port', '1.5'], '--port must be'],
  [['--serve', '--port', ''], '--port must be'],
  [['--model', 'm'], '--model, --region and --guardrail go with --bedrock'],
  [['--guardrail', 'g:1'], '--model, --region and --guardrail go with --bedrock'],
  [['--bedrock', '--region', 'us-east-1'], '--bedrock needs --model'],
  [['--bedrock', '--model', 'm'], '--bedrock needs --region'],
  [['--bedrock', '--model', 'a b', '--region', 'us-east-1'], '--model is no id or ARN of a model'],
  [[...bedrock, '--guardrail', 'g:DRAFT'], '--guardrail must be ID:VERSION'],
  [[...bedrock, '--guardrail', 'g'], '--guardrail must be ID:VERSION'],
  [['--what'], "Unknown option '--what'"],
  [['more'], 'more'],
])('%j is refused in words', (args, words) => {
  expect(() => optionsOf(args, {})).toThrow(UsageError);
  expect(() => optionsOf(args, {})).toThrow(words);
});
