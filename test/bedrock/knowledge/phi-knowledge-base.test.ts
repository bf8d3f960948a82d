import type { PhiKnowledgeBaseProps } from '../../../lib/bedrock/knowledge/phi-knowledge-base';
import { text } from '../../encryption/policy-evaluator';
import {
  at,
  list,
  onlyResource,
  refusal,
  resourcesOf,
  synthesize,
  testStack,
  type CloudTemplate,
  type Json,
} from '../../support/synthesize';
import { EMBEDDING, EMBEDDING_PROFILE, LITE, PRO } from '../approved-models';
import { KnowledgePlace } from './place';

const BASE = 'AWS::Bedrock::KnowledgeBase';
const SOURCE = 'AWS::Bedrock::DataSource';

function made(change: Partial<PhiKnowledgeBaseProps> = {}, dimension = 1024): CloudTemplate {
  const stack = testStack();
  const place = new KnowledgePlace(stack);
  place.knowledgeBase(place.index({ dimension }), change);
  return synthesize(stack);
}

const template = made();
const base = onlyResource(template, BASE);
const source = onlyResource(template, SOURCE);

test('it embeds with the approved model of its own Region, in vectors of the size of its store', () => {
  const vector = at(base.Properties['KnowledgeBaseConfiguration'], 'VectorKnowledgeBaseConfiguration');
  expect(text(at(vector, 'EmbeddingModelArn'))).toBe(
    `arn:aws:bedrock:us-east-1::foundation-model/${EMBEDDING.modelId}`,
  );
  expect(at(vector, 'EmbeddingModelConfiguration', 'BedrockEmbeddingModelConfiguration', 'Dimensions')).toBe(
    1024,
  );
});

test('it reads one bucket of this account, and its vectors go with their documents', () => {
  expect(source.Properties['DataDeletionPolicy']).toBe('DELETE');
  const s3 = at(source.Properties['DataSourceConfiguration'], 'S3Configuration');
  expect(at(s3, 'BucketOwnerAccountId')).toEqual({ Ref: 'AWS::AccountId' });
  expect(s3).not.toHaveProperty('InclusionPrefixes');
});

test('what Bedrock holds while it reads is under a customer-managed key', () => {
  expect(text(at(source.Properties['ServerSideEncryptionConfiguration'], 'KmsKeyArn'))).toMatch(
    /^<KeysData/u,
  );
});

test('documents are cut by Bedrock and parsed by no model', () => {
  const ingestion = source.Properties['VectorIngestionConfiguration'];
  expect(ingestion).toEqual({
    ChunkingConfiguration: {
      ChunkingStrategy: 'FIXED_SIZE',
      FixedSizeChunkingConfiguration: { MaxTokens: 300, OverlapPercentage: 20 },
    },
  });
});

test('a prefix narrows what is read and what the role may read', () => {
  const narrowed = made({ prefix: 'reviewed/' });
  const s3 = at(
    onlyResource(narrowed, SOURCE).Properties['DataSourceConfiguration'],
    'S3Configuration',
    'InclusionPrefixes',
  );
  expect(s3).toEqual(['reviewed/']);
  const statements = list(
    at(onlyResource(narrowed, 'AWS::IAM::ManagedPolicy').Properties['PolicyDocument'], 'Statement'),
  );
  const bySid = (sid: string) => statements.find((each) => at(each, 'Sid') === sid);
  expect(text(at(bySid('ReadDocuments'), 'Resource'))).toMatch(/\/reviewed\/\*$/u);
  expect(at(bySid('ListDocuments'), 'Condition', 'StringLike')).toEqual({ 's3:prefix': 'reviewed/*' });
});

test('its log goes to a log group under a key, which only the delivery of this account writes', () => {
  const delivery = onlyResource(template, 'AWS::Logs::DeliverySource');
  expect(delivery.Properties['LogType']).toBe('APPLICATION_LOGS');
  expect(text(delivery.Properties['ResourceArn'])).toMatch(/KnowledgeBaseArn>$/u);
  const group = onlyResource(template, 'AWS::Logs::LogGroup');
  expect(text(group.Properties['KmsKeyId'])).toMatch(/^<KeysLogs/u);
  expect(group.Properties['RetentionInDays']).toBe(2192);
  expect(tagsOf(group.Properties)['hipaa-ai:data-class']).toBe('LOG');
  expect(JSON.stringify(onlyResource(template, 'AWS::Logs::ResourcePolicy').Properties)).toContain(
    'aws:SourceAccount',
  );
});

function tagsOf(properties: Readonly<Record<string, Json>>): Readonly<Record<string, string>> {
  const tags = properties['Tags'];
  if (!Array.isArray(tags)) return (tags ?? {}) as Readonly<Record<string, string>>;
  return Object.fromEntries(
    list(tags as readonly Json[]).map((tag) => [text(at(tag, 'Key')), text(at(tag, 'Value'))]),
  );
}

test('knowledge base and vectors say what they hold', () => {
  for (const type of [BASE, 'AWS::S3Vectors::VectorBucket', 'AWS::S3Vectors::Index'])
    expect([type, tagsOf(onlyResource(template, type).Properties)['hipaa-ai:data-class']]).toEqual([
      type,
      'REDACTED',
    ]);
});

test.each([
  BASE,
  SOURCE,
  'AWS::IAM::Role',
  'AWS::IAM::ManagedPolicy',
  'AWS::S3Vectors::VectorBucket',
  'AWS::S3Vectors::VectorBucketPolicy',
  'AWS::S3Vectors::Index',
  'AWS::Logs::LogGroup',
  'AWS::Logs::DeliverySource',
  'AWS::Logs::DeliveryDestination',
  'AWS::Logs::Delivery',
])('%s outlives the stack', (type) => {
  const { DeletionPolicy, UpdateReplacePolicy } = onlyResource(template, type);
  expect([DeletionPolicy, UpdateReplacePolicy]).toEqual(['RetainExceptOnCreate', 'Retain']);
});

test('Bedrock makes it only when its role is complete and its store is open to the role', () => {
  const waits = (base.DependsOn ?? []).map((id) => template.Resources[id]?.Type);
  expect(waits).toEqual(
    expect.arrayContaining(['AWS::IAM::ManagedPolicy', 'AWS::S3Vectors::VectorBucketPolicy']),
  );
});

test('another model or size of vector makes another knowledge base beside the one that stays', () => {
  const name = (each: CloudTemplate) => onlyResource(each, BASE).Properties['Name'];
  expect(name(made())).toBe(name(template));
  expect(name(made({}, 512))).not.toBe(name(template));
  expect(text(name(template))).toMatch(/^guidelines-[0-9a-f]{8}$/u);
});

test('a model whose vectors have one size is not told which', () => {
  const stack = testStack();
  const place = new KnowledgePlace(stack, 'PHI');
  place.knowledgeBase(place.index({ dimension: 7 }), { embeddingModelId: LITE.modelId });
  expect(
    at(
      onlyResource(synthesize(stack), BASE).Properties['KnowledgeBaseConfiguration'],
      'VectorKnowledgeBaseConfiguration',
    ),
  ).not.toHaveProperty('EmbeddingModelConfiguration');
});

test('nothing grants what nobody asked for', () => {
  const allowed = resourcesOf(template, 'AWS::IAM::ManagedPolicy')
    .flatMap(({ Properties }) => list(at(Properties['PolicyDocument'], 'Statement')))
    .filter((statement) => at(statement, 'Effect') === 'Allow');
  expect(allowed.length).toBeGreaterThan(0);
  expect(JSON.stringify(allowed)).not.toMatch(/RetrieveAndGenerate|"bedrock:Retrieve"|"Resource":"\*"/u);
  expect(resourcesOf(template, 'AWS::IAM::Policy')).toEqual([]);
});

describe('is refused', () => {
  const code = (change: Partial<PhiKnowledgeBaseProps>, dimension?: number) =>
    refusal(() => made(change, dimension)).code;

  test.each(['', 'a b', '-a', 'a--b', 'a'.repeat(91)])('with the name "%s"', (name) => {
    expect(code({ name })).toBe('KnowledgeBaseName');
  });

  test('over documents or vectors of another class', () => {
    expect(code({ dataClass: 'PHI' })).toBe('KnowledgeBaseClass');
    const stack = testStack();
    const place = new KnowledgePlace(stack);
    expect(refusal(() => place.knowledgeBase(place.index({ dataClass: 'PHI' }))).code).toBe(
      'KnowledgeBaseClass',
    );
  });

  test('with an embedding model that is not approved for the class, or not known', () => {
    expect(code({ embeddingModelId: PRO.modelId })).toBe('EmbeddingModel');
    expect(code({ embeddingModelId: 'amazon.titan-embed-text-v1' })).toBe('EmbeddingModel');
  });

  test('with an embedding model that may answer in another Region', () => {
    expect(code({ embeddingModelId: EMBEDDING_PROFILE.modelId })).toBe('EmbeddingProfile');
  });

  test('in a Region in which the model is not approved', () => {
    const place = new KnowledgePlace(testStack({ env: { region: 'us-west-2' } }));
    expect(refusal(() => place.knowledgeBase(place.index())).code).toBe('EmbeddingRegion');
  });

  test.each([255, 768, 1536])('over vectors of %i numbers, which the model does not make', (dimension) => {
    expect(code({}, dimension)).toBe('EmbeddingDimension');
  });

  test.each(['reviewed', `${'a'.repeat(300)}/`])('with the prefix "%s"', (prefix) => {
    expect(code({ prefix })).toBe('KnowledgeBasePrefix');
  });

  test.each([
    [19, 20],
    [8193, 20],
    [300.5, 20],
    [300, 0],
    [300, 100],
  ])('with chunks of %d tokens that overlap by %d percent', (maxTokens, overlapPercentage) => {
    expect(code({ chunking: { maxTokens, overlapPercentage } })).toBe('Chunking');
  });

  test('over a store that another knowledge base has', () => {
    const place = new KnowledgePlace(testStack());
    const store = place.index();
    store.openTo(place.bedrockRole('Other'));
    expect(refusal(() => place.knowledgeBase(store)).code).toBe('VectorStoreTaken');
  });
});

test.each(['a', 'a'.repeat(90), 'a-b_c'])('the name "%s" is taken', (name) => {
  expect(text(onlyResource(made({ name }), BASE).Properties['Name'])).toMatch(new RegExp(`^${name}-`, 'u'));
});

test.each([
  [20, 1],
  [8192, 99],
])('chunks of %d tokens that overlap by %d percent are taken', (maxTokens, overlapPercentage) => {
  expect(() => made({ chunking: { maxTokens, overlapPercentage } })).not.toThrow();
});

test.each([256, 512])('vectors of %d numbers are taken: the model makes them', (dimension) => {
  expect(() => made({}, dimension)).not.toThrow();
});

test('a prefix of 300 characters is taken', () => {
  expect(() => made({ prefix: `${'a'.repeat(299)}/` })).not.toThrow();
});
