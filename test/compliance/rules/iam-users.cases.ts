import { groupHasUsers } from '../../../lib/compliance/rules/iam/group-has-users';
import { loginProfileReset } from '../../../lib/compliance/rules/iam/login-profile-reset';
import { loginProfileSecret } from '../../../lib/compliance/rules/iam/login-profile-secret';
import { userInGroup } from '../../../lib/compliance/rules/iam/user-in-group';
import { userNoPolicies } from '../../../lib/compliance/rules/iam/user-no-policies';
import type { Json } from '../../../lib/compliance/template/json';
import { POLICY } from '../../support/iam-scenarios';
import {
  beside,
  body,
  casesOf,
  either,
  NOTHING,
  OPEN,
  ref,
  resource,
  seen,
  subject,
} from '../../support/judge-template';

const USER = 'AWS::IAM::User';
const GROUP = 'AWS::IAM::Group';
const MEMBERSHIP = 'AWS::IAM::UserToGroupAddition';
const profile = (password: Json, reset: Json = true) =>
  subject(USER, { LoginProfile: { Password: password, PasswordResetRequired: reset } });
const SECRET = '{{resolve:secretsmanager:first-password:SecretString:password}}';

export const iamUserCases = [
  casesOf(userNoPolicies, {
    'a user without policies is compliant': subject(USER),
    'a policy of a role is compliant': subject(POLICY, { Roles: ['r'] }),
    'a managed policy of a group is compliant': subject('AWS::IAM::ManagedPolicy', { Groups: ['g'] }),
    'a policy in a user is a finding': seen(
      subject(USER, { Policies: [{ PolicyName: 'p' }] }),
      'Properties.Policies',
    ),
    'a managed policy on a user is a finding': seen(
      subject(USER, { ManagedPolicyArns: ['arn:aws:iam::1:policy/p'] }),
      'Properties.ManagedPolicyArns',
    ),
    'a policy of a user is a finding': seen(subject(POLICY, { Users: ['u'] }), 'Properties.Users'),
    'a managed policy of a user is a finding': subject('AWS::IAM::ManagedPolicy', { Users: [OPEN] }),
    'a policy for a user is a finding': subject('AWS::IAM::UserPolicy', { UserName: 'u' }),
  }),
  casesOf(userInGroup, {
    'a user with a group is compliant': subject(USER, { Groups: ['g'] }),
    'a user added to a group is compliant': subject(
      USER,
      {},
      {
        Added: resource(MEMBERSHIP, { GroupName: 'g', Users: [ref('Subject')] }),
      },
    ),
    'a user added by name in another stack is compliant': beside(
      subject(USER, { UserName: 'u' }),
      body({ Added: resource(MEMBERSHIP, { GroupName: 'g', Users: ['u'] }) }),
    ),
    'a user alone is a finding': seen(subject(USER), 'Properties.Groups'),
    'another user added to a group is a finding': subject(
      USER,
      {},
      {
        Added: resource(MEMBERSHIP, { GroupName: 'g', Users: ['other'] }),
      },
    ),
    'a group in one branch is a finding': subject(USER, { Groups: either(['g'], NOTHING) }),
  }),
  casesOf(groupHasUsers, {
    'a group named by a user is compliant': subject(
      GROUP,
      {},
      { User: resource(USER, { Groups: [ref('Subject')] }) },
    ),
    'a group that users are added to is compliant': subject(
      GROUP,
      {},
      {
        Added: resource(MEMBERSHIP, { GroupName: ref('Subject'), Users: ['u'] }),
      },
    ),
    'a group named in another stack is compliant': beside(
      subject(GROUP, { GroupName: 'g' }),
      body({ User: resource(USER, { Groups: ['g'] }) }),
    ),
    'a group alone is a finding': seen(subject(GROUP), 'Properties'),
    'a group beside users of another is a finding': subject(
      GROUP,
      { GroupName: 'g' },
      {
        User: resource(USER, { Groups: ['other'] }),
      },
    ),
  }),
  casesOf(loginProfileReset, {
    'a password to be changed is compliant': profile(SECRET),
    'no password is not applicable': subject(USER),
    'a password to be kept is a finding': seen(
      profile(SECRET, false),
      'Properties.LoginProfile.PasswordResetRequired',
    ),
    'a password kept by default is a finding': subject(USER, { LoginProfile: { Password: SECRET } }),
    'a password left to a parameter is unknown': profile(SECRET, OPEN),
  }),
  casesOf(loginProfileSecret, {
    'a secret is compliant': profile(SECRET),
    'a secure parameter is compliant': profile('{{resolve:ssm-secure:first-password:1}}'),
    'a secret of the stack is compliant': subject(
      USER,
      {
        LoginProfile: {
          Password: {
            'Fn::Join': ['', ['{{resolve:secretsmanager:', ref('Secret'), ':SecretString:password}}']],
          },
        },
      },
      { Secret: resource('AWS::SecretsManager::Secret') },
    ),
    'no password is not applicable': subject(USER),
    'a password written out is a finding': seen(profile('not-a-secret'), 'Properties.LoginProfile.Password'),
    'a password in a plain parameter is a finding': profile('{{resolve:ssm:first-password:1}}'),
    'a password as the default of a parameter is a finding': profile(ref('Wide')),
    'a password written out in one branch is a finding': profile(either(SECRET, 'not-a-secret')),
    'a password left to a parameter without echo is compliant': {
      stacks: [
        {
          Parameters: { First: { Type: 'String', NoEcho: true } },
          Resources: { Subject: resource(USER, { LoginProfile: { Password: ref('First') } }) },
        },
      ],
    },
    'a password left to a parameter that shows it is a finding': profile(OPEN),
    'a password of an import is unknown': profile({ 'Fn::ImportValue': 'elsewhere' }),
    'a profile left to a parameter is unknown': subject(USER, { LoginProfile: OPEN }),
  }),
];
