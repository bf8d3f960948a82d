import { allows } from '../../../lib/compliance/policy/allow';
import { narrowsCaller } from '../../../lib/compliance/policy/narrowing';
import {
  identityStatements,
  statementsOf,
  surelyDenies,
  type Statement,
} from '../../../lib/compliance/policy/statement';
import type { Json } from '../../../lib/compliance/template/json';
import type { Resource } from '../../../lib/compliance/template/resource';
import { assemblyOf, body, either, NOTHING, OPEN, resource } from '../../support/judge-template';

function policyResource(document: Json): Resource {
  const assembly = assemblyOf(body({ Subject: resource('AWS::IAM::Policy', { PolicyDocument: document }) }));
  const [found] = assembly.resourcesOf('AWS::IAM::Policy');
  if (!found) throw new Error('no policy');
  return found;
}
function read(document: Json): readonly Statement[] {
  const policy = policyResource(document);
  return statementsOf(policy.property('PolicyDocument'), policy.template);
}
function one(statement: Json): Statement {
  const [found, ...others] = read({ Statement: [statement] });
  if (!found || others.length > 0) throw new Error('not one statement');
  return found;
}

describe('a statement is read', () => {
  test('out of JSON text in which the stack puts names', () => {
    const written = JSON.stringify({
      Statement: {
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::${AWS::AccountId}:role/r' },
        Action: 'a:B',
      },
    });
    expect(read({ 'Fn::Sub': written })).toEqual([
      expect.objectContaining({
        actions: ['a:b'],
        principals: ['arn:aws:iam::${AWS::AccountId}:role/r'],
        unreadable: [],
      }),
    ]);
  });

  test('as one that cannot be read, where a resource or a parameter hands out the document', () => {
    for (const document of [{ Ref: 'Subject' }, { 'Fn::Sub': '{"Statement":${Open}}' }]) {
      expect(read(document).map(({ unreadable }) => unreadable)).toEqual([['Statement']]);
    }
  });

  test('whatever shape its author chose', () => {
    const list = { Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['*'], Principal: { AWS: ['*'] } };
    const lone = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Principal: '*' };
    for (const document of [
      { Statement: [list] },
      { Statement: lone },
      JSON.stringify({ Statement: [list] }),
      JSON.stringify({ Statement: lone }),
      { 'Fn::Sub': JSON.stringify({ Statement: lone, Id: '${AWS::Region}' }) },
    ]) {
      expect(read(document)).toEqual([
        expect.objectContaining({
          effect: 'Allow',
          actions: ['s3:getobject'],
          resources: ['*'],
          principals: ['*'],
          unreadable: [],
          wavers: false,
        }),
      ]);
    }
  });

  test('with its place', () => {
    expect(read({ Statement: [{ Effect: 'Deny' }, { Effect: 'Allow' }] }).map(({ path }) => path)).toEqual([
      'Properties.PolicyDocument.Statement.0',
      'Properties.PolicyDocument.Statement.1',
    ]);
  });

  test('once for each branch that chooses it, and marked', () => {
    const statements = read({
      Statement: [either({ Effect: 'Allow' }, { Effect: 'Deny' }), { Effect: 'Deny' }],
    });
    expect(statements.map(({ effect, wavers }) => [effect, wavers])).toEqual([
      ['Allow', true],
      ['Deny', true],
      ['Deny', false],
    ]);
  });

  test('once for each branch that chooses its condition', () => {
    const narrowed = { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } };
    const statements = read({
      Statement: [{ Effect: 'Allow', Principal: '*', Condition: either(narrowed, NOTHING) }],
    });
    expect(statements.map((statement) => narrowsCaller(statement))).toEqual([true, false]);
  });

  test('as Allow when some branch allows', () => {
    expect(one({ Effect: either('Deny', 'Allow') }).effect).toBe('Allow');
  });

  test('with what cannot be read named', () => {
    expect(
      one({
        Effect: 'Allow',
        Action: [OPEN],
        Principal: { AWS: OPEN },
        Condition: OPEN,
      }).unreadable.toSorted(),
    ).toEqual(['Action', 'Condition', 'Principal']);
    expect(one({ Effect: OPEN }).unreadable).toEqual(['Effect']);
    expect(one('text').unreadable).toEqual(['Statement']);
  });

  test.each<[string, Json]>([
    ['a text that is no JSON', '{'],
    ['a text with a part that only the account knows', { 'Fn::Sub': '{"Statement": "${Open}"}' }],
    ['a number', 7],
    ['a parameter', OPEN],
    ['a list', [{ Effect: 'Allow' }]],
  ])('as unreadable when the document is %s', (_name, document) => {
    expect(read(document)).toEqual([
      expect.objectContaining({ effect: undefined, unreadable: ['Statement'] }),
    ]);
  });

  test('as nothing when there is none', () => {
    expect(read(NOTHING)).toEqual([]);
    expect(read({})).toEqual([]);
  });

  test('from a role’s own and inline documents', () => {
    const assembly = assemblyOf({
      Resources: {
        Role: resource('AWS::IAM::Role', {
          Policies: [{ PolicyDocument: { Statement: { Effect: 'Allow' } } }, NOTHING],
        }),
      },
    });
    const [role] = assembly.resourcesOf('AWS::IAM::Role');
    expect(role && identityStatements(role).map(({ path }) => path)).toEqual([
      'Properties.Policies.0.PolicyDocument.Statement',
    ]);
  });
});

describe('allows', () => {
  test('what an action pattern reaches, without case', () => {
    expect(allows(one({ Effect: 'Allow', Action: 'S3:Get*' }), 's3:GetObject')).toBe(true);
    expect(allows(one({ Effect: 'Allow', Action: 's3:Put*' }), 's3:GetObject')).toBe(false);
  });
  test('what NotAction leaves', () => {
    expect(allows(one({ Effect: 'Allow', NotAction: 'iam:*' }), 's3:GetObject')).toBe(true);
    expect(allows(one({ Effect: 'Allow', NotAction: 's3:*' }), 's3:GetObject')).toBe(false);
  });
  test('nothing by a Deny', () => {
    expect(allows(one({ Effect: 'Deny', Action: '*' }), 's3:GetObject')).toBe(false);
  });
});

describe('a caller is tied by', () => {
  const tied = (condition: Json) =>
    narrowsCaller(one({ Effect: 'Allow', Principal: '*', Condition: condition }));

  test.each<[string, Json]>([
    ['an organisation', { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } }],
    ['an organisation that is a parameter', { StringEquals: { 'aws:PrincipalOrgID': OPEN } }],
    ['one of two accounts', { StringEquals: { 'aws:PrincipalAccount': ['1', '2'] } }],
    ['roles of an account', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/*' } }],
    [
      'roles of this account',
      {
        ArnLike: { 'aws:PrincipalArn': { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/x' } },
      },
    ],
    ['a bucket', { ArnEquals: { 'aws:SourceArn': 'arn:aws:s3:::records' } }],
    ['one path of an organisation', { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-1/r-1/*' } }],
    ['an endpoint', { StringEqualsIgnoreCase: { 'aws:SourceVpce': 'vpce-1' } }],
    ['a network', { IpAddress: { 'aws:SourceIp': ['192.0.2.0/24'] } }],
  ])('%s', (_name, condition) => {
    expect(tied(condition)).toBe(true);
  });

  test.each<[string, Json]>([
    ['nothing', NOTHING],
    ['another key', { StringEquals: { 'aws:RequestedRegion': 'us-east-1' } }],
    ['what is not equal', { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } }],
    ['what may be missing', { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1' } }],
    ['all of possibly nothing', { 'ForAllValues:StringEquals': { 'aws:PrincipalOrgPaths': 'o-1/*' } }],
    ['any account', { StringLike: { 'aws:PrincipalAccount': '*' } }],
    ['a role of any account', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/admin' } }],
    ['any bucket', { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::*' } }],
    ['one account or any', { StringLike: { 'aws:PrincipalAccount': ['1', '*'] } }],
    ['every network', { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } }],
    ['what must be missing', { Null: { 'aws:PrincipalOrgID': 'true' } }],
  ])('nothing, when the condition is %s', (_name, condition) => {
    expect(tied(condition)).toBe(false);
  });

  test('something unknown, when the template cannot tell', () => {
    expect(tied({ StringLike: { 'aws:PrincipalAccount': OPEN } })).toBeUndefined();
    expect(tied({ StringLike: { 'aws:PrincipalAccount': ['1', OPEN] } })).toBeUndefined();
    expect(tied(OPEN)).toBeUndefined();
  });
});

describe('a denial is sure', () => {
  const DENY = { Effect: 'Deny', Action: '*' };
  const sure = (document: Json) => {
    const policy = policyResource(document);
    return surelyDenies(policy.property('PolicyDocument'), policy.template, ({ actions }) =>
      actions.includes('*'),
    );
  };

  test.each<[string, boolean | undefined, Json]>([
    ['when it is there', true, { Statement: [{ Effect: 'Allow' }, DENY] }],
    [
      'when it is in both documents',
      true,
      either({ Statement: DENY }, { Statement: [{ Effect: 'Allow' }, DENY] }),
    ],
    ['not when it is missing', false, { Statement: [] }],
    ['not when it is an Allow', false, { Statement: { Effect: 'Allow', Action: '*' } }],
    ['not when one document lacks it', false, either({ Statement: DENY }, { Statement: [] })],
    ['not when one document is not there', false, either({ Statement: DENY }, NOTHING)],
    ['unknown when a branch may leave it out', undefined, { Statement: [either(DENY, NOTHING)] }],
    [
      'unknown when a branch may weaken it',
      undefined,
      { Statement: [{ Effect: 'Deny', Action: either('*', 's3:*') }] },
    ],
    ['unknown when its actions cannot be read', undefined, { Statement: [{ Effect: 'Deny', Action: OPEN }] }],
  ])('%s', (_name, expected, document) => {
    expect(sure(document)).toBe(expected);
  });
});
