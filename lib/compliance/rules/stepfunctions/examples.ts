import type { Examples } from '../example';
import { KEY_IN_YAML, yaml } from '../yaml';

const machine = (line: string) =>
  yaml('Machine', 'StepFunctions::StateMachine', 'StateMachineType: STANDARD', line);

export const stepfunctionsExamples: Examples = {
  'stepfunctions-customer-key': {
    bad: machine('EncryptionConfiguration: { Type: AWS_OWNED_KEY }'),
    good: machine(
      'EncryptionConfiguration: { Type: CUSTOMER_MANAGED_KMS_KEY, KmsKeyId: !GetAtt Key.Arn }',
    ).concat(KEY_IN_YAML),
  },
  'stepfunctions-logged': {
    bad: machine('LoggingConfiguration: { Level: OFF }'),
    good: machine('LoggingConfiguration: { Level: ALL, IncludeExecutionData: false }'),
  },
  'stepfunctions-no-execution-data': {
    bad: machine('LoggingConfiguration: { Level: ALL, IncludeExecutionData: true }'),
    good: machine('LoggingConfiguration: { Level: ALL, IncludeExecutionData: false }'),
  },
  'stepfunctions-tracing': {
    bad: machine('TracingConfiguration: { Enabled: false }'),
    good: machine('TracingConfiguration: { Enabled: true }'),
  },
};
