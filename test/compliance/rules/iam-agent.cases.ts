import { bedrockInvokeGuardrail } from '../../../lib/compliance/rules/iam/bedrock-invoke-guardrail';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import {
  arn,
  casesOf,
  either,
  NOTHING,
  OPEN,
  ref,
  resource,
  seen,
  subject,
} from '../../support/judge-template';

const MODEL = 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0';
const BEDROCK = { Service: 'bedrock.amazonaws.com' };
const GUARDED = { GuardrailIdentifier: 'g', GuardrailVersion: '1' };

/** A policy that lets a role invoke a model, without any condition. */
const ofRole = (principal: Json, others: JsonObject, roles: Json = [ref('Role')]) =>
  subject(
    'AWS::IAM::ManagedPolicy',
    {
      Roles: roles,
      PolicyDocument: { Statement: { Effect: 'Allow', Action: 'bedrock:InvokeModel', Resource: MODEL } },
    },
    {
      Role: resource('AWS::IAM::Role', {
        AssumeRolePolicyDocument: {
          Statement: { Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' },
        },
      }),
      ...others,
    },
  );
const agent = (guardrail: Json = GUARDED): JsonObject => ({
  Agent: resource('AWS::Bedrock::Agent', {
    AgentResourceRoleArn: arn('Role'),
    GuardrailConfiguration: guardrail,
  }),
});
const STATEMENT = 'Properties.PolicyDocument.Statement';

/** No policy can demand a guardrail of an agent's own calls. */
export const iamAgentCases = [
  casesOf(bedrockInvokeGuardrail, {
    'a role of an agent with a guardrail is not applicable': ofRole(BEDROCK, agent()),
    'a role of an agent without one is a finding': seen(ofRole(BEDROCK, agent(NOTHING)), STATEMENT),
    'a role of an agent with one in one branch is a finding': ofRole(
      BEDROCK,
      agent(either(GUARDED, NOTHING)),
    ),
    'a role that others take as well is a finding': ofRole(
      { ...BEDROCK, AWS: 'arn:aws:iam::111122223333:role/person' },
      agent(),
    ),
    'a role of no agent is a finding': ofRole(BEDROCK, {}),
    'a policy of a further role is a finding': ofRole(
      BEDROCK,
      { ...agent(), Further: resource('AWS::IAM::Role') },
      [ref('Role'), ref('Further')],
    ),
    'a principal left to a parameter is a finding': ofRole({ Service: OPEN }, agent()),
  }),
];
