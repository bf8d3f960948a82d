import { MOST_GUARDRAILS } from './asker';
import { MOST_OTHER_PLACES } from './rows';

/** What the matrix takes for granted, for whoever reads it. */
export function ASSUMPTIONS({
  account,
  region,
}: {
  readonly account: string;
  readonly region: string;
}): readonly string[] {
  return [
    `A stack that names no account or Region is in account ${account} and Region ${region}; resources are called by their logical ids, and versions of a guardrail are numbered in order.`,
    'A policy deploys as it is written: what conditions or parameters of a template choose is not known.',
    'FullAWSAccess and RCPFullAWSAccess are attached beside the control policies of the assembly, which bind every account of it unless their targets say otherwise. The management account is not among them.',
    'Any principal may use any VPC endpoint of the assembly: networks and security groups are judged by rules, not here.',
    'Nothing is known of MFA, source addresses, session policies, session tags or KMS grants.',
    'Foundation models have no account and no resource policy; whether a call bears aws:ResourceAccount for them is not known.',
    'A cross-Region profile answers in the Regions its approval lists, else in those where the policies name its model. A call through it needs the profile and the model in each; through a global profile also the model without a Region.',
    `Each principal is asked about the endpoints its policies name and ${MOST_OTHER_PLACES} kinds of others for each service, and with the first ${MOST_GUARDRAILS} numbered guardrails they name; where they name none, with one of the assembly.`,
    'With the numbered guardrail a caller also needs bedrock:ApplyGuardrail, and kms:Decrypt through Bedrock where the assembly has the key.',
    'Converse and ConverseStream are authorized as InvokeModel and InvokeModelWithResponseStream.',
  ];
}
