import { ESCALATIONS, escalationsOf } from '../../../lib/compliance/policy/escalation';
import { actionExists } from '../../../lib/compliance/policy/actions/catalogue';
import { principalPolicies, principalsWith } from '../../../lib/compliance/policy/principal-policies';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { arn, assemblyOf, body, either, NOTHING, ref, resource } from '../../support/judge-template';

const ROLE = 'AWS::IAM::Role';
const doc = (action: Json, effect = 'Allow') => ({
  PolicyDocument: { Statement: { Effect: effect, Action: action, Resource: '*' } },
});

function find(logicalId: string, ...bodies: readonly JsonObject[]) {
  const found = assemblyOf(...bodies)
    .templates.map((template) => template.resource(logicalId))
    .find((each) => each !== undefined);
  if (!found) throw new Error(`no ${logicalId}`);
  return found;
}

const actionsOf = (logicalId: string, ...bodies: readonly JsonObject[]) =>
  principalPolicies(find(logicalId, ...bodies)).attached.map(({ statement }) => statement.actions.join());

test.each<readonly [string, JsonObject]>([
  [
    'a policy that names the role',
    { Other: resource('AWS::IAM::Policy', { ...doc('a:b'), Roles: [ref('Role')] }) },
  ],
  ['a role policy', { Other: resource('AWS::IAM::RolePolicy', { ...doc('a:b'), RoleName: ref('Role') }) }],
  [
    'a managed policy that names the role',
    { Other: resource('AWS::IAM::ManagedPolicy', { ...doc('a:b'), Roles: [ref('Role')] }) },
  ],
])('a role has what is in %s', (_, other) => {
  expect(actionsOf('Role', body({ Role: resource(ROLE), ...other }))).toEqual(['a:b']);
});

test('a role has its own policies and those of managed policies it names', () => {
  const role = resource(ROLE, {
    Policies: [{ PolicyName: 'p', ...doc('a:own') }],
    ManagedPolicyArns: [ref('Managed'), 'arn:aws:iam::aws:policy/ReadOnlyAccess'],
  });
  const managed = resource('AWS::IAM::ManagedPolicy', doc('a:managed'));
  expect(actionsOf('Role', body({ Role: role, Managed: managed }))).toEqual(['a:own', 'a:managed']);
});

test('a role has what another stack attaches, by import or by name', () => {
  const first = body(
    { Role: resource(ROLE, { RoleName: 'app' }) },
    { Outputs: { Role: { Value: ref('Role'), Export: { Name: 'the-role' } } } },
  );
  const imported = body({
    A: resource('AWS::IAM::Policy', { ...doc('a:import'), Roles: [{ 'Fn::ImportValue': 'the-role' }] }),
  });
  const named = body({ B: resource('AWS::IAM::RolePolicy', { ...doc('a:name'), RoleName: 'app' }) });
  expect(actionsOf('Role', first, imported, named)).toEqual(['a:import', 'a:name']);
});

test('a role of the same logical id in another stack has nothing of it', () => {
  const policy = resource('AWS::IAM::Policy', { ...doc('a:b'), Roles: [ref('Role')] });
  const assembly = assemblyOf(body({ Role: resource(ROLE) }), body({ Role: resource(ROLE), Policy: policy }));
  const [first, second] = assembly.resourcesOf(ROLE);
  expect(first && principalPolicies(first).attached).toEqual([]);
  expect(second && principalPolicies(second).attached).toHaveLength(1);
});

test('a policy is part of what each of its principals may do, and of nobody when it names none', () => {
  const policy = resource('AWS::IAM::ManagedPolicy', {
    ...doc('a:b'),
    Roles: [ref('One')],
    Groups: [ref('Two')],
  });
  const template = body({
    One: resource(ROLE),
    Two: resource('AWS::IAM::Group'),
    Policy: policy,
    Lone: resource('AWS::IAM::ManagedPolicy', doc('a:b')),
  });
  expect(principalsWith(find('Policy', template)).map(({ principal }) => principal.logicalId)).toEqual([
    'One',
    'Two',
  ]);
  expect(principalsWith(find('Lone', template))).toEqual([]);
});

test.each<readonly [string, JsonObject]>([
  ['a document', { PolicyDocument: either(doc('a:b').PolicyDocument, NOTHING), Roles: [ref('Role')] }],
  ['an attachment', { ...doc('a:b'), Roles: either([ref('Role')], NOTHING) }],
])('statements waver when conditions choose %s', (_, properties) => {
  const role = find('Role', body({ Role: resource(ROLE), Policy: resource('AWS::IAM::Policy', properties) }));
  expect(principalPolicies(role).attached.map(({ statement }) => statement.wavers)).toEqual([true]);
});

test('statements waver when a condition decides on their policy', () => {
  const policy = resource(
    'AWS::IAM::Policy',
    { ...doc('a:b'), Roles: [ref('Role')] },
    { Condition: 'Maybe' },
  );
  const role = find('Role', body({ Role: resource(ROLE), Policy: policy }));
  expect(principalPolicies(role).attached.map(({ statement }) => statement.wavers)).toEqual([true]);
});

test('a boundary is read where the assembly has it', () => {
  const boundaryOf = (boundary: Json | undefined) =>
    principalPolicies(
      find(
        'Role',
        body({
          Role: resource(ROLE, boundary === undefined ? {} : { PermissionsBoundary: boundary }),
          Boundary: resource('AWS::IAM::ManagedPolicy', doc('s3:*')),
        }),
      ),
    ).boundary;
  expect(boundaryOf(undefined)).toBeUndefined();
  expect(boundaryOf(ref('Boundary'))).toHaveLength(1);
  expect(boundaryOf('arn:aws:iam::111122223333:policy/b')).toBe('unreadable');
  expect(boundaryOf(either(ref('Boundary'), NOTHING))).toBe('unreadable');
});

test('every known way is of actions that AWS has, and is there once', () => {
  for (const action of ESCALATIONS.flat()) expect(`${action} ${actionExists(action)}`).toBe(`${action} true`);
  expect(new Set(ESCALATIONS.map((actions) => actions.join())).size).toBe(ESCALATIONS.length);
});

test.each(ESCALATIONS.map((actions) => ({ actions })))(
  'finds $actions, and nothing when one is missing',
  ({ actions }) => {
    const paths = (granted: readonly string[], ...others: readonly JsonObject[]) => {
      const Statement = [{ Effect: 'Allow', Action: granted, Resource: '*' }, ...others];
      const role = resource(ROLE, { Policies: [{ PolicyName: 'p', PolicyDocument: { Statement } }] });
      return escalationsOf(
        principalPolicies(find('Role', body({ Role: role, Key: resource('AWS::KMS::Key') }))),
      );
    };
    const isIt = ({ actions: found }: { readonly actions: readonly string[] }) =>
      found.join() === actions.join();
    const found = paths(actions).find(isIt);
    expect(found).toMatchObject({ isSure: true });
    expect(found?.steps).toHaveLength(actions.length);
    for (const missing of actions) {
      expect(paths(actions.filter((action) => action !== missing)).some(isIt)).toBe(false);
      expect(paths(actions, { Effect: 'Deny', Action: missing, Resource: '*' }).some(isIt)).toBe(false);
      expect(paths(actions, { Effect: 'Deny', Action: missing, Resource: arn('Key') }).some(isIt)).toBe(true);
    }
  },
);
