import type { Fault } from './fault';
import { remove } from './parts';

const NETWORK = {
  Rules: [{ ResourceType: 'collection', Resource: ['collection/guidelines'] }],
  AllowFromPublic: true,
};
const NODE = 'Definition.Nodes.0.Configuration.Prompt.GuardrailConfiguration';

export const KNOWLEDGE_FAULTS: readonly Fault[] = [
  {
    name: 'agent without a key',
    make: ({ knowledge }) => knowledge.agent.addPropertyDeletionOverride('CustomerEncryptionKeyArn'),
    findings: ['bedrock-customer-key Knowledge/Agent'],
  },
  {
    name: 'agent without a guardrail',
    make: ({ knowledge }) => knowledge.agent.addPropertyDeletionOverride('GuardrailConfiguration'),
    findings: ['bedrock-agent-guardrail Knowledge/Agent'],
  },
  {
    name: 'agent under the draft of a guardrail',
    insteadOf: 'agent without a guardrail',
    make: ({ knowledge }) =>
      knowledge.agent.addPropertyOverride('GuardrailConfiguration.GuardrailVersion', 'DRAFT'),
    findings: ['bedrock-agent-guardrail Knowledge/Agent'],
  },
  {
    name: 'agent on an imported model',
    make: ({ knowledge }) =>
      knowledge.agent.addPropertyOverride(
        'FoundationModel',
        'arn:aws:bedrock:us-east-1:111122223333:imported-model/abcdefgh1234',
      ),
    findings: ['bedrock-model-approved Knowledge/Agent'],
  },
  {
    name: 'flow without a guardrail',
    make: ({ knowledge }) => knowledge.flow.addPropertyDeletionOverride(NODE),
    findings: ['bedrock-flow-guardrail Knowledge/Flow'],
  },
  {
    name: 'flow under the draft of a guardrail',
    insteadOf: 'flow without a guardrail',
    make: ({ knowledge }) => knowledge.flow.addPropertyOverride(`${NODE}.GuardrailVersion`, 'DRAFT'),
    findings: ['bedrock-flow-guardrail Knowledge/Flow'],
  },
  {
    name: 'flow without a key',
    make: ({ knowledge }) => knowledge.flow.addPropertyDeletionOverride('CustomerEncryptionKeyArn'),
    findings: ['bedrock-customer-key Knowledge/Flow'],
  },
  {
    name: 'knowledge base over a public collection',
    make: ({ knowledge }) => knowledge.network.addPropertyOverride('Policy', JSON.stringify([NETWORK])),
    findings: ['opensearchserverless-network-private Knowledge/Network'],
  },
  {
    name: 'knowledge base in a store of another company',
    make: ({ knowledge }) => knowledge.base.addPropertyOverride('StorageConfiguration.Type', 'PINECONE'),
    findings: ['bedrock-knowledge-base-within-aws Knowledge/Base'],
  },
  {
    name: 'knowledge base that reads the web',
    make: ({ knowledge }) => knowledge.source.addPropertyOverride('DataSourceConfiguration.Type', 'WEB'),
    findings: ['bedrock-data-source-not-web Knowledge/Source'],
  },
  {
    name: 'data source in a bucket of whoever has that name',
    make: ({ knowledge }) =>
      knowledge.source.addPropertyDeletionOverride(
        'DataSourceConfiguration.S3Configuration.BucketOwnerAccountId',
      ),
    findings: ['bedrock-data-source-owner Knowledge/Source'],
  },
  {
    name: 'knowledge base without a log of what it reads in',
    make: ({ knowledge }) => remove(knowledge.delivery),
    findings: ['bedrock-knowledge-base-logged Knowledge/Base'],
  },
  {
    name: 'data source without a key',
    make: ({ knowledge }) =>
      knowledge.source.addPropertyDeletionOverride('ServerSideEncryptionConfiguration'),
    findings: ['bedrock-customer-key Knowledge/Source'],
  },
];
