/** The rules that hold each construct of the network and of Bedrock, and whatever a user makes in its place. */
export const HELD_BY: Readonly<Record<string, readonly string[]>> = {
  PrivateNetwork: [
    'ec2-network-acl-closed',
    'ec2-network-acl-no-open-ingress',
    'ec2-route-no-default-to-internet',
    'ec2-security-group-egress-explicit',
    'ec2-security-group-egress-open',
    'ec2-security-group-no-open-ingress',
    'ec2-subnet-not-public',
    'ec2-vpc-default-security-group-closed',
    'ec2-vpc-flow-logs',
    'ec2-vpc-no-internet-path',
    'graph-data-in-private-subnets',
  ],
  PrivateEndpoints: [
    'bedrock-endpoint-models',
    'ec2-endpoint-policy',
    'ec2-endpoint-private-dns',
    'ec2-endpoint-security-groups',
    'graph-api-through-endpoint',
    'graph-model-through-endpoint',
  ],
  EgressControl: [
    'networkfirewall-fails-closed',
    'networkfirewall-logging',
    'networkfirewall-no-public-ai',
    'networkfirewall-policy-drops',
    'networkfirewall-policy-has-rules',
    'route53resolver-dns-firewall',
    'route53resolver-firewall-allow-list',
    'route53resolver-firewall-fails-closed',
    'route53resolver-firewall-protected',
    'route53resolver-no-public-ai',
    'route53resolver-query-logs',
  ],
  ModelAccess: ['bedrock-model-approved', 'bedrock-model-geography', 'iam-bedrock-invoke-models'],
  DataRetentionMode: ['bedrock-data-retention', 'bedrock-data-retention-none'],
  InvocationLogging: ['bedrock-invocation-logging', 'bedrock-invocation-logging-complete'],
  PhiGuardrail: [
    'bedrock-guardrail-complete',
    'bedrock-guardrail-content',
    'bedrock-guardrail-credentials',
    'bedrock-guardrail-encrypted',
    'bedrock-guardrail-filters-act',
    'bedrock-guardrail-grounding',
    'bedrock-guardrail-identifiers-act',
    'bedrock-guardrail-own-identifiers',
    'bedrock-guardrail-pii',
    'bedrock-guardrail-prompt-attack',
    'bedrock-guardrail-versioned',
    'bedrock-versions-kept',
  ],
  EnforcedGuardrail: [
    'bedrock-enforced-guardrail',
    'bedrock-enforced-guardrail-kept',
    'bedrock-guardrail-enforced',
    'graph-guardrail-beyond-reach',
    'iam-bedrock-invoke-guardrail',
  ],
  DeniedDoors: [
    'bedrock-doors-denied',
    'bedrock-model-not-shared',
    'bedrock-no-bearer-keys',
    'bedrock-no-mantle',
    'bedrock-no-outside-models',
    'bedrock-policy-not-public',
    'governance-business-associate',
  ],
  ApprovedPrompts: ['bedrock-flow-prompt-version', 'bedrock-prompt-versioned'],
  'knowledge bases, agents and flows': [
    'bedrock-agent-action-executor',
    'bedrock-agent-guardrail',
    'bedrock-agent-own-role',
    'bedrock-alias-version',
    'bedrock-customer-key',
    'bedrock-data-source-not-web',
    'bedrock-data-source-owner',
    'bedrock-data-source-protected',
    'bedrock-flow-guardrail',
    'bedrock-knowledge-base-logged',
    'bedrock-knowledge-base-retained',
    'bedrock-knowledge-base-role-narrow',
    'bedrock-knowledge-base-within-aws',
    'bedrock-policy-known-accounts',
    'opensearchserverless-access-policy-narrow',
    'opensearchserverless-customer-key',
    'opensearchserverless-network-policy-narrow',
    'opensearchserverless-network-private',
    's3vectors-bucket-policy-known-accounts',
    's3vectors-bucket-policy-not-public',
    's3vectors-vectors-customer-key',
  ],
  OrganizationGuardrails: ['iam-control-policy-denies', 'iam-organization-policy-not-public'],
  'data classes': [
    'governance-data-class-tag',
    'governance-deidentification-recorded',
    'governance-phi-in-production',
    'governance-store-classified',
    'graph-grant-in-one-zone',
    'graph-key-serves-one-data-class',
    'graph-principal-in-one-zone',
    'graph-route-in-one-zone',
    'graph-zone-crossing-recorded',
  ],
  'Region residency': ['governance-region'],
  eligibility: ['governance-eligible-service', 'governance-service-in-operation'],
};

/** What may not deploy with the resource, or may belong to another one, is no proof. */
const COUNTS_AS_MISSING =
  'it asks for something beside the resource; what may be left out, or be linked elsewhere, counts as missing: a finding';
const STATEMENTS =
  'it follows statements that can be read; those that cannot are unknown under the rules on each policy, such as iam-bedrock-invoke-models';
const ITS_TYPE = 'it asks for the type of a resource alone, which no expression and no property can change';

/** Why a rule can always tell. */
export const NEVER_UNKNOWN: Readonly<Record<string, string>> = {
  'bedrock-data-retention': COUNTS_AS_MISSING,
  'bedrock-guardrail-enforced': COUNTS_AS_MISSING,
  'bedrock-guardrail-versioned': COUNTS_AS_MISSING,
  'bedrock-invocation-logging': COUNTS_AS_MISSING,
  'bedrock-prompt-versioned': COUNTS_AS_MISSING,
  'ec2-endpoint-security-groups':
    'a list that is left to a parameter names some group, and an endpoint without a list has none',
  'ec2-vpc-default-security-group-closed': COUNTS_AS_MISSING,
  'governance-business-associate': ITS_TYPE,
  'graph-data-in-private-subnets':
    'subnets whose routes are not in the assembly are judged where they are made; those that are there can be read',
  'graph-guardrail-beyond-reach': STATEMENTS,
  'graph-key-serves-one-data-class':
    'users of a key are those that name it; a key that is left to a parameter is unknown under the rule on each user',
  'graph-model-through-endpoint': COUNTS_AS_MISSING,
  'networkfirewall-logging': COUNTS_AS_MISSING,
  'route53resolver-dns-firewall': COUNTS_AS_MISSING,
  'route53resolver-query-logs': COUNTS_AS_MISSING,
};

/** Why no override makes a finding of what is right, or the other way round. */
export const NOTHING_TO_OVERRIDE: Readonly<Record<string, string>> = {
  'governance-business-associate': ITS_TYPE,
  'governance-eligible-service': ITS_TYPE,
  'governance-service-in-operation': ITS_TYPE,
};
