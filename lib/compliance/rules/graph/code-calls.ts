/**
 * Calls that only the code of a function can make with its role, by the endpoint that carries them.
 *
 * Left out is what AWS also does with a function's role from outside the VPC, so that no template tells who calls: logs,
 * network interfaces, traces, polling of queues and streams, destinations and dead letters (SNS, SQS, Lambda,
 * EventBridge, `s3:PutObject`), and every use of a key, which S3 and others make on the caller's behalf.
 * Source: Lambda developer guide, "Defining Lambda function permissions with an execution role".
 */
export const CODE_CALLS: Readonly<Record<string, readonly string[]>> = {
  'acm-pca': ['acm-pca:issuecertificate', 'acm-pca:getcertificate'],
  'bedrock-agent-runtime': ['bedrock:invokeagent', 'bedrock:retrieve', 'bedrock:retrieveandgenerate'],
  'bedrock-agentcore': ['bedrock-agentcore:invokeagentruntime'],
  'bedrock-runtime': [
    'bedrock:applyguardrail',
    'bedrock:invokemodel',
    'bedrock:invokemodelwithresponsestream',
  ],
  comprehendmedical: ['comprehendmedical:detectentitiesv2', 'comprehendmedical:detectphi'],
  dynamodb: [
    'dynamodb:batchgetitem',
    'dynamodb:batchwriteitem',
    'dynamodb:conditioncheckitem',
    'dynamodb:deleteitem',
    'dynamodb:getitem',
    'dynamodb:putitem',
    'dynamodb:query',
    'dynamodb:scan',
    'dynamodb:updateitem',
  ],
  s3: ['s3:deleteobject', 's3:getobject', 's3:listbucket'],
  secretsmanager: ['secretsmanager:getsecretvalue', 'secretsmanager:putsecretvalue'],
  ssm: ['ssm:getparameter', 'ssm:getparameters', 'ssm:getparametersbypath'],
  states: ['states:sendtaskfailure', 'states:sendtasksuccess', 'states:startexecution'],
  sts: ['sts:assumerole'],
};
