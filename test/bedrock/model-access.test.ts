import { aws_iam as iam, aws_kms as kms, aws_logs as logs } from 'aws-cdk-lib';
import type { ApprovedModel } from '../../lib/bedrock/approved-model';
import { ModelAccess, type ModelAccessProps } from '../../lib/bedrock/model-access';
import { evaluate, type Policies } from '../../lib/compliance/policy/evaluate';
import type { Statement } from '../../lib/compliance/policy/statement';
import { PrivateEndpoints } from '../../lib/network/private-endpoints';
import { PrivateNetwork } from '../../lib/network/private-network';
import { ACCOUNT } from '../encryption/policy-evaluator';
import { statementsIn } from '../support/plain-document';
import {
  onlyResource,
  refusal,
  resourcesOf,
  synthesize,
  testStack,
  type Json,
  type Resource,
} from '../support/synthesize';
import { ALLOWED_REGIONS, KEEPER, LITE, PRO, TODAY } from './approved-models';

const CALLER = { kind: 'role', session: 'one' } as const;
const EVERYTHING = statementsIn({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
});
const model = (id: string, region = 'us-east-1') => `arn:aws:bedrock:${region}::foundation-model/${id}`;
const profile = (id: string, region = 'us-east-1') =>
  `arn:aws:bedrock:${region}:${ACCOUNT}:inference-profile/${id}`;
const US_PRO = profile('us.amazon.nova-pro-v1:0');
const VIA_US_PRO = { 'bedrock:InferenceProfileArn': US_PRO };
const GUARDED = { 'bedrock:GuardrailIdentifier': 'guardrail-1' };

function access(change: Partial<ModelAccessProps> = {}, stack = testStack()): ModelAccess {
  return new ModelAccess(stack, 'Models', {
    models: [LITE, PRO, KEEPER],
    allowedRegions: ALLOWED_REGIONS,
    today: TODAY,
    ...change,
  });
}

function document(statements: readonly iam.PolicyStatement[]): readonly Statement[] {
  const stack = testStack();
  const written: unknown = stack.resolve(new iam.PolicyDocument({ statements: [...statements] }));
  return statementsIn(written as Json);
}

function verdict(
  policies: Policies,
  resource: string,
  context: Readonly<Record<string, string>> = {},
  action = 'bedrock:InvokeModel',
): string {
  const asked = Object.fromEntries(Object.entries(context).map(([key, value]) => [key, [value]]));
  // a foundation model is no account's: nobody else's policy has a say
  const [, account = ACCOUNT] = /:(\d{12}):/u.exec(resource) ?? [];
  const principal = { ...CALLER, arn: `arn:aws:iam::${account}:role/caller` };
  return evaluate({ principal, action, resource: { arn: resource, account }, context: asked }, policies)
    .verdict;
}

describe.each(['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'])(
  '%s by a caller',
  (action) => {
    const identity = document(access().invokeStatements('PHI', GUARDED));
    const ask = (resource: string, context: Readonly<Record<string, string>>) =>
      verdict({ identity }, resource, context, action);

    test('is allowed for a model that is approved by itself', () => {
      expect(ask(model(LITE.modelId), GUARDED)).toBe('allowed');
    });

    test('is denied where the conditions do not hold', () => {
      expect(ask(model(LITE.modelId), {})).toBe('denied');
      expect(ask(US_PRO, {})).toBe('denied');
      expect(ask(model(PRO.modelId), VIA_US_PRO)).toBe('denied');
    });

    test('is denied in a Region the model is not approved in', () => {
      expect(ask(model(LITE.modelId, 'us-east-2'), GUARDED)).toBe('denied');
    });

    test('is allowed on a profile, and on its model in each Region that may answer, through the profile', () => {
      expect(ask(US_PRO, GUARDED)).toBe('allowed');
      for (const region of ALLOWED_REGIONS)
        expect([region, ask(model(PRO.modelId, region), { ...GUARDED, ...VIA_US_PRO })]).toEqual([
          region,
          'allowed',
        ]);
    });

    test('is denied on the model behind a profile without it, or through another', () => {
      const other = { 'bedrock:InferenceProfileArn': profile('global.amazon.nova-pro-v1:0') };
      expect(ask(model(PRO.modelId), GUARDED)).toBe('denied');
      expect(ask(model(PRO.modelId, 'us-west-2'), { ...GUARDED, ...other })).toBe('denied');
    });

    test('is denied on a profile in a Region nobody calls it from', () => {
      expect(ask(profile('us.amazon.nova-pro-v1:0', 'us-west-2'), GUARDED)).toBe('denied');
    });

    test('is denied for a model that is approved for other data only', () => {
      const free = document(access().invokeStatements('NO_PHI', GUARDED));
      expect(ask(model(KEEPER.modelId), GUARDED)).toBe('denied');
      expect(verdict({ identity: free }, model(KEEPER.modelId), GUARDED, action)).toBe('allowed');
    });
  },
);

test('a class of data that no model is approved for allows nothing', () => {
  expect(access().invokeStatements('LIMITED_DATA_SET', GUARDED)).toEqual([]);
  expect(access().arns('LIMITED_DATA_SET')).toEqual([]);
});

describe('the Deny for a boundary', () => {
  const boundary = [...EVERYTHING, ...document([access().denyOthers('PHI')])];
  const ask = (resource: string) => verdict({ identity: EVERYTHING, boundary }, resource, GUARDED);

  test('leaves approved models and profiles alone, and what is no invocation', () => {
    expect(ask(model(LITE.modelId))).toBe('allowed');
    expect(ask(US_PRO)).toBe('allowed');
    expect(verdict({ identity: EVERYTHING, boundary }, 'arn:aws:s3:::notes/a', {}, 's3:GetObject')).toBe(
      'allowed',
    );
  });

  test('takes every other model, also one approved for other data', () => {
    expect(ask(model('amazon.nova-premier-v1:0'))).toBe('denied');
    expect(ask(model(KEEPER.modelId))).toBe('denied');
    expect(ask(profile('global.amazon.nova-pro-v1:0'))).toBe('denied');
  });
});

describe('the service control policy', () => {
  const statements = access().organizationStatements();
  const scps = [[...EVERYTHING, ...document(statements)]];
  const ask = (resource: string, context = {}, action?: string) =>
    verdict({ identity: EVERYTHING, scps }, resource, context, action);
  const application = `arn:aws:bedrock:us-east-1:${ACCOUNT}:application-inference-profile/abc123`;

  test('holds no value known only at deployment', () => {
    expect(JSON.stringify(statements.map((each): unknown => each.toStatementJson()))).not.toContain(
      '${Token',
    );
  });

  test('leaves approved models and profiles of every account alone', () => {
    expect(ask(model(LITE.modelId))).toBe('allowed');
    expect(ask(US_PRO)).toBe('allowed');
    expect(ask(model(PRO.modelId, 'us-west-2'), VIA_US_PRO)).toBe('allowed');
    expect(ask('arn:aws:bedrock:us-east-1:444455556666:inference-profile/us.amazon.nova-pro-v1:0')).toBe(
      'allowed',
    );
  });

  test('lets application profiles through, whose model is looked at too', () => {
    const through = { 'bedrock:InferenceProfileArn': application };
    expect(ask(application)).toBe('allowed');
    expect(ask(model(LITE.modelId), through)).toBe('allowed');
    expect(ask(model('amazon.nova-premier-v1:0'), through)).toBe('denied');
  });

  test.each([
    ['another model', model('amazon.nova-premier-v1:0')],
    ['an approved model in another Region', model(LITE.modelId, 'us-west-2')],
    ['a global profile', profile('global.amazon.nova-pro-v1:0')],
    // a model called through a global profile has no Region in its ARN
    ['a model that answers anywhere', 'arn:aws:bedrock:::foundation-model/amazon.nova-lite-v1:0'],
    ['an imported model', `arn:aws:bedrock:us-east-1:${ACCOUNT}:imported-model/abc123`],
    // what the OpenAI-compatible calls of the same endpoint are authorized on, to which no guardrail applies
    ['a project', `arn:aws:bedrock:us-east-1:${ACCOUNT}:project/default`],
    ['a tool of AWS', `arn:aws:bedrock::${ACCOUNT}:system-tool/amazon.nova_grounding`],
    ['an asynchronous invocation', `arn:aws:bedrock:us-east-1:${ACCOUNT}:async-invoke/abc123`],
    ['a router of prompts', `arn:aws:bedrock:us-east-1:${ACCOUNT}:prompt-router/abc123`],
  ])('takes %s', (_, resource) => {
    expect(ask(resource)).toBe('denied');
    expect(ask(resource, {}, 'bedrock:InvokeModelWithResponseStream')).toBe('denied');
  });

  test('takes an approved model when it is called through a global profile', () => {
    const through = { 'bedrock:InferenceProfileArn': profile('global.amazon.nova-lite-v1:0') };
    expect(ask(model(LITE.modelId), through)).toBe('denied');
  });

  test('takes an application profile made of a model that is not approved', () => {
    expect(ask(model(LITE.modelId), {}, 'bedrock:CreateInferenceProfile')).toBe('allowed');
    expect(ask(model('amazon.nova-premier-v1:0'), {}, 'bedrock:CreateInferenceProfile')).toBe('denied');
  });

  test('names the partition of GovCloud', () => {
    const model = { ...LITE, regions: ['us-gov-west-1'] };
    const [first] = access({ models: [model], allowedRegions: ['us-gov-west-1'] }).organizationStatements();
    expect(first?.notResources).toContain(
      'arn:aws-us-gov:bedrock:us-gov-west-1::foundation-model/amazon.nova-lite-v1:0',
    );
  });
});

test('the private endpoint takes its list, and answers for it alone', () => {
  const stack = testStack();
  const network = new PrivateNetwork(stack, 'Network', {
    availabilityZones: ['us-east-1a', 'us-east-1b'],
    logKey: new kms.Key(stack, 'LogKey'),
    logRetention: logs.RetentionDays.SIX_YEARS,
  });
  const modelArns = access({}, stack).arns('PHI');
  new PrivateEndpoints(stack, 'Endpoints', { network, modelArns });
  const isRuntime = ({ Properties }: Resource) =>
    JSON.stringify(Properties['ServiceName']).includes('bedrock-runtime');
  const endpoint = resourcesOf(synthesize(stack), 'AWS::EC2::VPCEndpoint').find(isRuntime);
  const policies: Policies = {
    identity: EVERYTHING,
    endpoint: { type: 'Interface', statements: statementsIn(endpoint?.Properties['PolicyDocument']) },
  };
  expect(verdict(policies, model(LITE.modelId))).toBe('allowed');
  expect(verdict(policies, US_PRO)).toBe('allowed');
  expect(verdict(policies, model(PRO.modelId, 'us-west-2'))).toBe('allowed');
  expect(verdict(policies, model(KEEPER.modelId))).toBe('denied');
  expect(verdict(policies, profile('global.amazon.nova-pro-v1:0'))).toBe('denied');
});

test('statements go into a policy as they are', () => {
  const stack = testStack();
  const statements = [...access({}, stack).invokeStatements('PHI', GUARDED)];
  new iam.ManagedPolicy(stack, 'Policy', { statements });
  const { Properties } = onlyResource(synthesize(stack), 'AWS::IAM::ManagedPolicy');
  const identity = statementsIn(Properties['PolicyDocument']);
  expect(verdict({ identity }, US_PRO, GUARDED)).toBe('allowed');
});

describe('a list that cannot be used', () => {
  const withModel = (change: Partial<ApprovedModel>) =>
    refusal(() => access({ models: [{ ...LITE, ...change }] }));
  const withProfile = (id: string, destinationRegions: readonly string[] = ['us-east-1']) =>
    refusal(() => access({ models: [{ ...PRO, inferenceProfile: { id, destinationRegions } }] }));

  test.each<[sentence: string, code: string, message: string, change: Partial<ApprovedModel>]>([
    ['a pattern for a model', 'ModelId', 'no pattern', { modelId: 'amazon.nova-*' }],
    ['a profile for a model', 'ModelId', 'inference profile', { modelId: 'us.amazon.nova-lite-v1:0' }],
    [
      'a global profile for a model',
      'ModelId',
      'inference profile',
      { modelId: 'global.amazon.nova-lite-v1:0' },
    ],
    ['no Region', 'ModelRegions', 'no Region', { regions: [] }],
    ['a Region that is not allowed', 'ModelRegions', 'eu-west-1', { regions: ['us-east-1', 'eu-west-1'] }],
    ['a pattern for a Region', 'ModelRegions', '*', { regions: ['*'] }],
    ['no data class', 'ModelDataClasses', 'no data class', { dataClasses: [] }],
    ['no agreement', 'ModelBaa', 'baaEntry', { baaEntry: ' ' }],
    ['nobody who approved', 'ModelApproval', 'without by', { approval: { ...LITE.approval, by: '' } }],
    ['no record of the approval', 'ModelApproval', 'record', { approval: { ...LITE.approval, record: '' } }],
    [
      'an approval yet to come',
      'ModelApproval',
      '2026-11-28',
      { approval: { ...LITE.approval, on: '2026-11-28' } },
    ],
    [
      'a day there is not',
      'ModelApproval',
      '2026-02-30',
      { approval: { ...LITE.approval, on: '2026-02-30' } },
    ],
    ['no review', 'ModelReview', 'reviewBy', { reviewBy: 'never' }],
  ])('is refused with %s', (_, code, message, change) => {
    const error = withModel(change);
    expect(error.code).toBe(code);
    expect(error.message).toContain(message);
    expect(error.message).toContain('Test/Models');
  });

  test('is refused when it is empty', () => {
    expect(refusal(() => access({ models: [] })).code).toBe('NoModels');
  });

  test('is refused when it names a model twice', () => {
    expect(refusal(() => access({ models: [LITE, PRO, LITE] })).code).toBe('ModelTwice');
  });

  test.each(['default', 'aws_review', 'provider_data_share'] as const)(
    'is refused when a model that needs retention %s may read protected data',
    (retentionNeed) => {
      for (const dataClass of ['PHI', 'LIMITED_DATA_SET', 'REDACTED'] as const)
        expect([dataClass, withModel({ retentionNeed, dataClasses: ['NO_PHI', dataClass] }).code]).toEqual([
          dataClass,
          'ModelRetention',
        ]);
      expect(
        access({ models: [{ ...LITE, retentionNeed, dataClasses: ['NO_PHI', 'DEIDENTIFIED'] }] }).models,
      ).toHaveLength(1);
    },
  );

  test('is refused with a global profile, or one of another model', () => {
    expect(withProfile('global.amazon.nova-pro-v1:0').code).toBe('GlobalProfile');
    expect(withProfile('us.amazon.nova-lite-v1:0').code).toBe('InferenceProfile');
    expect(withProfile('amazon.nova-pro-v1:0').code).toBe('InferenceProfile');
    expect(withProfile('us.*').code).toBe('InferenceProfile');
  });

  test('is refused with a profile that may answer in a Region that is not allowed, or nobody knows where', () => {
    expect(withProfile('us.amazon.nova-pro-v1:0', ['us-east-1', 'us-west-1']).message).toContain('us-west-1');
    expect(withProfile('us.amazon.nova-pro-v1:0', []).code).toBe('DestinationRegions');
    expect(access({ models: [PRO] }).models).toEqual([PRO]);
  });

  test('is refused with an allowed Region that is a pattern, and with a day that is none', () => {
    expect(refusal(() => access({ allowedRegions: ['us-*'] })).code).toBe('AllowedRegions');
    expect(refusal(() => access({ today: 'now' })).code).toBe('Today');
  });

  test('holds through the last day of its review and is refused on the next', () => {
    expect(access({ models: [{ ...LITE, reviewBy: TODAY }] }).models).toHaveLength(1);
    const late = withModel({ reviewBy: '2026-11-26' });
    expect(late.code).toBe('ModelReview');
    expect(late.message).toContain('2026-11-26');
  });

  test('is approved for 366 days at most', () => {
    expect(access({ models: [{ ...LITE, reviewBy: '2027-06-02' }] }).models).toHaveLength(1);
    expect(withModel({ reviewBy: '2027-06-03' }).message).toContain('367 days');
  });
});
