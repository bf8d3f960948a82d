export { DataPerimeter } from './endpoint-policies/data-perimeter';
export {
  agentCore,
  agentCoreControl,
  agentCoreGateway,
  bedrock,
  bedrockAgent,
  bedrockAgentRuntime,
  bedrockRuntime,
} from './endpoint-policies/bedrock';
export { kms, privateCa, secretsManager, ssm, sts } from './endpoint-policies/security';
export { dynamoDb, ecrApi, ecrDocker, imageLayers, s3 } from './endpoint-policies/stores';
export {
  comprehendMedical,
  eventBridge,
  executeApi,
  lambda,
  logs,
  monitoring,
  sns,
  sqs,
  stepFunctions,
} from './endpoint-policies/workloads';
