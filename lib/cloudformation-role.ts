import { Aws, DefaultStackSynthesizer, Fn, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

const DEFAULT_QUALIFIER = 'hnb659fds';

/** The role CloudFormation deploys with: the stack's own, or the one `cdk bootstrap` names for the stack's qualifier. */
export function cloudFormationRoleArn(scope: Construct): string {
  const { synthesizer } = Stack.of(scope);
  if (synthesizer instanceof DefaultStackSynthesizer) {
    // it names partition and account by `${AWS::…}`
    return Fn.sub(synthesizer.cloudFormationExecutionRoleArn);
  }
  const qualifier = synthesizer.bootstrapQualifier ?? DEFAULT_QUALIFIER;
  const name = `cdk-${qualifier}-cfn-exec-role-${Aws.ACCOUNT_ID}-${Aws.REGION}`;
  return `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:role/${name}`;
}
