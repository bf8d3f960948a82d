import type { DenyStatement } from './deny-statement';

/**
 * Services that hold patients' data, keys or secrets and that resource control policies reach. Bedrock is not among those
 * AWS lists. Source: AWS Organizations user guide, "List of AWS services that support RCPs", as seen in autumn 2026.
 */
const DATA_ACTIONS = [
  'aoss:*',
  'dynamodb:*',
  'ecr:*',
  'kms:*',
  'logs:*',
  's3:*',
  'secretsmanager:*',
  'sqs:*',
] as const;

/**
 * Roles as well; but not those taken with a web identity or SAML: such a request comes from nobody's organization, and who
 * may make it is decided by the trust policy alone.
 */
const PERIMETER_ACTIONS = [...DATA_ACTIONS, 'sts:AssumeRole', 'sts:SetContext'] as const;

/** An account of others that may reach in. */
export interface TrustedAccount {
  /** Twelve digits. */
  readonly account: string;
  /** Why, and under which agreement. */
  readonly reason: string;
}

/** Who may reach the resources of the organization, whatever their own policies say. */
export function resourceControlStatements(
  organizationId: string,
  trusted: readonly TrustedAccount[],
): readonly DenyStatement[] {
  const accounts = trusted.map(({ account }) => account);
  const deny = (Sid: string, Action: readonly string[], Condition: DenyStatement['Condition']) =>
    ({
      Sid,
      Effect: 'Deny',
      Principal: '*',
      Action,
      Resource: '*',
      ...(Condition ? { Condition } : {}),
    }) as const;
  return [
    // keys are named together: a request is denied only when each of them says that it is not ours
    deny('OurPrincipalsOnly', PERIMETER_ACTIONS, {
      StringNotEqualsIfExists: {
        'aws:PrincipalOrgID': organizationId,
        ...(accounts.length === 0 ? {} : { 'aws:PrincipalAccount': accounts }),
      },
      BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
    }),
    // a service that acts for somebody says for whom; one that acts for itself does not
    deny('ServicesForUsOnly', PERIMETER_ACTIONS, {
      StringNotEqualsIfExists: {
        'aws:SourceOrgID': organizationId,
        ...(accounts.length === 0 ? {} : { 'aws:SourceAccount': accounts }),
      },
      Null: { 'aws:SourceAccount': 'false' },
      Bool: { 'aws:PrincipalIsAWSService': 'true' },
    }),
    deny('EncryptedTransportOnly', DATA_ACTIONS, { BoolIfExists: { 'aws:SecureTransport': 'false' } }),
  ];
}
