import type { RuleCases } from '../../support/judge-template';
import { accessanalyzerCases } from './accessanalyzer.cases';
import { acmpcaCases } from './acmpca.cases';
import { amazonmqCases } from './amazonmq.cases';
import { apigatewayCases } from './apigateway.cases';
import { apigatewayv2Cases } from './apigatewayv2.cases';
import { appmeshCases } from './appmesh.cases';
import { apprunnerCases } from './apprunner.cases';
import { appsyncCases } from './appsync.cases';
import { athenaCases } from './athena.cases';
import { autoscalingCases } from './autoscaling.cases';
import { backupCases } from './backup.cases';
import { batchCases } from './batch.cases';
import { bedrockCases } from './bedrock.cases';
import { bedrockagentcoreCases } from './bedrockagentcore.cases';
import { cassandraCases } from './cassandra.cases';
import { certificatemanagerCases } from './certificatemanager.cases';
import { cloudformationCases } from './cloudformation.cases';
import { cloudfrontCases } from './cloudfront.cases';
import { cloudtrailCases } from './cloudtrail.cases';
import { cloudwatchCases } from './cloudwatch.cases';
import { codebuildCases } from './codebuild.cases';
import { cognitoCases } from './cognito.cases';
import { comprehendCases } from './comprehend.cases';
import { configCases } from './config.cases';
import { daxCases } from './dax.cases';
import { dmsCases } from './dms.cases';
import { docdbCases } from './docdb.cases';
import { dynamodbCases } from './dynamodb.cases';
import { ec2Cases } from './ec2.cases';
import { ecrCases } from './ecr.cases';
import { ecsMeshCases } from './ecs-mesh.cases';
import { ecsCases } from './ecs.cases';
import { efsCases } from './efs.cases';
import { eksCases } from './eks.cases';
import { elasticacheCases } from './elasticache.cases';
import { elasticbeanstalkCases } from './elasticbeanstalk.cases';
import { elasticloadbalancingCases } from './elasticloadbalancing.cases';
import { elasticloadbalancingv2Cases } from './elasticloadbalancingv2.cases';
import { elasticsearchCases } from './elasticsearch.cases';
import { emrCases } from './emr.cases';
import { emrserverlessCases } from './emrserverless.cases';
import { eventsCases } from './events.cases';
import { fsxCases } from './fsx.cases';
import { glueCases } from './glue.cases';
import { governanceCases } from './governance.cases';
import { graphCases } from './graph.cases';
import { guarddutyCases } from './guardduty.cases';
import { healthlakeCases } from './healthlake.cases';
import { iamCases } from './iam.cases';
import { inspectorCases } from './inspector.cases';
import { kendraCases } from './kendra.cases';
import { kinesisCases } from './kinesis.cases';
import { kinesisfirehoseCases } from './kinesisfirehose.cases';
import { kmsCases } from './kms.cases';
import { lambdaCases } from './lambda.cases';
import { lexCases } from './lex.cases';
import { logsCases } from './logs.cases';
import { macieCases } from './macie.cases';
import { medicalimagingCases } from './medicalimaging.cases';
import { memorydbCases } from './memorydb.cases';
import { mskCases } from './msk.cases';
import { neptuneCases } from './neptune.cases';
import { networkfirewallCases } from './networkfirewall.cases';
import { omicsCases } from './omics.cases';
import { opensearchserverlessCases } from './opensearchserverless.cases';
import { opensearchserviceCases } from './opensearchservice.cases';
import { phiCases } from './phi.cases';
import { qbusinessCases } from './qbusiness.cases';
import { rdsCases } from './rds.cases';
import { redshiftCases } from './redshift.cases';
import { redshiftserverlessCases } from './redshiftserverless.cases';
import { rolesanywhereCases } from './rolesanywhere.cases';
import { route53resolverCases } from './route53resolver.cases';
import { s3Cases } from './s3.cases';
import { s3expressCases } from './s3express.cases';
import { s3objectlambdaCases } from './s3objectlambda.cases';
import { s3tablesCases } from './s3tables.cases';
import { s3vectorsCases } from './s3vectors.cases';
import { sagemakerCases } from './sagemaker.cases';
import { secretsCases } from './secrets.cases';
import { secretsmanagerCases } from './secretsmanager.cases';
import { securityhubCases } from './securityhub.cases';
import { snsCases } from './sns.cases';
import { sqsCases } from './sqs.cases';
import { ssmCases } from './ssm.cases';
import { stepfunctionsCases } from './stepfunctions.cases';
import { timestreamCases } from './timestream.cases';
import { transcribeCases } from './transcribe.cases';
import { transferCases } from './transfer.cases';
import { vpclatticeCases } from './vpclattice.cases';
import { wafv2Cases } from './wafv2.cases';
import { workspacesCases } from './workspaces.cases';

/** Cases of every rule. */
export const CASES: readonly RuleCases[] = [
  ...accessanalyzerCases,
  ...acmpcaCases,
  ...amazonmqCases,
  ...apigatewayCases,
  ...apigatewayv2Cases,
  ...appmeshCases,
  ...apprunnerCases,
  ...appsyncCases,
  ...athenaCases,
  ...autoscalingCases,
  ...backupCases,
  ...batchCases,
  ...bedrockCases,
  ...bedrockagentcoreCases,
  ...cassandraCases,
  ...certificatemanagerCases,
  ...cloudformationCases,
  ...cloudfrontCases,
  ...cloudtrailCases,
  ...cloudwatchCases,
  ...codebuildCases,
  ...cognitoCases,
  ...comprehendCases,
  ...configCases,
  ...daxCases,
  ...dmsCases,
  ...docdbCases,
  ...dynamodbCases,
  ...ec2Cases,
  ...ecrCases,
  ...ecsCases,
  ...ecsMeshCases,
  ...efsCases,
  ...eksCases,
  ...elasticacheCases,
  ...elasticbeanstalkCases,
  ...elasticloadbalancingCases,
  ...elasticloadbalancingv2Cases,
  ...elasticsearchCases,
  ...emrCases,
  ...emrserverlessCases,
  ...eventsCases,
  ...fsxCases,
  ...glueCases,
  ...governanceCases,
  ...graphCases,
  ...guarddutyCases,
  ...healthlakeCases,
  ...iamCases,
  ...inspectorCases,
  ...kendraCases,
  ...kinesisCases,
  ...kinesisfirehoseCases,
  ...kmsCases,
  ...lambdaCases,
  ...lexCases,
  ...logsCases,
  ...macieCases,
  ...medicalimagingCases,
  ...memorydbCases,
  ...mskCases,
  ...neptuneCases,
  ...networkfirewallCases,
  ...omicsCases,
  ...opensearchserverlessCases,
  ...opensearchserviceCases,
  ...phiCases,
  ...qbusinessCases,
  ...rdsCases,
  ...redshiftCases,
  ...redshiftserverlessCases,
  ...rolesanywhereCases,
  ...route53resolverCases,
  ...s3Cases,
  ...s3expressCases,
  ...s3objectlambdaCases,
  ...s3tablesCases,
  ...s3vectorsCases,
  ...sagemakerCases,
  ...secretsCases,
  ...secretsmanagerCases,
  ...securityhubCases,
  ...snsCases,
  ...sqsCases,
  ...ssmCases,
  ...stepfunctionsCases,
  ...timestreamCases,
  ...transcribeCases,
  ...transferCases,
  ...vpclatticeCases,
  ...wafv2Cases,
  ...workspacesCases,
];
