import { allows, onEachAllow } from '../../policy/allow';
import { bindsConditions } from '../../policy/binding';
import { namesNothing } from '../../policy/openness';
import { isWholeService } from '../../policy/pattern';
import { IDENTITY_POLICY_TYPES, identityStatements } from '../../policy/statement';
import { finding, unknown, type Rule } from '../../rule';

/** Actions whose answer is a credential. Source: Service Authorization Reference, what each action returns. */
const CREDENTIALS = [
  'cognito-identity:GetCredentialsForIdentity', 'cognito-identity:GetOpenIdTokenForDeveloperIdentity',
  'iam:CreateAccessKey', 'iam:CreateLoginProfile', 'iam:CreateServiceSpecificCredential', 'iam:ResetServiceSpecificCredential',
  'iam:UpdateAccessKey', 'lightsail:GetInstanceAccessDetails', 'lightsail:GetRelationalDatabaseMasterUserPassword',
  'rds-db:connect', 'redshift:GetClusterCredentials', 'redshift-serverless:GetCredentials', 'ec2:GetPasswordData',
  'sts:AssumeRole', 'sts:GetFederationToken', 'secretsmanager:GetSecretValue',
]; // prettier-ignore

export const noOpenCredentials: Rule = {
  id: 'iam-no-open-credentials',
  title: 'credentials are given out for named identities only',
  severity: 'error',
  controls: ['164.308(a)(4)(ii)(B)', '164.312(d)'],
  profiles: ['strict'],
  why: 'Whoever gets a credential of somebody else acts under that name, and the log shows the wrong person.',
  fix: 'name the users, roles, clusters or databases in Resource',
  resourceTypes: [...IDENTITY_POLICY_TYPES],
  check(resource) {
    return onEachAllow(
      identityStatements(resource),
      ['action', 'resource'],
      (statement) => {
        if (!statement.resources.some(namesNothing)) return [];
        // whole services and NotAction are findings of other rules
        const named = {
          ...statement,
          actions: statement.actions.filter((action) => !isWholeService(action)),
        };
        const action = CREDENTIALS.find((each) => statement.notActions.length === 0 && allows(named, each));
        const bound = action === undefined || bindsConditions(statement);
        if (bound === true) return [];
        return [
          bound === false
            ? finding(`${statement.path}.Resource`, `gives out every credential of ${action}`)
            : unknown(statement.path, `allows ${action} under a condition that cannot be read`),
        ];
      },
      (statement) => CREDENTIALS.some((action) => allows(statement, action)),
    );
  },
};
