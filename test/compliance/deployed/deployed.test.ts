import { Deployed } from '../../../lib/compliance/deployed/deployed';
import { Assembly } from '../../../lib/compliance/template/assembly';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import type { TemplateSource } from '../../../lib/compliance/template/template';
import { body, ref, resource, source } from '../../support/judge-template';
import { cpuMs } from '../../support/cpu-time';

const PROBE = 'AWS::IAM::Policy';
const probe = (value: Json, others: JsonObject = {}, rest: JsonObject = {}) =>
  body({ Probe: resource(PROBE, { PolicyDocument: value }), ...others }, rest);
const attribute = (id: string, name: string): JsonObject => ({ 'Fn::GetAtt': [id, name] });

/** The document of `Probe` in the first stack, once deployed. */
function deployed(first: JsonObject, ...more: readonly JsonObject[]): Json | undefined {
  return read([
    source(first, 'stack-1', 'Stack1'),
    ...more.map((each, index) => source(each, `stack-${index + 2}`, `Stack${index + 2}`)),
  ]);
}

function read(sources: readonly TemplateSource[]): Json | undefined {
  const { assembly } = new Deployed(new Assembly(sources));
  const properties = assembly.templates[0]?.resource('Probe')?.definition['Properties'] as
    JsonObject | undefined;
  return properties?.['PolicyDocument'];
}

test('pseudo parameters are those of an invented account, or of the stack where it says', () => {
  const document = [
    ref('AWS::AccountId'),
    ref('AWS::Region'),
    ref('AWS::Partition'),
    ref('AWS::StackName'),
    ref('AWS::URLSuffix'),
  ];
  expect(deployed(probe(document))).toEqual(['111122223333', 'us-east-1', 'aws', 'Stack1', 'amazonaws.com']);
  const placed = { ...source(probe(document), 'a', 'A'), account: '999988887777', region: 'us-gov-west-1' };
  expect(read([placed])).toEqual(['999988887777', 'us-gov-west-1', 'aws-us-gov', 'A', 'amazonaws.com']);
});

test('an endpoint is the same wherever it is named, in text as well', () => {
  const endpoint = { Door: resource('AWS::EC2::VPCEndpoint') };
  expect(
    deployed(
      probe([ref('Door'), attribute('Door', 'Id'), { 'Fn::Sub': 'x-${Door}-${AWS::Region}' }], endpoint),
    ),
  ).toEqual(['vpce-door', 'vpce-door', 'x-vpce-door-us-east-1']);
});

test('the ARN of a guardrail and the number of its version make its identifier', () => {
  const resources = {
    Guard: resource('AWS::Bedrock::Guardrail'),
    First: resource('AWS::Bedrock::GuardrailVersion', {
      GuardrailIdentifier: attribute('Guard', 'GuardrailId'),
    }),
    Second: resource('AWS::Bedrock::GuardrailVersion', { GuardrailIdentifier: ref('Guard') }),
  };
  const arn = 'arn:aws:bedrock:us-east-1:111122223333:guardrail/Guard';
  expect(
    deployed(
      probe(
        [
          attribute('Guard', 'GuardrailArn'),
          attribute('First', 'GuardrailArn'),
          attribute('First', 'Version'),
          attribute('Second', 'Version'),
          attribute('Guard', 'Version'),
          ref('Second'),
        ],
        resources,
      ),
    ),
  ).toEqual([arn, arn, '1', '2', 'DRAFT', 'Guard|2']);
});

test('names that are written stay, and a path is part of the ARN', () => {
  const role = {
    Named: resource('AWS::IAM::Role', { RoleName: { 'Fn::Sub': 'team-${AWS::Region}' }, Path: '/care/' }),
  };
  expect(deployed(probe([ref('Named'), attribute('Named', 'Arn')], role))).toEqual([
    'team-us-east-1',
    'arn:aws:iam::111122223333:role/care/team-us-east-1',
  ]);
});

test('resources of one logical id in two stacks are two', () => {
  const other = body(
    { Door: resource('AWS::EC2::VPCEndpoint') },
    { Outputs: { Id: { Value: ref('Door'), Export: { Name: { 'Fn::Sub': '${AWS::StackName}-door' } } } } },
  );
  const own = { Door: resource('AWS::EC2::VPCEndpoint') };
  expect(deployed(probe([ref('Door'), { 'Fn::ImportValue': 'Stack2-door' }], own), other)).toEqual([
    'vpce-door',
    'vpce-door-stack2',
  ]);
  expect(deployed(probe({ 'Fn::GetStackOutput': { StackName: 'Stack2', OutputName: 'Id' } }), other)).toBe(
    'vpce-door',
  );
});

test('a nested stack knows what the stack around it passes', () => {
  const nested = source(
    body(
      { Probe: resource(PROBE, { PolicyDocument: ref('Given') }) },
      { Parameters: { Given: { Type: 'String' } } },
    ),
    'nested',
  );
  const outer = body({
    Door: resource('AWS::EC2::VPCEndpoint'),
    Inner: resource('AWS::CloudFormation::Stack', { Parameters: { Given: ref('Door') } }),
  });
  const around = { ...source(outer, 'outer', 'Outer'), nestedStacks: new Map([['Inner', 'nested']]) };
  expect(read([nested, around])).toBe('vpce-door');
});

test('what nobody knows before stays as it is', () => {
  const open = [
    ref('Open'),
    attribute('Answer', 'Id'),
    { 'Fn::Sub': 'a-${Open}-${AWS::Region}' },
    { 'Fn::ImportValue': 'elsewhere' },
  ];
  expect(deployed(probe(open, { Answer: resource('Custom::Answer') }))).toEqual([
    ref('Open'),
    attribute('Answer', 'Id'),
    { 'Fn::Sub': 'a-${Open}-us-east-1' },
    { 'Fn::ImportValue': 'elsewhere' },
  ]);
});

test('policy variables and escaped places are no places of the template', () => {
  expect(deployed(probe(['${aws:username}', { 'Fn::Sub': '${!aws:username}/${AWS::Region}' }]))).toEqual([
    '${aws:username}',
    { 'Fn::Sub': '${!aws:username}/us-east-1' },
  ]);
});

test('imports in a circle come to an end', () => {
  const circle = (own: string, other: string) =>
    probe(
      { 'Fn::ImportValue': own },
      {},
      {
        Outputs: {
          Out: {
            Value: { 'Fn::Join': ['', [{ 'Fn::ImportValue': other }, { 'Fn::ImportValue': other }]] },
            Export: { Name: own },
          },
        },
      },
    );
  let answer: unknown;
  const ms = cpuMs(() => {
    answer = deployed(circle('a', 'b'), circle('b', 'a'));
  });
  expect(answer).toBeDefined();
  expect(ms).toBeLessThan(20_000);
});

test('who is attached to what stays a reference', () => {
  const { assembly } = new Deployed(
    new Assembly([
      source(
        body({ Policy: resource(PROBE, { Roles: [ref('Role')] }), Role: resource('AWS::IAM::Role') }),
        'stack',
      ),
    ]),
  );
  const [policy] = assembly.resourcesOf(PROBE);
  expect(
    policy
      ?.property('Roles')
      .items()
      .flatMap((each) => each.targets().map(({ logicalId }) => logicalId)),
  ).toEqual(['Role']);
});
