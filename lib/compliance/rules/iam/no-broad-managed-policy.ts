import { finding, unknown, type Rule } from '../../rule';

/** Policies of AWS that open a whole account, a whole service with data in it, or permissions themselves. */
const BROAD: ReadonlySet<string> = new Set([
  'AdministratorAccess', 'AdministratorAccess-Amplify', 'AdministratorAccess-AWSElasticBeanstalk', 'PowerUserAccess',
  'IAMFullAccess', 'AWSKeyManagementServicePowerUser', 'SecretsManagerReadWrite', 'AmazonBedrockFullAccess',
  'AmazonBedrockLimitedAccess', 'AmazonSageMakerFullAccess', 'ComprehendFullAccess', 'ComprehendMedicalFullAccess',
  'AmazonS3FullAccess', 'AmazonS3ReadOnlyAccess', 'AmazonDynamoDBFullAccess', 'AmazonRDSFullAccess', 'AmazonEC2FullAccess',
  'AmazonVPCFullAccess', 'AWSLambda_FullAccess', 'AWSLambdaFullAccess', 'CloudWatchFullAccess', 'CloudWatchLogsFullAccess',
  'AWSCloudTrail_FullAccess', 'AmazonSSMFullAccess', 'AmazonSQSFullAccess', 'AmazonSNSFullAccess', 'AWSCloudFormationFullAccess',
  'DatabaseAdministrator', 'DataScientist', 'NetworkAdministrator', 'SystemAdministrator', 'ReadOnlyAccess',
]); // prettier-ignore

export const noBroadManagedPolicy: Rule = {
  id: 'iam-no-broad-managed-policy',
  title: 'nobody gets a managed policy of AWS that opens a whole service',
  severity: 'error',
  controls: ['164.308(a)(4)(ii)(B)', '164.312(a)(1)', '164.502(b)'],
  profiles: ['hipaa'],
  why: 'These policies are written for convenience, allow on every resource, and grow when AWS changes them.',
  fix: 'write a policy with the actions and ARNs that are needed',
  resourceTypes: ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group', 'AWS::SSO::PermissionSet'],
  check(resource) {
    const isPermissionSet = resource.type === 'AWS::SSO::PermissionSet';
    const policies = resource.property(isPermissionSet ? 'ManagedPolicies' : 'ManagedPolicyArns').items();
    return policies.flatMap((policy) => {
      const broad = policy
        .texts()
        .map((arn) => arn.slice(arn.lastIndexOf('/') + 1))
        .filter((name) => BROAD.has(name))
        .map((name) => finding(policy.path, `is ${name}`));
      const hidden = policy.values.some(({ kind }) => kind === 'unknown');
      return broad.length === 0 && hidden
        ? [unknown(policy.path, 'cannot be read from the template')]
        : broad;
    });
  },
};
