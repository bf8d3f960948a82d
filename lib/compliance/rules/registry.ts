import type { Rule } from '../rule';
import { bedrockRules } from './bedrock';
import { cloudformationRules } from './cloudformation';
import { cloudtrailRules } from './cloudtrail';
import { ec2Rules } from './ec2';
import { iamRules } from './iam';
import { kmsRules } from './kms';
import { lambdaRules } from './lambda';
import { logsRules } from './logs';
import { s3Rules } from './s3';

/** Every rule of the pack, in the order of their ids. The pack, the command line, the docs and the evidence read this. */
export const RULES: readonly Rule[] = [
  ...bedrockRules,
  ...cloudformationRules,
  ...cloudtrailRules,
  ...ec2Rules,
  ...iamRules,
  ...kmsRules,
  ...lambdaRules,
  ...logsRules,
  ...s3Rules,
];
