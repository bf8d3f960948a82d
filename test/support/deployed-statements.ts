import { readDocument } from '../../lib/compliance/policy/document';
import type { Statement } from '../../lib/compliance/policy/statement';
import { ACCOUNT, REGION } from '../encryption/policy-evaluator';
import { deployed } from './plain-document';
import type { CloudTemplate, Json } from './synthesize';

const own = (service: string, path: string) => (id: string) =>
  `arn:aws:${service}:${REGION}:${ACCOUNT}:${path.replace('ID', id)}`;

/** ARNs of resources, named by their logical ids. */
const ARNS: Readonly<Record<string, (id: string) => string>> = {
  'AWS::Bedrock::Agent': own('bedrock', 'agent/ID'),
  'AWS::Bedrock::AgentAlias': own('bedrock', 'agent-alias/AGENT/ID'),
  'AWS::Bedrock::Guardrail': own('bedrock', 'guardrail/ID'),
  'AWS::Bedrock::KnowledgeBase': own('bedrock', 'knowledge-base/ID'),
  'AWS::IAM::Role': (id) => `arn:aws:iam::${ACCOUNT}:role/${id}`,
  'AWS::KMS::Key': own('kms', 'key/ID'),
  'AWS::OpenSearchServerless::Collection': own('aoss', 'collection/ID'),
  'AWS::S3::Bucket': (id) => `arn:aws:s3:::${id.toLowerCase()}`,
  'AWS::S3Vectors::Index': own('s3vectors', 'bucket/vectors/index/ID'),
  'AWS::S3Vectors::VectorBucket': own('s3vectors', 'bucket/vectors'),
};

/** The policies of a template as its account would have them: every resource has an ARN. */
export class DeployedStatements {
  constructor(private readonly template: CloudTemplate) {}

  /** The resource of a type whose logical id begins so. */
  id(type: string, prefix = ''): string {
    const [id, ...others] = Object.entries(this.template.Resources).flatMap(([each, { Type }]) =>
      Type === type && each.startsWith(prefix) ? [each] : [],
    );
    if (id === undefined || others.length > 0) throw new Error(`${type} ${prefix}: not one resource`);
    return id;
  }

  arn(type: string, prefix = ''): string {
    return this.arnOf(this.id(type, prefix));
  }

  /** A document somewhere in a resource. */
  document(type: string, property: string, prefix = ''): readonly Statement[] {
    return this.read(this.template.Resources[this.id(type, prefix)]?.Properties[property] ?? null);
  }

  read(document: Json): readonly Statement[] {
    const text = JSON.stringify(deployed(document)).replaceAll(/<(\w+)\.\w*Arn>/gu, (_, id: string) =>
      this.arnOf(id),
    );
    return readDocument(JSON.parse(text) as Json);
  }

  private arnOf(id: string): string {
    const make = ARNS[this.template.Resources[id]?.Type ?? ''];
    if (!make) throw new Error(`${id} has no ARN here`);
    return make(id);
  }
}
