import { aws_iam as iam } from 'aws-cdk-lib';
import { DeniedDoors, type DeniedDoorsProps } from '../../lib/bedrock/denied-doors';
import { CLOSED_DOORS, GOVERNANCE_DOORS, UNGUARDED_CALLS } from '../../lib/bedrock/doors';
import { evaluate } from '../../lib/compliance/policy/evaluate';
import { expandActions, reachesAny } from '../../lib/compliance/policy/actions/catalogue';
import { ACCOUNT } from '../encryption/policy-evaluator';
import { statementsIn } from '../support/plain-document';
import { refusal, testStack, type Json } from '../support/synthesize';

const ADMINISTRATOR = 'arn:aws:iam::*:role/ModelAdministrator';
const CARE_AGENT = `arn:aws:iam::${ACCOUNT}:role/CareAgent`;
const GUARDRAIL = `arn:aws:bedrock:us-east-1:${ACCOUNT}:guardrail/abc123`;
const APPROVAL = { by: 'model board', on: '2026-06-01', record: 'MB-14' } as const;
const EVERYTHING = { Effect: 'Allow', Action: '*', Resource: '*' };

const PROPS: DeniedDoorsProps = {
  administrators: [ADMINISTRATOR],
  guardrailArns: [GUARDRAIL],
  approvals: [{ ...APPROVAL, calls: 'agents', principals: [CARE_AGENT] }],
};

interface Asked {
  readonly role?: string;
  readonly resource?: string;
  readonly context?: Readonly<Record<string, string>>;
}

/** What somebody who may do everything may still do under a control policy of the doors. */
function asker(props: DeniedDoorsProps) {
  const stack = testStack();
  const doors = new DeniedDoors(stack, 'Doors', props);
  const written: unknown = stack.resolve(new iam.PolicyDocument({ statements: [...doors.statements()] }));
  const everything = statementsIn({ Version: '2012-10-17', Statement: [EVERYTHING] });
  const scps = [[...everything, ...statementsIn(written as Json)]];
  return (action: string, { role = 'Developer', resource = '*', context = {} }: Asked = {}) =>
    evaluate(
      {
        principal: { kind: 'role', arn: `arn:aws:iam::${ACCOUNT}:role/${role}`, session: 'one' },
        action,
        resource: { arn: resource, account: ACCOUNT },
        context: Object.fromEntries(Object.entries(context).map(([key, value]) => [key, [value]])),
      },
      { identity: everything, scps },
    ).verdict;
}

const ask = asker(PROPS);
const askPlain = asker({});

describe('doors closed to everybody', () => {
  test.each([
    'bedrock-mantle:CreateInference',
    'bedrock-mantle:CreateProject',
    'bedrock-mantle:CallWithBearerToken',
    'bedrock:CallWithBearerToken',
    'aws-external-anthropic:CallWithBearerToken',
    'aws-external-anthropic:CreateInference',
    'aws-external-anthropic:CreateWorkspace',
    'bedrock-websearch:InvokeSearch',
    'bedrock:InvokeTool',
  ])('%s is denied, also to administrators', (action) => {
    for (const role of ['Developer', 'ModelAdministrator', 'CareAgent'])
      expect([role, ask(action, { role })]).toEqual([role, 'denied']);
  });

  test.each([
    'bedrock:InvokeModel',
    'bedrock:ApplyGuardrail',
    'bedrock:ListFoundationModels',
    's3:GetObject',
  ])('%s is left alone', (action) => {
    expect(ask(action)).toBe('allowed');
    expect(askPlain(action)).toBe('allowed');
  });
});

describe('long-term keys', () => {
  const of = (service: string) => ({ context: { 'iam:ServiceSpecificCredentialServiceName': service } });

  describe.each(['iam:CreateServiceSpecificCredential', 'iam:ResetServiceSpecificCredential'])(
    '%s',
    (action) => {
      test.each(['bedrock.amazonaws.com', 'aws-external-anthropic.amazonaws.com'])(
        'is denied for %s',
        (service) => {
          expect(ask(action, of(service))).toBe('denied');
          expect(ask(action, { ...of(service), role: 'ModelAdministrator' })).toBe('denied');
        },
      );

      test('is left alone for other services', () => {
        expect(ask(action, of('codecommit.amazonaws.com'))).toBe('allowed');
      });
    },
  );

  test.each(['iam:UpdateServiceSpecificCredential', 'iam:DeleteServiceSpecificCredential'])(
    'can be taken out of use by %s',
    (action) => {
      expect(ask(action, of('bedrock.amazonaws.com'))).toBe('allowed');
    },
  );
});

describe('the data retention mode', () => {
  const mode = (value: string) => ({ context: { 'bedrock:DataRetentionMode': value } });

  test('may be set to none', () => {
    expect(ask('bedrock:PutAccountDataRetention', mode('none'))).toBe('allowed');
  });

  test.each(['default', 'inherit', 'aws_review', 'provider_data_share'])('is never set to %s', (value) => {
    expect(ask('bedrock:PutAccountDataRetention', mode(value))).toBe('denied');
    expect(ask('bedrock:PutAccountDataRetention', { ...mode(value), role: 'ModelAdministrator' })).toBe(
      'denied',
    );
  });

  test('is never set without saying to what', () => {
    expect(ask('bedrock:PutAccountDataRetention')).toBe('denied');
  });

  test('of the other endpoint has a statement of its own, should that endpoint ever be opened', () => {
    const sid = 'MantleRetentionStaysNone';
    const door = GOVERNANCE_DOORS.find((each) => each.sid === sid);
    expect(door?.conditions).toEqual({ StringNotEquals: { 'bedrock-mantle:DataRetentionMode': 'none' } });
    const statement = {
      Effect: 'Deny',
      Action: door?.actions ?? [],
      Resource: '*',
      Condition: door?.conditions ?? {},
    };
    const identity = statementsIn({ Version: '2012-10-17', Statement: [EVERYTHING, statement] });
    const decided = (value: string) =>
      evaluate(
        {
          principal: { kind: 'role', arn: CARE_AGENT },
          action: 'bedrock-mantle:UpdateProject',
          resource: { arn: '*' },
          context: { 'bedrock-mantle:DataRetentionMode': [value] },
        },
        { identity },
      ).reason;
    expect(decided('none')).not.toBe('explicit');
    expect(decided('default')).toBe('explicit');
  });
});

describe('what administrators may and others may not', () => {
  const actions = [
    'bedrock:CreateModelImportJob',
    'bedrock:CreateModelCustomizationJob',
    'bedrock:CreateProvisionedModelThroughput',
    'bedrock:CreateMarketplaceModelEndpoint',
    'bedrock:CreateFoundationModelAgreement',
    'bedrock:PutResourcePolicy',
    'bedrock:PutModelInvocationLoggingConfiguration',
    'bedrock:DeleteModelInvocationLoggingConfiguration',
    'bedrock:PutEnforcedGuardrailConfiguration',
    'bedrock:DeleteEnforcedGuardrailConfiguration',
  ];

  test.each(actions)('%s', (action) => {
    expect(ask(action)).toBe('denied');
    expect(ask(action, { role: 'ModelAdministrator' })).toBe('allowed');
    expect(ask(action, { role: 'ModelAdministratorToo' })).toBe('denied');
  });

  test.each(actions)('%s is denied to everybody where nobody administers', (action) => {
    expect(askPlain(action, { role: 'ModelAdministrator' })).toBe('denied');
  });

  test('looking at them is left alone', () => {
    expect(ask('bedrock:GetModelInvocationLoggingConfiguration')).toBe('allowed');
    expect(ask('bedrock:ListEnforcedGuardrailsConfiguration')).toBe('allowed');
    expect(ask('bedrock:DeleteImportedModel')).toBe('allowed');
  });
});

test('the named guardrail is changed by administrators, another by whoever may', () => {
  for (const action of ['bedrock:UpdateGuardrail', 'bedrock:DeleteGuardrail']) {
    expect(ask(action, { resource: GUARDRAIL })).toBe('denied');
    expect(ask(action, { resource: GUARDRAIL, role: 'ModelAdministrator' })).toBe('allowed');
    expect(ask(action, { resource: `${GUARDRAIL}4` })).toBe('allowed');
    expect(askPlain(action, { resource: GUARDRAIL })).toBe('allowed');
  }
});

test.each(['ram:CreateResourceShare', 'ram:UpdateResourceShare'])(
  '%s is denied where it may leave the organization',
  (action) => {
    const external = (value: string) => ({ context: { 'ram:RequestedAllowsExternalPrincipals': value } });
    expect(ask(action, external('true'))).toBe('denied');
    expect(ask(action, external('false'))).toBe('allowed');
  },
);

test('nothing is put into a share that is open to the outside already', () => {
  const open = (value: string) => ({ context: { 'ram:AllowsExternalPrincipals': value } });
  expect(ask('ram:AssociateResourceShare', open('true'))).toBe('denied');
  expect(ask('ram:AssociateResourceShare', open('false'))).toBe('allowed');
});

describe('calls that no guardrail can be demanded for', () => {
  test.each(Object.values(UNGUARDED_CALLS).flatMap(({ actions }) => [...actions]))(
    '%s is denied',
    (action) => {
      expect(ask(action)).toBe('denied');
      expect(askPlain(action)).toBe('denied');
      expect(ask(action, { role: 'ModelAdministrator' })).toBe('denied');
    },
  );

  test('are open to those who were approved for them, and not the others', () => {
    expect(ask('bedrock:InvokeAgent', { role: 'CareAgent' })).toBe('allowed');
    expect(ask('bedrock:InvokeFlow', { role: 'CareAgent' })).toBe('denied');
    expect(askPlain('bedrock:InvokeAgent', { role: 'CareAgent' })).toBe('denied');
  });

  test('do not take what only looks things up', () => {
    expect(ask('bedrock:Retrieve')).toBe('allowed');
    expect(ask('bedrock:GetAgent')).toBe('allowed');
  });
});

describe('as data', () => {
  const doors = [...CLOSED_DOORS, ...GOVERNANCE_DOORS, ...Object.values(UNGUARDED_CALLS)];

  test('each has a name of its own and a reason', () => {
    const sids = doors.map(({ sid }) => sid);
    expect(new Set(sids).size).toBe(sids.length);
    for (const { sid, reason } of doors) {
      expect(sid).toMatch(/^[A-Za-z0-9]+$/u);
      expect(reason).toMatch(/^[A-Z].{20,}\.$/u);
    }
  });

  test('each names actions that AWS has', () => {
    const missing = doors.flatMap(({ actions }) => actions).filter((action) => !reachesAny(action));
    expect(missing).toEqual([]);
    expect(expandActions('bedrock-mantle:*').length).toBeGreaterThan(30);
  });
});

describe('is refused', () => {
  const refused = (props: DeniedDoorsProps) => refusal(() => new DeniedDoors(testStack(), 'Doors', props));

  test.each(['*', 'arn:aws:iam::*:role/*', 'arn:aws:iam::111122223333:root', 'ModelAdministrator'])(
    'with %s for an administrator',
    (pattern) => {
      const error = refused({ administrators: [pattern] });
      expect(error.code).toBe('Administrators');
      expect(error.message).toContain(pattern);
    },
  );

  test('with an approval for nobody, for everybody, or without a record', () => {
    const with_ = (change: object) =>
      refused({ approvals: [{ ...APPROVAL, calls: 'flows', principals: [CARE_AGENT], ...change }] });
    expect(with_({ principals: [] }).message).toContain('no principals');
    expect(with_({ principals: ['*'] }).code).toBe('UnguardedApproval');
    expect(with_({ record: ' ' }).message).toContain('record');
    expect(with_({ by: '' }).code).toBe('UnguardedApproval');
  });
});
