import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { allow } from '../../support/iam-scenarios';
import { arn, body, either, OPEN, ref, resource } from '../../support/judge-template';
import { MatrixReader, type Wanted } from './matrix-reader';

const MODEL = 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0';
const ROLE = 'AWS::IAM::Role';
const cell = (who: string, change: Partial<Wanted> = {}): Wanted => ({
  who,
  door: 'runtime',
  from: 'elsewhere',
  model: 'amazon.nova-lite-v1:0 in us-east-1',
  guardrail: 'none',
  ...change,
});
const policyOf = (member: 'Roles' | 'Users' | 'Groups', holder: Json, ...statements: readonly Json[]) =>
  resource('AWS::IAM::Policy', {
    [member]: [holder],
    PolicyDocument: { Version: '2012-10-17', Statement: statements },
  });
const INVOKE = allow('bedrock:InvokeModel*', MODEL);
const read = (resources: JsonObject, ...more: readonly JsonObject[]) =>
  new MatrixReader(body(resources), ...more);
const rowsOf = ({ matrix }: MatrixReader) =>
  matrix.rows.map(({ principals }) => principals.map(({ name }) => name));

test('a user has what its groups have, named there or added to', () => {
  const reader = read({
    Named: resource('AWS::IAM::User', { Groups: [ref('Readers')] }),
    Added: resource('AWS::IAM::User'),
    Neither: resource('AWS::IAM::User'),
    Readers: resource('AWS::IAM::Group'),
    Addition: resource('AWS::IAM::UserToGroupAddition', { GroupName: ref('Readers'), Users: [ref('Added')] }),
    Policy: policyOf('Groups', ref('Readers'), INVOKE),
  });
  expect(reader.verdict(cell('Named'))).toBe('allowed');
  expect(reader.verdict(cell('Added'))).toBe('allowed');
  expect(rowsOf(reader).flat().join()).not.toContain('Neither');
});

test('principals that no policy tells apart share a row, the others have their own', () => {
  const reader = read({
    One: resource(ROLE),
    Two: resource(ROLE),
    Three: resource(ROLE),
    PolicyOfOne: policyOf('Roles', ref('One'), INVOKE),
    PolicyOfTwo: policyOf('Roles', ref('Two'), INVOKE, allow('s3:GetObject', 'arn:aws:s3:::two/*')),
    PolicyOfThree: policyOf('Roles', ref('Three'), allow('bedrock:InvokeModel', MODEL)),
  });
  expect(rowsOf(reader)[0]).toEqual(['stack-1#One', 'stack-1#Two']);
  expect(reader.cell(cell('Three')).only).toEqual(['bedrock:InvokeModel']);
  expect(reader.cell(cell('One')).only).toBeUndefined();
});

test('whoever a policy names or looks at is somebody of his own', () => {
  const deny = (condition: Json): JsonObject => ({
    Effect: 'Deny',
    Sid: 'NotOne',
    Action: 'bedrock:InvokeModel*',
    Resource: '*',
    Condition: { ArnLike: { 'aws:PrincipalArn': condition } },
  });
  const reader = read({
    One: resource(ROLE),
    Two: resource(ROLE),
    PolicyOfOne: policyOf('Roles', ref('One'), INVOKE),
    PolicyOfTwo: policyOf('Roles', ref('Two'), INVOKE),
    Control: resource('AWS::Organizations::Policy', {
      Type: 'SERVICE_CONTROL_POLICY',
      TargetIds: ['r-abcd'],
      Content: { Version: '2012-10-17', Statement: [deny('arn:aws:iam::*:role/One')] },
    }),
  });
  expect(reader.said(cell('#One'))).toBe('denied scp:NotOne');
  expect(reader.said(cell('#Two'))).toBe('allowed');
});

describe('managed policies from outside the assembly', () => {
  const managed = (name: string) =>
    read({
      Subject: resource(ROLE, {
        ManagedPolicyArns: [
          { 'Fn::Join': ['', ['arn:', ref('AWS::Partition'), `:iam::aws:policy/${name}`]] },
        ],
      }),
      Named: policyOf('Roles', ref('Other'), INVOKE),
      Other: resource(ROLE),
    });

  test('are read where most roles have them', () => {
    expect(managed('AmazonBedrockFullAccess').verdict(cell('Subject'))).toBe('allowed');
    expect(
      managed('AdministratorAccess').verdict(
        cell('Subject', { door: 'mantle', model: undefined, guardrail: undefined }),
      ),
    ).toBe('allowed');
    expect(rowsOf(managed('service-role/AWSLambdaBasicExecutionRole')).flat()).not.toContain(
      'stack-1#Subject',
    );
  });

  test('leave it open where nobody knows what they say', () => {
    expect(managed('AmazonBedrockLimitedAccess').said(cell('Subject'))).toBe(
      'unknown identity:arn:${AWS::Partition}:iam::aws:policy/AmazonBedrockLimitedAccess',
    );
  });
});

test('a boundary from outside the assembly leaves open what it would allow', () => {
  const reader = read({
    Subject: resource(ROLE, { PermissionsBoundary: 'arn:aws:iam::111122223333:policy/made-elsewhere' }),
    Policy: policyOf('Roles', ref('Subject'), INVOKE),
  });
  expect(reader.verdict(cell('Subject'))).toBe('unknown');
});

test('what a parameter or a condition decides is not known', () => {
  const reader = read({
    Chosen: resource(ROLE),
    PolicyOfChosen: policyOf('Roles', ref('Chosen'), either(INVOKE, allow('s3:GetObject'))),
    Unset: resource(ROLE),
    PolicyOfUnset: policyOf('Roles', ref('Unset'), allow('bedrock:InvokeModel*', OPEN)),
    Plain: resource(ROLE),
    PolicyOfPlain: policyOf('Roles', ref('Plain'), INVOKE),
  });
  expect(reader.verdict(cell('Chosen'))).toBe('unknown');
  expect(reader.verdict(cell('Unset'))).toBe('unknown');
  expect(reader.verdict(cell('Plain'))).toBe('allowed');
});

test('a policy, a role and an endpoint in three stacks are put together', () => {
  const network = body(
    {
      Endpoint: resource('AWS::EC2::VPCEndpoint', {
        ServiceName: { 'Fn::Sub': 'com.amazonaws.${AWS::Region}.bedrock-runtime' },
        PolicyDocument: {
          Statement: [
            {
              ...INVOKE,
              Principal: '*',
              Condition: { StringEquals: { 'aws:PrincipalAccount': ref('AWS::AccountId') } },
            },
          ],
        },
      }),
    },
    { Outputs: { Id: { Value: ref('Endpoint'), Export: { Name: 'endpoint' } } } },
  );
  const roles = body(
    { Role: resource(ROLE) },
    { Outputs: { Role: { Value: ref('Role'), Export: { Name: 'role' } } } },
  );
  const through = { StringEquals: { 'aws:SourceVpce': { 'Fn::ImportValue': 'endpoint' } } };
  const policies = body({
    Policy: policyOf('Roles', { 'Fn::ImportValue': 'role' }, { ...INVOKE, Condition: through }),
    // of the same name as the one in the other stack, and nobody's
    Endpoint: resource('AWS::EC2::VPCEndpoint', { ServiceName: 'com.amazonaws.us-east-1.bedrock-runtime' }),
  });
  const reader = new MatrixReader(policies, roles, network);
  const { places, rows } = reader.matrix;
  const row = rows.find(({ principals }) => principals.some(({ name }) => name === 'stack-2#Role'));
  const verdictFrom = (place: string) =>
    row?.cells.find(
      ({ door, guardrail, models, from }) =>
        door === 'runtime' &&
        guardrail === 'none' &&
        models?.includes(0) &&
        from.some((index) => places[index]?.name === place),
    )?.verdict;
  expect(verdictFrom('stack-3#Endpoint')).toBe('allowed');
  expect(verdictFrom('stack-1#Endpoint')).toBe('denied');
  expect(verdictFrom('elsewhere')).toBe('denied');
});

test('an agent of the assembly is asked for by name', () => {
  const alias = resource('AWS::Bedrock::AgentAlias', { AgentId: 'AGENT12345' });
  const reader = read({
    Alias: alias,
    Caller: resource(ROLE),
    Policy: policyOf(
      'Roles',
      ref('Caller'),
      allow('bedrock:InvokeAgent', { 'Fn::GetAtt': ['Alias', 'AgentAliasArn'] }),
    ),
  });
  const agent = reader.cell({ who: 'Caller', door: 'agent', from: 'elsewhere' });
  expect(agent.verdict).toBe('allowed');
  expect(agent.only).toEqual(['bedrock:InvokeAgent']);
});

test('an assembly without Bedrock has no matrix', () => {
  expect(() =>
    read({
      Role: resource(ROLE),
      Key: resource('AWS::KMS::Key'),
      Other: { ...resource(ROLE), Properties: { RoleName: arn('Key') } },
    }),
  ).toThrow('no matrix');
});

test('models that cannot be read, and more than anybody lists, are said to be left out', () => {
  const many = Array.from(
    { length: 205 },
    (_, index) => `arn:aws:bedrock:us-east-1::foundation-model/invented.m${index}`,
  );
  const reader = read({
    Subject: resource(ROLE),
    Policy: policyOf(
      'Roles',
      ref('Subject'),
      allow('bedrock:InvokeModel', [
        ...many,
        { 'Fn::Sub': 'arn:aws:bedrock:us-east-1::foundation-model/${Open}' },
      ]),
    ),
  });
  expect(reader.matrix.leftOut.join('\n')).toMatch(/^5 of 205 models .*first 200 are shown\n1 statements/u);
  expect(reader.matrix.models.filter(({ kind }) => kind === 'model')).toHaveLength(200);
});
