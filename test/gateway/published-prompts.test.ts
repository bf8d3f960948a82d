import { createHash } from 'node:crypto';
import { aws_kms as kms } from 'aws-cdk-lib';
import type { ApprovedPrompt } from '../../lib/bedrock/approved-prompt';
import { ApprovedPrompts } from '../../lib/bedrock/approved-prompts';
import { AiGateway } from '../../lib/gateway/ai-gateway';
import { UseCase, type UseCaseProps } from '../../lib/gateway/use-case';
import { text } from '../encryption/policy-evaluator';
import { at, list, onlyResource, refusal, synthesize, testStack } from '../support/synthesize';
import { gatewayPlace, LETTER, modelsOf, SUMMARY } from './gateway-place';

const PROMPT: ApprovedPrompt = {
  name: 'summary',
  modelId: 'amazon.nova-lite-v1:0',
  text: 'Summarize for a colleague: {{note}}',
  variables: ['note'],
  approval: { by: 'clinical safety board', on: '2026-11-20', record: 'CSB-31' },
};

test('what Prompt Management has and what the gateway sends are one text with one approval', () => {
  const stack = testStack();
  const access = modelsOf(stack);
  new ApprovedPrompts(stack, 'Prompts', {
    access,
    dataClass: 'PHI',
    encryptionKey: new kms.Key(stack, 'Key'),
    prompts: [PROMPT],
  });
  const { manifest, promptTexts } = new UseCase(stack, 'UseCase', {
    ...SUMMARY,
    access,
    prompts: [{ version: 4, prompt: PROMPT }],
  });
  const [variant] = list(onlyResource(synthesize(stack), 'AWS::Bedrock::Prompt').Properties['Variants']);
  const [message] = list(at(variant, 'TemplateConfiguration', 'Chat', 'Messages'));
  const published = text(at(list(at(message, 'Content'))[0], 'Text'));
  expect(promptTexts).toEqual({ 'summary:4': published });
  const sha256 = createHash('sha256').update(published, 'utf8').digest('hex');
  expect(manifest.prompts).toEqual([{ id: 'summary', version: '4', sha256 }]);
});

test.each<[string, Partial<ApprovedPrompt>, Partial<UseCaseProps>?]>([
  ['a system prompt', { system: 'You write letters.' }],
  ['a temperature', { temperature: 0.5 }],
  ['tokens of its own', { maxTokens: 100 }],
  ['another model', { modelId: 'amazon.nova-micro-v1:0' }],
  ['a placeholder that is no field', { text: 'Write {{address}}.' }],
  ['no record of its approval', { approval: { ...PROMPT.approval, record: ' ' } }],
])('one with %s is refused, as it would not be what was approved', (_, change) => {
  const stack = testStack();
  const prompts = [{ version: 4, prompt: { ...PROMPT, ...change } }];
  const make = () => new UseCase(stack, 'UseCase', { ...SUMMARY, access: modelsOf(stack), prompts });
  expect(refusal(make).code).toBe('UseCasePrompt');
});

test('one version with two texts in two use cases is refused, and with one it is not', () => {
  const gatewayWith = (letter: string) => {
    const stack = testStack();
    const [prompt] = SUMMARY.prompts;
    const { props } = gatewayPlace(stack, [SUMMARY, { ...LETTER, prompts: [{ ...prompt, text: letter }] }]);
    return () => new AiGateway(stack, 'Gateway', props);
  };
  expect(refusal(gatewayWith('Write to {{name}}.')).code).toBe('PromptTwice');
  expect(gatewayWith(SUMMARY.prompts[0].text)).not.toThrow();
});
