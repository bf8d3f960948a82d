import type { Json, JsonObject } from '../../lib/compliance/template/json';
import { subject, type Scenario } from './judge-template';

export const POLICY = 'AWS::IAM::Policy';
export const ROLE = 'AWS::IAM::Role';
export const STATEMENT = 'Properties.PolicyDocument.Statement.0';

export const policy = (...statements: readonly Json[]): Scenario =>
  subject(POLICY, { PolicyDocument: { Statement: statements } });
export const allow = (action: Json, on: Json = '*', condition?: Json): JsonObject => ({
  Effect: 'Allow',
  Action: action,
  Resource: on,
  ...(condition === undefined ? {} : { Condition: condition }),
});
export const inline = (statement: Json) =>
  subject(ROLE, { Policies: [{ PolicyName: 'p', PolicyDocument: { Statement: statement } }] });
export const managed = (...arns: readonly Json[]) => subject(ROLE, { ManagedPolicyArns: arns });
export const trust = (principal: Json, condition?: Json, action: Json = 'sts:AssumeRole') =>
  subject(ROLE, {
    AssumeRolePolicyDocument: {
      Statement: [
        {
          Effect: 'Allow',
          Principal: principal,
          Action: action,
          ...(condition === undefined ? {} : { Condition: condition }),
        },
      ],
    },
  });
export const TRUST = 'Properties.AssumeRolePolicyDocument.Statement.0';
export const GITHUB = {
  Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
};
export const WEB = 'sts:AssumeRoleWithWebIdentity';
export const OTHER_ACCOUNT = { AWS: 'arn:aws:iam::444455556666:root' };
