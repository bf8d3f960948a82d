import { aws_ec2 as ec2, aws_iam as iam, aws_kms as kms, type Stack } from 'aws-cdk-lib';
import { ModelAccess } from '../../lib/bedrock/model-access';
import { ModelInvocationRole } from '../../lib/bedrock/model-invocation-role';
import { PhiGuardrail } from '../../lib/bedrock/phi-guardrail';
import { MOST_PROFILES, UseCaseProfiles } from '../../lib/bedrock/use-case-profiles';
import { text } from '../encryption/policy-evaluator';
import { deployed } from '../support/plain-document';
import { at, refusal, resourcesOf, synthesize, testStack } from '../support/synthesize';
import { ALLOWED_REGIONS, LITE, PRO, TODAY } from './approved-models';

/** Characters that IAM takes of a managed policy, without blanks. */
const MOST_CHARACTERS = 6_144;
/** An ARN in the longest Region, of a profile or a key: what a reference becomes. */
const LONGEST_ARN = 'a'.repeat(96);

const accessIn = (stack: Stack) =>
  new ModelAccess(stack, 'Models', { models: [LITE, PRO], allowedRegions: ALLOWED_REGIONS, today: TODAY });

const useCase = (id: string, modelIds: readonly string[] = [PRO.modelId, LITE.modelId]) =>
  ({ manifest: { id, dataClass: 'PHI' }, modelIds }) as const;

/** As many use cases as take so many profiles, two each and one where it is odd. */
const useCasesOf = (profiles: number) => [
  ...Array.from({ length: Math.floor(profiles / 2) }, (_, at) => useCase(`use-case-${at}`)),
  ...(profiles % 2 === 0 ? [] : [useCase('last', [LITE.modelId])]),
];

test('profiles are in the order of the models, under names that are unique and stay', () => {
  const names = (stack: Stack) => {
    const made = new UseCaseProfiles(stack, 'Profiles', {
      access: accessIn(stack),
      useCases: [useCase('triage'), useCase('a'.repeat(64))],
    });
    expect(made.arns['triage']).toEqual(
      made.profiles.slice(0, 2).map(({ profile }) => profile.attrInferenceProfileArn),
    );
    expect(made.profiles.map(({ model }) => model.modelId)).toEqual([
      PRO.modelId,
      LITE.modelId,
      PRO.modelId,
      LITE.modelId,
    ]);
    return made.profiles.map(({ profile }) => profile.inferenceProfileName);
  };
  const [one, other] = [names(testStack()), names(testStack())];
  expect(one).toEqual(other);
  expect(new Set(one).size).toBe(4);
  for (const name of one) expect(name.length).toBeLessThanOrEqual(64);
});

test('the most that a role may name fit into its policies, as deployed; one more is refused', () => {
  const stack = testStack();
  const endpoint = ec2.InterfaceVpcEndpoint.fromInterfaceVpcEndpointAttributes(stack, 'Endpoint', {
    vpcEndpointId: 'vpce-0123456789abcdef0',
    port: 443,
  });
  const access = accessIn(stack);
  const role = new ModelInvocationRole(stack, 'Role', {
    assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
    access,
    dataClass: 'PHI',
    guardrail: new PhiGuardrail(stack, 'Guardrail', {
      name: 'invented',
      encryptionKey: new kms.Key(stack, 'Key'),
    }),
    endpoint,
  });
  const profiles = new UseCaseProfiles(stack, 'Profiles', { access, useCases: useCasesOf(MOST_PROFILES) });
  const statements = role.statementsThrough(profiles);
  for (const effect of [iam.Effect.ALLOW, iam.Effect.DENY])
    new iam.ManagedPolicy(stack, effect, {
      statements: statements.filter((statement) => statement.effect === effect),
    });
  const lengths = resourcesOf(synthesize(stack), 'AWS::IAM::ManagedPolicy').map(
    ({ Properties }) =>
      JSON.stringify(deployed(Properties['PolicyDocument'] ?? null)).replaceAll(/<[^>]+>/gu, LONGEST_ARN)
        .length,
  );
  expect(lengths).toHaveLength(3);
  for (const length of lengths) expect(length).toBeLessThan(MOST_CHARACTERS);
  const more = testStack();
  expect(
    refusal(
      () =>
        new UseCaseProfiles(more, 'Profiles', {
          access: accessIn(more),
          useCases: useCasesOf(MOST_PROFILES + 1),
        }),
    ).code,
  ).toBe('UseCaseProfiles');
});

test('a profile copies what its model is called through', () => {
  const stack = testStack();
  new UseCaseProfiles(stack, 'Profiles', { access: accessIn(stack), useCases: [useCase('triage')] });
  const sources = resourcesOf(synthesize(stack), 'AWS::Bedrock::ApplicationInferenceProfile').map(
    ({ Properties }) => text(at(Properties['ModelSource'], 'CopyFrom')),
  );
  expect(sources).toEqual([
    expect.stringMatching(/:inference-profile\/us\.amazon\.nova-pro-v1:0$/u),
    expect.stringMatching(/::foundation-model\/amazon\.nova-lite-v1:0$/u),
  ]);
});
