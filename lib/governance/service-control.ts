import { denyUnless, type DenyStatement } from './deny-statement';

/**
 * Services that answer in one Region for the whole world; without them nobody could manage an account. Data of patients is
 * in none of them. Source: AWS Organizations user guide, "Example SCPs: deny access based on the requested Region", without
 * services that keep data (KMS, Config) and those an environment for patient data has no use for.
 */
const GLOBAL_ACTIONS = [
  'account:*',
  'artifact:*',
  'aws-marketplace:*',
  'billing:*',
  'budgets:*',
  'ce:*',
  'cloudfront:*',
  'consolidatedbilling:*',
  'cur:*',
  'ec2:DescribeRegions',
  'freetier:*',
  'globalaccelerator:*',
  'health:*',
  'iam:*',
  'invoicing:*',
  'networkmanager:*',
  'organizations:*',
  'payments:*',
  'pricing:*',
  'route53:*',
  'route53domains:*',
  's3:GetAccountPublicAccessBlock',
  's3:ListAllMyBuckets',
  's3:PutAccountPublicAccessBlock',
  'savingsplans:*',
  'shield:*',
  'sts:*',
  'support:*',
  'supportplans:*',
  'tax:*',
  'trustedadvisor:*',
  'waf:*',
  'wafv2:*',
] as const;

/** No request to another Region; that of a cross-Region inference names the Region that answers. */
export function allowedRegionsOnly(allowedRegions: readonly string[]): DenyStatement {
  return {
    Sid: 'AllowedRegionsOnly',
    Effect: 'Deny',
    NotAction: GLOBAL_ACTIONS,
    Resource: '*',
    Condition: { StringNotEquals: { 'aws:RequestedRegion': allowedRegions } },
  };
}

/** What no account may do, whoever it is: leave, open Regions, or take away what watches it. */
export function accountStatements(administrators: readonly string[]): readonly DenyStatement[] {
  return [
    denyUnless('StayInTheOrganization', ['organizations:LeaveOrganization'], []),
    denyUnless('RegionsStayClosed', ['account:EnableRegion'], administrators),
    denyUnless(
      'TrailStays',
      [
        'cloudtrail:DeleteTrail',
        'cloudtrail:PutEventSelectors',
        'cloudtrail:StopLogging',
        'cloudtrail:UpdateTrail',
      ],
      administrators,
    ),
    denyUnless(
      'DetectionStays',
      [
        'guardduty:DeleteDetector',
        'guardduty:DeleteMembers',
        'guardduty:DisassociateFromAdministratorAccount',
        'guardduty:DisassociateFromMasterAccount',
        'guardduty:DisassociateMembers',
        'guardduty:StopMonitoringMembers',
        'guardduty:UpdateDetector',
      ],
      administrators,
    ),
    denyUnless(
      'ConfigStays',
      [
        'config:DeleteConfigurationRecorder',
        'config:DeleteDeliveryChannel',
        'config:PutConfigurationRecorder',
        'config:StopConfigurationRecorder',
      ],
      administrators,
    ),
    denyUnless('PublicBucketsStayBlocked', ['s3:PutAccountPublicAccessBlock'], administrators),
    // who puts another boundary on takes the first one off
    denyUnless(
      'BoundariesStay',
      [
        'iam:DeleteRolePermissionsBoundary',
        'iam:DeleteUserPermissionsBoundary',
        'iam:PutRolePermissionsBoundary',
        'iam:PutUserPermissionsBoundary',
      ],
      administrators,
    ),
    // who could make a role by an administrator's name would be an administrator
    ...(administrators.length === 0
      ? []
      : [
          denyUnless(
            'AdministratorsStay',
            [
              'iam:AttachRolePolicy',
              'iam:CreateRole',
              'iam:DeleteRole',
              'iam:DeleteRolePolicy',
              'iam:DetachRolePolicy',
              'iam:PutRolePolicy',
              'iam:UpdateAssumeRolePolicy',
            ],
            administrators,
            administrators,
          ),
        ]),
  ];
}
