import type { Rule } from '../rule';
import { accessanalyzerRules } from './accessanalyzer';
import { acmpcaRules } from './acmpca';
import { amazonmqRules } from './amazonmq';
import { apigatewayRules } from './apigateway';
import { apigatewayv2Rules } from './apigatewayv2';
import { appmeshRules } from './appmesh';
import { apprunnerRules } from './apprunner';
import { appsyncRules } from './appsync';
import { athenaRules } from './athena';
import { autoscalingRules } from './autoscaling';
import { backupRules } from './backup';
import { batchRules } from './batch';
import { bedrockRules } from './bedrock';
import { bedrockagentcoreRules } from './bedrockagentcore';
import { cassandraRules } from './cassandra';
import { certificatemanagerRules } from './certificatemanager';
import { cloudformationRules } from './cloudformation';
import { cloudfrontRules } from './cloudfront';
import { cloudtrailRules } from './cloudtrail';
import { cloudwatchRules } from './cloudwatch';
import { codebuildRules } from './codebuild';
import { cognitoRules } from './cognito';
import { comprehendRules } from './comprehend';
import { configRules } from './config';
import { daxRules } from './dax';
import { dmsRules } from './dms';
import { docdbRules } from './docdb';
import { dynamodbRules } from './dynamodb';
import { ec2Rules } from './ec2';
import { ecrRules } from './ecr';
import { ecsRules } from './ecs';
import { efsRules } from './efs';
import { eksRules } from './eks';
import { elasticacheRules } from './elasticache';
import { elasticbeanstalkRules } from './elasticbeanstalk';
import { elasticloadbalancingRules } from './elasticloadbalancing';
import { elasticloadbalancingv2Rules } from './elasticloadbalancingv2';
import { elasticsearchRules } from './elasticsearch';
import { emrRules } from './emr';
import { emrserverlessRules } from './emrserverless';
import { eventsRules } from './events';
import { fsxRules } from './fsx';
import { glueRules } from './glue';
import { governanceRules } from './governance';
import { graphRules } from './graph';
import { guarddutyRules } from './guardduty';
import { healthlakeRules } from './healthlake';
import { iamRules } from './iam';
import { inspectorRules } from './inspector';
import { kendraRules } from './kendra';
import { kinesisRules } from './kinesis';
import { kinesisfirehoseRules } from './kinesisfirehose';
import { kmsRules } from './kms';
import { lambdaRules } from './lambda';
import { lexRules } from './lex';
import { logsRules } from './logs';
import { macieRules } from './macie';
import { medicalimagingRules } from './medicalimaging';
import { memorydbRules } from './memorydb';
import { mskRules } from './msk';
import { neptuneRules } from './neptune';
import { networkfirewallRules } from './networkfirewall';
import { omicsRules } from './omics';
import { opensearchserverlessRules } from './opensearchserverless';
import { opensearchserviceRules } from './opensearchservice';
import { phiRules } from './phi';
import { qbusinessRules } from './qbusiness';
import { rdsRules } from './rds';
import { redshiftRules } from './redshift';
import { redshiftserverlessRules } from './redshiftserverless';
import { rolesanywhereRules } from './rolesanywhere';
import { route53resolverRules } from './route53resolver';
import { s3Rules } from './s3';
import { s3expressRules } from './s3express';
import { s3objectlambdaRules } from './s3objectlambda';
import { s3tablesRules } from './s3tables';
import { s3vectorsRules } from './s3vectors';
import { sagemakerRules } from './sagemaker';
import { secretsRules } from './secrets';
import { secretsmanagerRules } from './secretsmanager';
import { securityhubRules } from './securityhub';
import { snsRules } from './sns';
import { sqsRules } from './sqs';
import { ssmRules } from './ssm';
import { stepfunctionsRules } from './stepfunctions';
import { timestreamRules } from './timestream';
import { transcribeRules } from './transcribe';
import { transferRules } from './transfer';
import { vpclatticeRules } from './vpclattice';
import { wafv2Rules } from './wafv2';
import { workspacesRules } from './workspaces';

/** Every rule there is, in the order of their ids. The pack, the command line, the docs and the evidence read this. */
export const RULES: readonly Rule[] = [
  ...accessanalyzerRules,
  ...acmpcaRules,
  ...amazonmqRules,
  ...apigatewayRules,
  ...apigatewayv2Rules,
  ...appmeshRules,
  ...apprunnerRules,
  ...appsyncRules,
  ...athenaRules,
  ...autoscalingRules,
  ...backupRules,
  ...batchRules,
  ...bedrockRules,
  ...bedrockagentcoreRules,
  ...cassandraRules,
  ...certificatemanagerRules,
  ...cloudformationRules,
  ...cloudfrontRules,
  ...cloudtrailRules,
  ...cloudwatchRules,
  ...codebuildRules,
  ...cognitoRules,
  ...comprehendRules,
  ...configRules,
  ...daxRules,
  ...dmsRules,
  ...docdbRules,
  ...dynamodbRules,
  ...ec2Rules,
  ...ecrRules,
  ...ecsRules,
  ...efsRules,
  ...eksRules,
  ...elasticacheRules,
  ...elasticbeanstalkRules,
  ...elasticloadbalancingRules,
  ...elasticloadbalancingv2Rules,
  ...elasticsearchRules,
  ...emrRules,
  ...emrserverlessRules,
  ...eventsRules,
  ...fsxRules,
  ...glueRules,
  ...governanceRules,
  ...graphRules,
  ...guarddutyRules,
  ...healthlakeRules,
  ...iamRules,
  ...inspectorRules,
  ...kendraRules,
  ...kinesisRules,
  ...kinesisfirehoseRules,
  ...kmsRules,
  ...lambdaRules,
  ...lexRules,
  ...logsRules,
  ...macieRules,
  ...medicalimagingRules,
  ...memorydbRules,
  ...mskRules,
  ...neptuneRules,
  ...networkfirewallRules,
  ...omicsRules,
  ...opensearchserverlessRules,
  ...opensearchserviceRules,
  ...phiRules,
  ...qbusinessRules,
  ...rdsRules,
  ...redshiftRules,
  ...redshiftserverlessRules,
  ...rolesanywhereRules,
  ...route53resolverRules,
  ...s3Rules,
  ...s3expressRules,
  ...s3objectlambdaRules,
  ...s3tablesRules,
  ...s3vectorsRules,
  ...sagemakerRules,
  ...secretsRules,
  ...secretsmanagerRules,
  ...securityhubRules,
  ...snsRules,
  ...sqsRules,
  ...ssmRules,
  ...stepfunctionsRules,
  ...timestreamRules,
  ...transcribeRules,
  ...transferRules,
  ...vpclatticeRules,
  ...wafv2Rules,
  ...workspacesRules,
];
