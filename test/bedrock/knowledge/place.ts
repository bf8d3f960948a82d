import {
  aws_ec2 as ec2,
  aws_iam as iam,
  aws_logs as logs,
  type aws_kms as kms,
  type Stack,
} from 'aws-cdk-lib';
import { ModelAccess } from '../../../lib/bedrock/model-access';
import {
  PhiKnowledgeBase,
  type PhiKnowledgeBaseProps,
} from '../../../lib/bedrock/knowledge/phi-knowledge-base';
import { PhiSearchCollection } from '../../../lib/bedrock/knowledge/phi-search-collection';
import { PhiVectorIndex } from '../../../lib/bedrock/knowledge/phi-vector-index';
import type { IVectorStore } from '../../../lib/bedrock/knowledge/vector-store';
import type { PromptClass } from '../../../lib/contract/data-class';
import { ServiceKey } from '../../../lib/encryption/service-key';
import { ServiceKeys } from '../../../lib/encryption/service-keys';
import { PhiBucket } from '../../../lib/redaction/phi-bucket';
import {
  ALLOWED_REGIONS,
  EMBEDDING,
  EMBEDDING_PROFILE,
  KEEPER,
  LITE,
  PRO,
  READER,
  TODAY,
} from '../approved-models';

const VPC = {
  vpcId: 'vpc-1',
  vpcCidrBlock: '10.40.0.0/16',
  availabilityZones: ['us-east-1a'],
  isolatedSubnetIds: ['subnet-1'],
  isolatedSubnetRouteTableIds: ['rtb-1'],
};

/** What a knowledge base of a stack needs around it. */
export class KnowledgePlace {
  readonly stack: Stack;
  readonly keys: ServiceKeys;
  readonly access: ModelAccess;
  readonly documents: PhiBucket;
  /** `bedrock-agent-runtime` and `bedrock-agent`. */
  readonly runtime: ec2.InterfaceVpcEndpoint;
  readonly control: ec2.InterfaceVpcEndpoint;
  readonly vpc: ec2.IVpc;

  constructor(stack: Stack, dataClass: PromptClass = 'REDACTED') {
    this.stack = stack;
    this.keys = new ServiceKeys(stack, 'Keys', { trailName: 'invented' });
    this.access = new ModelAccess(stack, 'Models', {
      models: [LITE, PRO, KEEPER, READER, EMBEDDING, EMBEDDING_PROFILE],
      allowedRegions: ALLOWED_REGIONS,
      today: TODAY,
    });
    this.documents = new PhiBucket(stack, 'Around', {
      encryptionKey: this.keys.data.key,
      accessLogs: { receiveLogsOf: () => undefined },
      dataClass,
    });
    this.vpc = ec2.Vpc.fromVpcAttributes(stack, 'Vpc', VPC);
    const door = (id: string, service: ec2.IInterfaceVpcEndpointService) =>
      new ec2.InterfaceVpcEndpoint(stack, id, { vpc: this.vpc, service });
    this.runtime = door('AroundRuntime', ec2.InterfaceVpcEndpointAwsService.BEDROCK_AGENT_RUNTIME);
    this.control = door('AroundControl', ec2.InterfaceVpcEndpointAwsService.BEDROCK_AGENT);
  }

  vectorKey(service: string): kms.IKey {
    return new ServiceKey(this.stack, 'VectorKey', { description: 'Vectors', services: [service] }).key;
  }

  index(change: { readonly dimension?: number; readonly dataClass?: PromptClass } = {}): PhiVectorIndex {
    return new PhiVectorIndex(this.stack, 'Vectors', {
      encryptionKey: this.vectorKey('s3vectors'),
      dataClass: this.class,
      dimension: 1024,
      ...change,
    });
  }

  collection(
    change: { readonly name?: string; readonly sourceVpcEndpointIds?: readonly string[] } = {},
  ): PhiSearchCollection {
    return new PhiSearchCollection(this.stack, 'Search', {
      name: 'guidelines',
      encryptionKey: this.vectorKey('aoss'),
      dataClass: this.class,
      dimension: 1024,
      ...change,
    });
  }

  knowledgeBase(store: IVectorStore, change: Partial<PhiKnowledgeBaseProps> = {}): PhiKnowledgeBase {
    return new PhiKnowledgeBase(this.stack, 'Knowledge', {
      name: 'guidelines',
      dataClass: this.class,
      documents: this.documents,
      store,
      access: this.access,
      embeddingModelId: EMBEDDING.modelId,
      encryptionKey: this.keys.data.key,
      logKey: this.keys.logs.key,
      logRetention: logs.RetentionDays.SIX_YEARS,
      ...change,
    });
  }

  /** A role as Bedrock takes one. */
  bedrockRole(id: string): iam.Role {
    return new iam.Role(this.stack, id, { assumedBy: new iam.ServicePrincipal('bedrock.amazonaws.com') });
  }

  private get class(): PromptClass {
    return this.documents.dataClass as PromptClass;
  }
}
