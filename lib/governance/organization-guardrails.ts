import type { aws_iam as iam } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ConfigurationError } from '../errors';
import { bedrockPolicy, type OrganizationGuardrail } from './bedrock-policy';
import { AI_SERVICES_OPT_OUT } from './opt-out-policy';
import { OrganizationPolicy, type OrganizationPolicyProps, type PolicyDocument } from './organization-policy';
import { resourceControlStatements, type TrustedAccount } from './resource-control';
import { accountStatements, allowedRegionsOnly } from './service-control';

const ORGANIZATION_ID = /^o-[a-z0-9]{10,32}$/u;
const TARGET_ID = /^(?:r-[a-z0-9]{4,32}|\d{12}|ou-[a-z0-9]{4,32}-[a-z0-9]{8,32})$/u;
const REGION = /^[a-z]{2}(?:-[a-z]+)+-\d$/u;
const ACCOUNT = /^\d{12}$/u;

export interface OrganizationGuardrailsProps {
  /** `o-` and ten to 32 letters and digits. */
  readonly organizationId: string;
  /** Roots, organizational units or accounts the policies are attached to; try them on one account first. */
  readonly targetIds: readonly string[];
  /** Regions that may be used; inference profiles answer in these only. */
  readonly allowedRegions: readonly string[];
  /**
   * ARN patterns of the roles that may change trails, detection and public-access settings, in whichever account.
   * @default - nobody may
   */
  readonly administrators?: readonly string[];
  /** Denies for closed doors, of `DeniedDoors`. */
  readonly doors: readonly iam.PolicyStatement[];
  /** Denies for models that are not approved, `organizationStatements` of `ModelAccess`. */
  readonly models: readonly iam.PolicyStatement[];
  /**
   * Accounts outside the organization that may reach its resources.
   * @default - none
   */
  readonly trustedAccounts?: readonly TrustedAccount[];
  /**
   * Guardrails of the management account that are put on every invocation, one for each Region.
   * @default - none; accounts enforce their own
   */
  readonly guardrails?: readonly OrganizationGuardrail[];
}

/**
 * What no account of the organization can undo by itself, as policies of AWS Organizations: three service control policies
 * (Regions and records, closed doors, approved models), a resource control policy, the opt-out from AI services' use of
 * content, and the guardrails of the organization. It deploys in the management account or that of a delegated
 * administrator; `documents` are the same texts for a management account that is somebody else's.
 *
 * Service control policies do not bind the management account, nor service-linked roles.
 * Supports 45 CFR 164.308(a)(4)(ii)(B), 164.312(a)(1), 164.312(b), 164.312(e)(1) and 164.502(e).
 * @throws ConfigurationError `OrganizationId`, `TargetId`, `AllowedRegions`, `TrustedAccount`, `OrganizationGuardrail`,
 * `PolicySize`, `PolicyToken`
 */
export class OrganizationGuardrails extends Construct {
  /** Every policy, in the order in which they are to be tried. */
  readonly documents: readonly PolicyDocument[];

  constructor(scope: Construct, id: string, props: OrganizationGuardrailsProps) {
    super(scope, id);
    this.check(props);
    const { administrators = [], trustedAccounts = [], guardrails = [], targetIds } = props;
    const add = (name: string, policy: Omit<OrganizationPolicyProps, 'policyName' | 'targetIds'>) =>
      new OrganizationPolicy(this, name, { policyName: `hipaa-ai-${kebab(name)}`, targetIds, ...policy })
        .document;
    const control = (statements: readonly unknown[]) => ({ Version: '2012-10-17', Statement: statements });
    const json = (statements: readonly iam.PolicyStatement[]) =>
      statements.map((statement): unknown => statement.toStatementJson());
    this.documents = [
      add('AccountRecords', {
        type: 'SERVICE_CONTROL_POLICY',
        description: 'Allowed Regions only; trails, detection and public-access settings stay',
        content: control([allowedRegionsOnly(props.allowedRegions), ...accountStatements(administrators)]),
      }),
      add('ClosedDoors', {
        type: 'SERVICE_CONTROL_POLICY',
        description: 'No way to a model around guardrail, log and agreement',
        content: control(json(props.doors)),
      }),
      add('ApprovedModels', {
        type: 'SERVICE_CONTROL_POLICY',
        description: 'Approved models only',
        content: control(json(props.models)),
      }),
      add('OwnPrincipals', {
        type: 'RESOURCE_CONTROL_POLICY',
        description: 'Data, keys, secrets and roles are reached by the organization only, over TLS',
        content: control(resourceControlStatements(props.organizationId, trustedAccounts)),
      }),
      add('AiServicesOptOut', {
        type: 'AISERVICES_OPT_OUT_POLICY',
        description: 'No AI service keeps content to improve itself',
        content: AI_SERVICES_OPT_OUT,
      }),
      ...(guardrails.length === 0
        ? []
        : [
            add('EnforcedGuardrails', {
              type: 'BEDROCK_POLICY',
              description: 'A guardrail on every invocation of a model',
              content: bedrockPolicy(this, guardrails),
            }),
          ]),
    ];
  }

  private check({
    organizationId,
    targetIds,
    allowedRegions,
    trustedAccounts = [],
  }: OrganizationGuardrailsProps) {
    const refuse = (code: string, message: string): never => {
      throw new ConfigurationError(this, code, message);
    };
    if (!ORGANIZATION_ID.test(organizationId))
      refuse('OrganizationId', `organizationId is '${organizationId}'; give o- and 10 to 32 of a-z and 0-9`);
    for (const target of targetIds)
      if (!TARGET_ID.test(target))
        refuse(
          'TargetId',
          `'${target}' is among the targetIds; give roots, organizational units or accounts`,
        );
    if (allowedRegions.length === 0) refuse('AllowedRegions', 'allowedRegions is empty; name at least one');
    for (const region of allowedRegions)
      if (!REGION.test(region))
        refuse('AllowedRegions', `'${region}' is no AWS Region; name each, no pattern, such as us-east-1`);
    for (const { account, reason } of trustedAccounts)
      if (!ACCOUNT.test(account) || reason.trim() === '')
        refuse('TrustedAccount', `trusted account '${account}' needs twelve digits and a reason`);
  }
}

function kebab(name: string): string {
  return name.replaceAll(/(?<=.)[A-Z]/gu, (letter) => `-${letter}`).toLowerCase();
}
