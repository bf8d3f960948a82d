import { aws_kms as kms } from 'aws-cdk-lib';
import { DeniedDoors } from '../../lib/bedrock/denied-doors';
import { GuardedModels } from '../../lib/bedrock/guarded-models';
import { ModelAccess } from '../../lib/bedrock/model-access';
import { ModelBoundary } from '../../lib/bedrock/model-boundary';
import { PhiGuardrail } from '../../lib/bedrock/phi-guardrail';
import { TAKES_NO_GUARDRAIL } from '../../lib/contract/guardrail';
import { ACCOUNT, decide, REGION, text } from '../encryption/policy-evaluator';
import { onlyResource, synthesize, testStack, type Json } from '../support/synthesize';
import { ALLOWED_REGIONS, LITE, TODAY } from './approved-models';

const model = (id: string) => `arn:aws:bedrock:${REGION}::foundation-model/${id}`;
const TEXT = model('amazon.nova-lite-v1:0');
const EMBEDDING = model('amazon.titan-embed-text-v2:0');

test.each([
  'amazon.titan-embed-text-v2:0',
  'amazon.nova-2-multimodal-embeddings-v1:0',
  'cohere.embed-v4:0',
  'cohere.rerank-v3-5:0',
  'amazon.rerank-v1:0',
  EMBEDDING,
  `arn:aws:bedrock:${REGION}:111122223333:inference-profile/us.cohere.embed-v4:0`,
])('%s takes no guardrail', (id) => {
  expect(TAKES_NO_GUARDRAIL.test(id)).toBe(true);
});

test.each([
  'amazon.nova-lite-v1:0',
  'embedded.model-v1',
  'acme.embedder-v1:0',
  'acme.unembed-v1:0',
  TEXT,
  '*',
  model('*'),
  model('amazon.*-embed'),
  'arn:aws:bedrock:us-east-1:111122223333:custom-model/amazon.titan-embed-v1/abc',
])('%s is asked for one', (id) => {
  expect(TAKES_NO_GUARDRAIL.test(id)).toBe(false);
});

describe('the pair of statements', () => {
  const stack = testStack();
  const guardrail = new PhiGuardrail(stack, 'Guardrail', {
    name: 'invented',
    encryptionKey: new kms.Key(stack, 'Key'),
  });
  const identifier = text(stack.resolve(guardrail.identifier) as Json);
  const everything = { Effect: 'Allow', Action: '*', Resource: '*' };

  function ask(resource: string, context: Readonly<Record<string, string>>, models = [TEXT, EMBEDDING]) {
    const pair = new GuardedModels(models, guardrail);
    const own = [...pair.allow({ 'aws:SourceVpce': 'vpce-1' }), pair.denyWithout()].map(
      (each) => stack.resolve(each.toStatementJson()) as Json,
    );
    const request = { action: 'bedrock:InvokeModel', resource, context };
    return {
      alone: decide({ Statement: own }, request),
      widened: decide({ Statement: [...own, everything] }, request),
    };
  }
  const WITH = { 'bedrock:GuardrailIdentifier': identifier, 'aws:SourceVpce': 'vpce-1' };

  test('lets a model be called with the numbered guardrail', () => {
    expect(ask(TEXT, WITH)).toEqual({ alone: 'allowed', widened: 'allowed' });
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ['without it', { 'aws:SourceVpce': 'vpce-1' }],
    ['with another', { ...WITH, 'bedrock:GuardrailIdentifier': 'arn:aws:bedrock:x:x:guardrail/other:1' }],
    ['with its draft', { ...WITH, 'bedrock:GuardrailIdentifier': identifier.replace(/:[^:]*$/u, ':DRAFT') }],
  ])('denies a call %s, whatever else is allowed', (_, context) => {
    expect(ask(TEXT, context)).toEqual({ alone: 'denied', widened: 'denied' });
  });

  test('lets a model of embeddings be called without one, under the other conditions', () => {
    expect(ask(EMBEDDING, { 'aws:SourceVpce': 'vpce-1' }).alone).toBe('allowed');
    expect(ask(EMBEDDING, {}).alone).toBe('not allowed');
  });

  test('denies a model of embeddings that is not among them', () => {
    expect(ask(EMBEDDING, {}, [TEXT])).toEqual({ alone: 'denied', widened: 'denied' });
    expect(ask(model('cohere.embed-v4:0'), {})).toEqual({ alone: 'denied', widened: 'denied' });
  });

  test('allows nothing for no models', () => {
    expect(new GuardedModels([], guardrail).allow()).toEqual([]);
  });
});

describe('a boundary over a list with a model of embeddings', () => {
  const stack = testStack();
  const encryptionKey = new kms.Key(stack, 'Key');
  const guardrail = new PhiGuardrail(stack, 'Guardrail', { name: 'invented', encryptionKey });
  const profile = { id: 'us.cohere.embed-v4:0', destinationRegions: ALLOWED_REGIONS };
  new ModelBoundary(stack, 'Boundary', {
    access: new ModelAccess(stack, 'Models', {
      models: [
        LITE,
        { ...LITE, modelId: 'amazon.titan-embed-text-v2:0' },
        { ...LITE, modelId: 'cohere.embed-v4:0', inferenceProfile: profile },
      ],
      allowedRegions: ALLOWED_REGIONS,
      today: TODAY,
    }),
    dataClass: 'PHI',
    guardrail,
    doors: new DeniedDoors(stack, 'Doors'),
    maximum: [],
  });
  const policy = onlyResource(synthesize(stack), 'AWS::IAM::ManagedPolicy').Properties['PolicyDocument'];
  const ask = (id: string, context: Readonly<Record<string, string>> = {}) =>
    decide(policy, { action: 'bedrock:InvokeModel', resource: model(id), context });

  test('lets it be called without the guardrail, and the others with it only', () => {
    const identifier = text(stack.resolve(guardrail.identifier) as Json);
    expect(ask('amazon.titan-embed-text-v2:0')).toBe('allowed');
    expect(ask(LITE.modelId)).toBe('denied');
    expect(ask(LITE.modelId, { 'bedrock:GuardrailIdentifier': identifier })).toBe('allowed');
  });

  test('lets one with a profile be called through it alone', () => {
    const through = `arn:aws:bedrock:${REGION}:${ACCOUNT}:inference-profile/${profile.id}`;
    expect(ask('cohere.embed-v4:0')).toBe('not allowed');
    expect(ask('cohere.embed-v4:0', { 'bedrock:InferenceProfileArn': through })).toBe('allowed');
  });
});
