import { environmentEncrypted } from '../../../lib/compliance/rules/lambda/environment-encrypted';
import { inVpc } from '../../../lib/compliance/rules/lambda/in-vpc';
import { logGroupDeclared } from '../../../lib/compliance/rules/lambda/log-group-declared';
import { notPublic } from '../../../lib/compliance/rules/lambda/not-public';
import type { Json } from '../../../lib/compliance/template/json';
import {
  arn,
  beside,
  casesOf,
  either,
  FAR_KEY,
  FAR_STACK,
  NOTHING,
  OPEN,
  ref,
  resource,
  seen,
  subject,
} from '../../support/judge-template';
import { moreLambdaCases } from './lambda-more.cases';

const FUNCTION = 'AWS::Lambda::Function';
const PERMISSION = 'AWS::Lambda::Permission';
const NETWORK = { SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'] };
const VARIABLES = { Environment: { Variables: { MODE: 'x' } } };
const GROUP = 'AWS::Logs::LogGroup';
const named = (name: Json) => ({ Group: resource(GROUP, { LogGroupName: name }) });

export const lambdaCases = [
  casesOf(inVpc, {
    'subnets and groups is compliant': subject(FUNCTION, { VpcConfig: NETWORK }),
    'subnets of another stack is compliant': subject(FUNCTION, {
      VpcConfig: { ...NETWORK, SubnetIds: [{ 'Fn::ImportValue': 'subnet' }] },
    }),
    'no network is a finding': seen(
      subject(FUNCTION),
      'Properties.VpcConfig.SubnetIds',
      'Properties.VpcConfig.SecurityGroupIds',
    ),
    'no subnets is a finding': seen(
      subject(FUNCTION, { VpcConfig: { ...NETWORK, SubnetIds: [] } }),
      'Properties.VpcConfig.SubnetIds',
    ),
    'a network in one branch is a finding': subject(FUNCTION, { VpcConfig: either(NETWORK, NOTHING) }),
    'a serverless function without a network is a finding': subject('AWS::Serverless::Function'),
    'a network left to a parameter is unknown': subject(FUNCTION, { VpcConfig: OPEN }),
    'a function that only CloudFormation calls is not applicable': subject(
      FUNCTION,
      {},
      { Custom: resource('Custom::Thing', { ServiceToken: arn('Subject') }) },
    ),
  }),
  casesOf(environmentEncrypted, {
    'variables under a key of another stack is compliant': beside(
      subject(FUNCTION, { ...VARIABLES, KmsKeyArn: FAR_KEY }),
      FAR_STACK,
    ),
    'variables without a key is a finding': seen(subject(FUNCTION, VARIABLES), 'Properties.KmsKeyArn'),
    'variables in one branch without a key is a finding': subject(FUNCTION, {
      Environment: either({ Variables: { MODE: 'x' } }, NOTHING),
    }),
    'a key left to a parameter is unknown': subject(FUNCTION, { ...VARIABLES, KmsKeyArn: OPEN }),
    'no variables is not applicable': subject(FUNCTION),
    'an empty list of variables is not applicable': subject(FUNCTION, { Environment: { Variables: {} } }),
  }),
  casesOf(logGroupDeclared, {
    'a group of the stack is compliant': subject(
      FUNCTION,
      { LoggingConfig: { LogGroup: ref('Group') } },
      { Group: resource(GROUP) },
    ),
    'a group named after the function is compliant': subject(
      FUNCTION,
      { FunctionName: 'redact' },
      named('/aws/lambda/redact'),
    ),
    'a group named after the function by reference is compliant': subject(
      FUNCTION,
      {},
      named({ 'Fn::Sub': '/aws/lambda/${Subject}' }),
    ),
    'a group in another stack is compliant': beside(
      subject(FUNCTION, { LoggingConfig: { LogGroup: '/redact' } }),
      { Resources: named('/redact') },
    ),
    'no group is a finding': seen(subject(FUNCTION), 'Properties.LoggingConfig.LogGroup'),
    'a group named after another function is a finding': subject(
      FUNCTION,
      { FunctionName: 'redact' },
      named('/aws/lambda/other'),
    ),
    'a group that nothing declares beside one named after the function is a finding': subject(
      FUNCTION,
      { FunctionName: 'redact', LoggingConfig: { LogGroup: '/x' } },
      named('/aws/lambda/redact'),
    ),
    'a group that nothing declares is a finding': subject(FUNCTION, { LoggingConfig: { LogGroup: '/x' } }),
    'a group in one branch is a finding': subject(
      FUNCTION,
      { LoggingConfig: either({ LogGroup: ref('Group') }, NOTHING) },
      { Group: resource(GROUP) },
    ),
    'a group that may not be there is a finding': subject(
      FUNCTION,
      { LoggingConfig: { LogGroup: '/redact' } },
      { Group: { ...resource(GROUP, { LogGroupName: '/redact' }), Condition: 'Maybe' } },
    ),
    'a group left to a parameter is unknown': subject(FUNCTION, { LoggingConfig: { LogGroup: OPEN } }),
  }),
  casesOf(notPublic, {
    'a service for one source is compliant': subject(PERMISSION, {
      Principal: 's3.amazonaws.com',
      SourceArn: 'arn:aws:s3:::b',
    }),
    'everybody of the organisation is compliant': subject(PERMISSION, {
      Principal: '*',
      PrincipalOrgID: 'o-1',
    }),
    'a URL with signatures is compliant': subject('AWS::Lambda::Url', { AuthType: 'AWS_IAM' }),
    'everybody is a finding': seen(subject(PERMISSION, { Principal: '*' }), 'Properties.Principal'),
    'everybody with a source in one branch is a finding': subject(PERMISSION, {
      Principal: '*',
      SourceAccount: either('111122223333', NOTHING),
    }),
    'a layer for everybody is a finding': subject('AWS::Lambda::LayerVersionPermission', { Principal: '*' }),
    'a URL for everybody is a finding': seen(
      subject('AWS::Lambda::Url', { AuthType: 'NONE' }),
      'Properties.AuthType',
    ),
    'a URL permission for everybody is a finding': seen(
      subject(PERMISSION, { Principal: '111122223333', FunctionUrlAuthType: 'NONE' }),
      'Properties.FunctionUrlAuthType',
    ),
    'a principal left to a parameter is unknown': subject(PERMISSION, { Principal: OPEN }),
  }),
  ...moreLambdaCases,
];
