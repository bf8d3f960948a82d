import { text } from '../../encryption/policy-evaluator';
import {
  at,
  list,
  onlyResource,
  refusal,
  resourcesOf,
  synthesize,
  testStack,
  type Json,
} from '../../support/synthesize';
import { KnowledgePlace } from './place';

describe('PhiVectorIndex', () => {
  const stack = testStack();
  const place = new KnowledgePlace(stack);
  place.index().openTo(place.bedrockRole('Base'));
  const template = synthesize(stack);

  test('bucket and index are under the customer-managed key', () => {
    for (const type of ['AWS::S3Vectors::VectorBucket', 'AWS::S3Vectors::Index']) {
      const encryption = onlyResource(template, type).Properties['EncryptionConfiguration'];
      expect(at(encryption, 'SseType')).toBe('aws:kms');
      expect(text(at(encryption, 'KmsKeyArn'))).toMatch(/^<VectorKey/u);
    }
  });

  test('text and what Bedrock knows of it are no filters, so that a chunk may be longer than 2 KB', () => {
    expect(onlyResource(template, 'AWS::S3Vectors::Index').Properties).toMatchObject({
      DataType: 'float32',
      Dimension: 1024,
      DistanceMetric: 'cosine',
      MetadataConfiguration: {
        NonFilterableMetadataKeys: ['AMAZON_BEDROCK_TEXT', 'AMAZON_BEDROCK_METADATA'],
      },
    });
  });

  test('the policy of the bucket allows nobody anything', () => {
    const statements = list(
      at(onlyResource(template, 'AWS::S3Vectors::VectorBucketPolicy').Properties['Policy'], 'Statement'),
    );
    expect(statements.map((each) => at(each, 'Effect'))).toEqual(['Deny']);
  });

  test('S3 Vectors may decrypt for buckets of this account only', () => {
    const keys = resourcesOf(template, 'AWS::KMS::Key').flatMap(({ Properties }) =>
      list(at(Properties['KeyPolicy'], 'Statement')),
    );
    const [statement, ...others] = keys.filter(
      (each) => at(each, 'Principal', 'Service') === 'indexing.s3vectors.amazonaws.com',
    );
    expect(others).toEqual([]);
    expect(at(statement, 'Action')).toBe('kms:Decrypt');
    expect(at(statement, 'Condition', 'StringEquals')).toEqual({
      'aws:SourceAccount': { Ref: 'AWS::AccountId' },
    });
    expect(text(at(statement, 'Condition', 'ArnLike', 'aws:SourceArn'))).toBe(
      'arn:aws:s3vectors:us-east-1:111122223333:bucket/*',
    );
  });

  test.each([0, 4097, 1.5])('vectors of %d numbers are refused', (dimension) => {
    expect(refusal(() => new KnowledgePlace(testStack()).index({ dimension })).code).toBe('VectorDimension');
  });

  test.each([1, 4096])('vectors of %d numbers are taken', (dimension) => {
    expect(() => new KnowledgePlace(testStack()).index({ dimension })).not.toThrow();
  });
});

describe('PhiSearchCollection', () => {
  const stack = testStack();
  const place = new KnowledgePlace(stack);
  const { statements } = place
    .collection({ sourceVpcEndpointIds: ['vpce-0a1b2c3d'] })
    .openTo(place.bedrockRole('Base'));
  const template = synthesize(stack);
  const collection = onlyResource(template, 'AWS::OpenSearchServerless::Collection');
  const policies = (type: string) =>
    resourcesOf(template, type).map(({ Properties }) => ({
      name: text(Properties['Name']),
      policy: JSON.parse(text(Properties['Policy'])) as Json,
    }));
  const named = (type: string, name: string) => policies(type).find((each) => each.name === name)?.policy;
  const [ROLE] = Object.keys(template.Resources).filter((id) => id.startsWith('Base'));
  const SECURITY = 'AWS::OpenSearchServerless::SecurityPolicy';
  const ACCESS = 'AWS::OpenSearchServerless::AccessPolicy';

  test('it has replicas, is not deleted by mistake and outlives the stack', () => {
    expect(collection.Properties).toMatchObject({
      Type: 'VECTORSEARCH',
      StandbyReplicas: 'ENABLED',
      DeletionProtection: 'ENABLED',
    });
    expect([collection.DeletionPolicy, collection.UpdateReplacePolicy]).toEqual([
      'RetainExceptOnCreate',
      'Retain',
    ]);
  });

  test('its key is said before it is made', () => {
    const encryption = named(SECURITY, 'guidelines-enc');
    expect(at(encryption, 'AWSOwnedKey')).toBe(false);
    expect(text(at(encryption, 'KmsARN'))).toMatch(/^<VectorKey/u);
    const waits = (collection.DependsOn ?? []).map((id) => template.Resources[id]?.Type);
    expect(waits).toEqual([SECURITY, SECURITY]);
  });

  test('Bedrock and the named endpoint reach it, and nobody else; there is no dashboard', () => {
    expect(named(SECURITY, 'guidelines-net')).toEqual([
      {
        Rules: [{ ResourceType: 'collection', Resource: ['collection/guidelines'] }],
        AllowFromPublic: false,
        SourceServices: ['bedrock.amazonaws.com'],
        SourceVPCEs: ['vpce-0a1b2c3d'],
      },
    ]);
  });

  test('the knowledge base reads and writes documents of the one index', () => {
    expect(named(ACCESS, 'guidelines-kb')).toEqual([
      {
        Rules: [
          {
            ResourceType: 'collection',
            Resource: ['collection/guidelines'],
            Permission: ['aoss:DescribeCollectionItems'],
          },
          {
            ResourceType: 'index',
            Resource: ['index/guidelines/documents'],
            Permission: ['aoss:DescribeIndex', 'aoss:ReadDocument', 'aoss:WriteDocument'],
          },
        ],
        Principal: [`<${ROLE}.Arn>`],
      },
    ]);
    expect(statements.flatMap((each) => each.actions)).toEqual(['aoss:APIAccessAll']);
  });

  test('CloudFormation makes the index and reads no document', () => {
    const [entry] = list(named(ACCESS, 'guidelines-dep'));
    expect(at(entry, 'Rules', 0, 'Permission')).toEqual([
      'aoss:CreateIndex',
      'aoss:DescribeIndex',
      'aoss:UpdateIndex',
    ]);
    expect(text(at(entry, 'Principal', 0))).toMatch(/:role\/cdk-hnb659fds-cfn-exec-role-/u);
  });

  test('the index has what Bedrock asks for, and waits for the policy of who makes it', () => {
    const index = onlyResource(template, 'AWS::OpenSearchServerless::CollectionIndex');
    const schema = JSON.parse(text(index.Properties['IndexSchema'])) as Json;
    expect(at(schema, 'settings', 'index', 'knn')).toBe(true);
    expect(at(schema, 'mappings', 'properties', 'bedrock-knowledge-base-default-vector')).toMatchObject({
      type: 'knn_vector',
      dimension: 1024,
      method: { engine: 'faiss' },
    });
    expect(index.DependsOn?.map((id) => template.Resources[id]?.Type)).toEqual([ACCESS]);
  });

  test('without an endpoint Bedrock alone reaches it', () => {
    const alone = testStack();
    new KnowledgePlace(alone).collection();
    const network = resourcesOf(synthesize(alone), SECURITY).find(
      ({ Properties }) => Properties['Type'] === 'network',
    );
    expect(text(network?.Properties['Policy'])).not.toContain('SourceVPCEs');
  });

  test.each(['ab', 'Guidelines', '1ab', 'a_b', 'a'.repeat(29)])('the name "%s" is refused', (name) => {
    expect(refusal(() => new KnowledgePlace(testStack()).collection({ name })).code).toBe('CollectionName');
  });

  test.each(['abc', 'a'.repeat(28)])('the name "%s" is taken', (name) => {
    expect(() => new KnowledgePlace(testStack()).collection({ name })).not.toThrow();
  });

  test('a second knowledge base is refused', () => {
    const two = new KnowledgePlace(testStack());
    const store = two.collection();
    store.openTo(two.bedrockRole('One'));
    expect(refusal(() => store.openTo(two.bedrockRole('Two'))).code).toBe('VectorStoreTaken');
  });
});
