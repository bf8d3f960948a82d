import { Tags } from 'aws-cdk-lib';
import { PROFILES } from '../../../lib/compliance/profile';
import { ruleSet } from '../../../lib/compliance/rule-set';
import { RULES } from '../../../lib/compliance/rules/registry';
import type { JsonObject } from '../../../lib/compliance/template/json';
import { TAGS } from '../../../lib/contract/tags';
import { assemblyOf, judgedOnTheDay } from '../../support/judge-template';
import { synthesize, testStack } from '../../support/synthesize';
import { KnowledgeEstate } from './estate';

/** What surrounds the constructs is judged elsewhere. */
const AROUND = /^(?:Keys|Around|Guardrail|FunctionKey|LogKey)/u;

/** Not on the list of eligible services by a name of its own; docs/knowledge-bases.md says what to do. */
const NOT_LISTED = ['VectorBucket', 'Index', 'VectorBucketPolicy'].map(
  (name) => `governance-eligible-service: AWS::S3Vectors::${name}`,
);

const body = (kind: 'index' | 'collection'): JsonObject => {
  const stack = testStack();
  Tags.of(stack).add(TAGS.stage, 'production');
  new KnowledgeEstate(stack, kind).addAccountSettings();
  return synthesize(stack) as unknown as JsonObject;
};

describe.each([
  ['index', NOT_LISTED],
  ['collection', []],
] as const)('over a store of the kind %s', (kind, accepted) => {
  const template = body(kind);

  test.each(PROFILES)('knowledge base and agent break no rule of the profile %s', (profile) => {
    const { rules } = ruleSet(RULES, { profile });
    const broken = judgedOnTheDay(assemblyOf(template), rules)
      .filter(
        ({ verdict, resource }) =>
          (verdict === 'finding' || verdict === 'unknown') && !AROUND.test(resource.logicalId),
      )
      .map(({ rule, resource }) => `${rule.id}: ${resource.type}`);
    expect(broken).toEqual(accepted);
  });

  test.each([
    'bedrock-agent-action-executor',
    'bedrock-agent-guardrail',
    'bedrock-customer-key',
    'bedrock-data-source-owner',
    'bedrock-knowledge-base-logged',
    'bedrock-knowledge-base-role-narrow',
    'iam-trust-confused-deputy',
    kind === 'index' ? 's3vectors-vectors-customer-key' : 'opensearchserverless-network-policy-narrow',
  ])('%s sees something that meets it', (id) => {
    const { rules } = ruleSet(RULES, { only: [id] });
    expect(judgedOnTheDay(assemblyOf(template), rules).map(({ verdict }) => verdict)).toContain('compliant');
  });
});
