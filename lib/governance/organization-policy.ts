import { aws_organizations as organizations, RemovalPolicy, Stack, Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ConfigurationError } from '../errors';

/** Most characters of a policy's text. Source: AWS Organizations user guide, "Quotas and service limits". */
export const POLICY_LIMITS = {
  SERVICE_CONTROL_POLICY: 5_120,
  RESOURCE_CONTROL_POLICY: 5_120,
  AISERVICES_OPT_OUT_POLICY: 2_500,
  BEDROCK_POLICY: 10_000,
} as const;

export type OrganizationPolicyType = keyof typeof POLICY_LIMITS;

/** What a policy may hold; text of JSON. */
export type PolicyContent = Readonly<Record<string, unknown>>;

/** A policy as the management account takes it. */
export interface PolicyDocument {
  readonly name: string;
  readonly type: OrganizationPolicyType;
  readonly description: string;
  readonly content: PolicyContent;
  /** Of the content without white space, as it counts against the limit. */
  readonly characters: number;
}

export interface OrganizationPolicyProps {
  /** Unique in the organization. */
  readonly policyName: string;
  readonly type: OrganizationPolicyType;
  readonly description: string;
  readonly content: PolicyContent;
  /** Ids of roots, organizational units or accounts. Empty: the policy is made and binds nobody. */
  readonly targetIds: readonly string[];
}

/**
 * One policy of the organization. It outlives its stack: deleting the code never lifts what it forbids.
 * @throws ConfigurationError `PolicySize` over the limit of its type; `PolicyToken` for a value known only at deployment,
 * whose length nobody can count and which another management account could not resolve
 */
export class OrganizationPolicy extends Construct {
  readonly document: PolicyDocument;
  readonly policy: organizations.CfnPolicy;

  constructor(scope: Construct, id: string, props: OrganizationPolicyProps) {
    super(scope, id);
    const { policyName: name, type, description, content, targetIds } = props;
    const text = JSON.stringify(content);
    if (Token.isUnresolved(text) || JSON.stringify(Stack.of(this).resolve(content)) !== text)
      throw new ConfigurationError(
        this,
        'PolicyToken',
        `${type} ${name} holds a value known only at deployment; write ARNs and ids out`,
      );
    const limit = POLICY_LIMITS[type];
    if (text.length > limit)
      throw new ConfigurationError(
        this,
        'PolicySize',
        `${type} ${name} has ${text.length} characters; AWS takes ${limit}. Name fewer models, Regions or roles, or attach a second policy further down`,
      );
    this.document = { name, type, description, content, characters: text.length };
    this.policy = new organizations.CfnPolicy(this, 'Resource', {
      name,
      type,
      description,
      content,
      targetIds: [...targetIds],
    });
    this.policy.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  }
}
