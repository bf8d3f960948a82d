import type { RuleCases } from '../../support/judge-template';
import { bedrockCases } from './bedrock.cases';
import { cloudformationCases } from './cloudformation.cases';
import { cloudtrailCases } from './cloudtrail.cases';
import { ec2Cases } from './ec2.cases';
import { iamCases } from './iam.cases';
import { kmsCases } from './kms.cases';
import { lambdaCases } from './lambda.cases';
import { logsCases } from './logs.cases';
import { s3Cases } from './s3.cases';

/** Cases of every rule. */
export const CASES: readonly RuleCases[] = [
  ...bedrockCases,
  ...cloudformationCases,
  ...cloudtrailCases,
  ...ec2Cases,
  ...iamCases,
  ...kmsCases,
  ...lambdaCases,
  ...logsCases,
  ...s3Cases,
];
