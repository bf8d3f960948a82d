import type { Examples } from './example';
import { accessanalyzerExamples } from './accessanalyzer/examples';
import { acmpcaExamples } from './acmpca/examples';
import { amazonmqExamples } from './amazonmq/examples';
import { apigatewayExamples } from './apigateway/examples';
import { apigatewayv2Examples } from './apigatewayv2/examples';
import { appmeshExamples } from './appmesh/examples';
import { apprunnerExamples } from './apprunner/examples';
import { appsyncExamples } from './appsync/examples';
import { athenaExamples } from './athena/examples';
import { autoscalingExamples } from './autoscaling/examples';
import { backupExamples } from './backup/examples';
import { batchExamples } from './batch/examples';
import { bedrockExamples } from './bedrock/examples';
import { bedrockagentcoreExamples } from './bedrockagentcore/examples';
import { cassandraExamples } from './cassandra/examples';
import { certificatemanagerExamples } from './certificatemanager/examples';
import { cloudformationExamples } from './cloudformation/examples';
import { cloudfrontExamples } from './cloudfront/examples';
import { cloudtrailExamples } from './cloudtrail/examples';
import { cloudwatchExamples } from './cloudwatch/examples';
import { codebuildExamples } from './codebuild/examples';
import { cognitoExamples } from './cognito/examples';
import { comprehendExamples } from './comprehend/examples';
import { configExamples } from './config/examples';
import { daxExamples } from './dax/examples';
import { dmsExamples } from './dms/examples';
import { docdbExamples } from './docdb/examples';
import { dynamodbExamples } from './dynamodb/examples';
import { ec2Examples } from './ec2/examples';
import { ecrExamples } from './ecr/examples';
import { ecsExamples } from './ecs/examples';
import { efsExamples } from './efs/examples';
import { eksExamples } from './eks/examples';
import { elasticacheExamples } from './elasticache/examples';
import { elasticbeanstalkExamples } from './elasticbeanstalk/examples';
import { elasticloadbalancingExamples } from './elasticloadbalancing/examples';
import { elasticloadbalancingv2Examples } from './elasticloadbalancingv2/examples';
import { elasticsearchExamples } from './elasticsearch/examples';
import { emrExamples } from './emr/examples';
import { emrserverlessExamples } from './emrserverless/examples';
import { eventsExamples } from './events/examples';
import { fsxExamples } from './fsx/examples';
import { glueExamples } from './glue/examples';
import { governanceExamples } from './governance/examples';
import { graphExamples } from './graph/examples';
import { guarddutyExamples } from './guardduty/examples';
import { healthlakeExamples } from './healthlake/examples';
import { iamExamples } from './iam/examples';
import { inspectorExamples } from './inspector/examples';
import { kendraExamples } from './kendra/examples';
import { kinesisExamples } from './kinesis/examples';
import { kinesisfirehoseExamples } from './kinesisfirehose/examples';
import { kmsExamples } from './kms/examples';
import { lambdaExamples } from './lambda/examples';
import { lexExamples } from './lex/examples';
import { logsExamples } from './logs/examples';
import { macieExamples } from './macie/examples';
import { medicalimagingExamples } from './medicalimaging/examples';
import { memorydbExamples } from './memorydb/examples';
import { mskExamples } from './msk/examples';
import { neptuneExamples } from './neptune/examples';
import { networkfirewallExamples } from './networkfirewall/examples';
import { omicsExamples } from './omics/examples';
import { opensearchserverlessExamples } from './opensearchserverless/examples';
import { opensearchserviceExamples } from './opensearchservice/examples';
import { phiExamples } from './phi/examples';
import { qbusinessExamples } from './qbusiness/examples';
import { rdsExamples } from './rds/examples';
import { redshiftExamples } from './redshift/examples';
import { redshiftserverlessExamples } from './redshiftserverless/examples';
import { rolesanywhereExamples } from './rolesanywhere/examples';
import { route53resolverExamples } from './route53resolver/examples';
import { s3Examples } from './s3/examples';
import { s3expressExamples } from './s3express/examples';
import { s3objectlambdaExamples } from './s3objectlambda/examples';
import { s3tablesExamples } from './s3tables/examples';
import { s3vectorsExamples } from './s3vectors/examples';
import { sagemakerExamples } from './sagemaker/examples';
import { secretsExamples } from './secrets/examples';
import { secretsmanagerExamples } from './secretsmanager/examples';
import { securityhubExamples } from './securityhub/examples';
import { snsExamples } from './sns/examples';
import { sqsExamples } from './sqs/examples';
import { ssmExamples } from './ssm/examples';
import { stepfunctionsExamples } from './stepfunctions/examples';
import { timestreamExamples } from './timestream/examples';
import { transcribeExamples } from './transcribe/examples';
import { transferExamples } from './transfer/examples';
import { vpclatticeExamples } from './vpclattice/examples';
import { wafv2Examples } from './wafv2/examples';
import { workspacesExamples } from './workspaces/examples';

/** An example of every rule. Apart from the rules, so that judging does not load them. */
export const EXAMPLES: Examples = {
  ...accessanalyzerExamples,
  ...acmpcaExamples,
  ...amazonmqExamples,
  ...apigatewayExamples,
  ...apigatewayv2Examples,
  ...appmeshExamples,
  ...apprunnerExamples,
  ...appsyncExamples,
  ...athenaExamples,
  ...autoscalingExamples,
  ...backupExamples,
  ...batchExamples,
  ...bedrockExamples,
  ...bedrockagentcoreExamples,
  ...cassandraExamples,
  ...certificatemanagerExamples,
  ...cloudformationExamples,
  ...cloudfrontExamples,
  ...cloudtrailExamples,
  ...cloudwatchExamples,
  ...codebuildExamples,
  ...cognitoExamples,
  ...comprehendExamples,
  ...configExamples,
  ...daxExamples,
  ...dmsExamples,
  ...docdbExamples,
  ...dynamodbExamples,
  ...ec2Examples,
  ...ecrExamples,
  ...ecsExamples,
  ...efsExamples,
  ...eksExamples,
  ...elasticacheExamples,
  ...elasticbeanstalkExamples,
  ...elasticloadbalancingExamples,
  ...elasticloadbalancingv2Examples,
  ...elasticsearchExamples,
  ...emrExamples,
  ...emrserverlessExamples,
  ...eventsExamples,
  ...fsxExamples,
  ...glueExamples,
  ...governanceExamples,
  ...graphExamples,
  ...guarddutyExamples,
  ...healthlakeExamples,
  ...iamExamples,
  ...inspectorExamples,
  ...kendraExamples,
  ...kinesisExamples,
  ...kinesisfirehoseExamples,
  ...kmsExamples,
  ...lambdaExamples,
  ...lexExamples,
  ...logsExamples,
  ...macieExamples,
  ...medicalimagingExamples,
  ...memorydbExamples,
  ...mskExamples,
  ...neptuneExamples,
  ...networkfirewallExamples,
  ...omicsExamples,
  ...opensearchserverlessExamples,
  ...opensearchserviceExamples,
  ...phiExamples,
  ...qbusinessExamples,
  ...rdsExamples,
  ...redshiftExamples,
  ...redshiftserverlessExamples,
  ...rolesanywhereExamples,
  ...route53resolverExamples,
  ...s3Examples,
  ...s3expressExamples,
  ...s3objectlambdaExamples,
  ...s3tablesExamples,
  ...s3vectorsExamples,
  ...sagemakerExamples,
  ...secretsExamples,
  ...secretsmanagerExamples,
  ...securityhubExamples,
  ...snsExamples,
  ...sqsExamples,
  ...ssmExamples,
  ...stepfunctionsExamples,
  ...timestreamExamples,
  ...transcribeExamples,
  ...transferExamples,
  ...vpclatticeExamples,
  ...wafv2Examples,
  ...workspacesExamples,
};
