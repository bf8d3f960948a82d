import { z } from 'zod';
import committed from './properties.json';
import scope from './resource-types.json';

const KINDS = [
  'authorization', 'availability', 'encryption', 'guardrail', 'integrity', 'isolation', 'logging',
  'network', 'patching', 'policy', 'public-access', 'retention', 'secret', 'transport',
] as const; // prettier-ignore

/** What the mutator finds all it needs in, and what it must be told a value for. */
const BARE = [
  'admin-policy', 'open-cidr', 'open-policy', 'open-principal', 'plain-secret', 'remove', 'set-false', 'set-true',
] as const; // prettier-ignore
const WITH_VALUE = ['lengthen', 'other-enum', 'other-value', 'shorten'] as const;

const VALUE_TYPES = ['boolean', 'integer', 'json', 'list', 'map', 'number', 'object', 'string'] as const;
const pathSchema = z
  .string()
  .regex(
    /^(?:Properties(?:\.\w+|\[\]|\.\*|\[\w+=[\w.]+\]|\["[\w.]+"\])+|DeletionPolicy|UpdateReplacePolicy)$/u,
  );
const shared = {
  type: z.string(),
  path: pathSchema,
  kind: z.enum(KINDS),
  criterion: z.string().min(3),
  valueType: z.enum(VALUE_TYPES),
  enum: z.array(z.string()).min(1).optional(),
  alsoAt: z.array(pathSchema).min(1).optional(),
};
const propertySchema = z.union([
  z.strictObject({ ...shared, weaken: z.enum(BARE) }),
  z.strictObject({
    ...shared,
    weaken: z.enum(WITH_VALUE),
    value: z.union([z.string(), z.number(), z.array(z.unknown()).min(1), z.record(z.string(), z.unknown())]),
  }),
]);
const listSchema = z.strictObject({
  source: z.strictObject({
    package: z.literal('@aws-cdk/aws-service-spec'),
    version: z.string().regex(/^\d+\.\d+\.\d+$/u),
    license: z.literal('Apache-2.0'),
  }),
  exclusions: z.array(
    z.strictObject({ type: z.string().optional(), path: z.string().min(3), reason: z.string().min(40) }),
  ),
  properties: z.array(propertySchema),
});

const { properties, exclusions } = listSchema.parse(committed);
const types = new Set(scope);
const byCodeUnit = (left: string, right: string) => (left < right ? -1 : Number(left > right));
const repeated = (values: readonly string[]) => values.filter((value, at) => values.indexOf(value) !== at);

describe('the scope of the mutation test', () => {
  test('is a sorted list of CloudFormation types without repetition', () => {
    expect(scope).toEqual([...scope].sort(byCodeUnit));
    expect(repeated(scope)).toEqual([]);
    expect(scope.filter((type) => !/^AWS::\w+::\w+$/u.test(type))).toEqual([]);
  });
});

describe('the list of security-relevant properties', () => {
  test('stays within the scope', () => {
    expect(properties.filter(({ type }) => !types.has(type))).toEqual([]);
  });

  test('is sorted, so that a change shows as what it adds and takes away', () => {
    const keys = properties.map(({ type, path, weaken }) => `${type} ${path} ${weaken}`);
    expect(keys).toEqual([...keys].sort(byCodeUnit));
  });

  test('names no weakening twice, neither at its path nor among the other places of a definition', () => {
    const places = properties.flatMap(({ type, path, weaken, alsoAt = [] }) =>
      [path, ...alsoAt].map((at) => `${type} ${at} ${weaken}`),
    );
    expect(repeated(places)).toEqual([]);
  });

  test('writes only words that the schema allows', () => {
    const foreign = properties.filter(
      (property) =>
        property.weaken === 'other-enum' &&
        property.enum !== undefined &&
        !property.enum.some((word) => word === property.value),
    );
    expect(foreign).toEqual([]);
  });

  test('flips only booleans, and gives numbers only to numbers', () => {
    const flips = properties.filter(({ weaken }) => weaken === 'set-true' || weaken === 'set-false');
    expect(flips.filter(({ valueType }) => valueType !== 'boolean')).toEqual([]);
    const stretches = properties.filter(({ weaken }) => weaken === 'shorten');
    expect(stretches.filter(({ valueType }) => valueType !== 'integer' && valueType !== 'number')).toEqual(
      [],
    );
  });

  test('weakens the deletion and the replacement of whatever holds data together', () => {
    const attribute = (name: string) =>
      properties.filter(({ path }) => path === name).map(({ type }) => type);
    expect(attribute('DeletionPolicy')).toEqual(attribute('UpdateReplacePolicy'));
    expect(attribute('DeletionPolicy')).toEqual(
      expect.arrayContaining([
        'AWS::DynamoDB::Table',
        'AWS::KMS::Key',
        'AWS::Logs::LogGroup',
        'AWS::S3::Bucket',
      ]),
    );
  });

  test.each([
    ['AWS::Bedrock::Guardrail', 'Properties.SensitiveInformationPolicyConfig', 'remove'],
    ['AWS::CloudTrail::Trail', 'Properties.EnableLogFileValidation', 'set-false'],
    ['AWS::EC2::SecurityGroup', 'Properties.SecurityGroupIngress[].CidrIp', 'open-cidr'],
    ['AWS::EC2::VPCEndpoint', 'Properties.PolicyDocument', 'remove'],
    ['AWS::IAM::Role', 'Properties.AssumeRolePolicyDocument', 'open-policy'],
    ['AWS::KMS::Key', 'Properties.EnableKeyRotation', 'set-false'],
    ['AWS::KMS::Key', 'Properties.KeyPolicy', 'open-policy'],
    ['AWS::Lambda::Function', 'Properties.Environment.Variables', 'plain-secret'],
    ['AWS::Lambda::Permission', 'Properties.SourceAccount', 'remove'],
    ['AWS::RDS::DBInstance', 'Properties.PubliclyAccessible', 'set-true'],
    ['AWS::S3::Bucket', 'Properties.PublicAccessBlockConfiguration.RestrictPublicBuckets', 'set-false'],
    ['AWS::SageMaker::NotebookInstance', 'Properties.RootAccess', 'other-enum'],
  ])('holds the weakening of %s %s: %s', (type, path, weaken) => {
    expect(properties).toContainEqual(expect.objectContaining({ type, path, weaken }));
  });
});

describe('the exclusions from the list', () => {
  test('are each given once, as patterns that compile, with a reason', () => {
    expect(repeated(exclusions.map(({ type = '', path }) => `${type} ${path}`))).toEqual([]);
    for (const { type = '', path, reason } of exclusions) {
      expect(() => [new RegExp(type, 'u'), new RegExp(path, 'u')]).not.toThrow();
      expect(reason).toMatch(/^[A-Z].*\.$/u);
    }
  });

  test('exclude nothing that is on the list', () => {
    const still = properties.filter(({ type: on, path: at }) =>
      exclusions.some(
        ({ type = '', path }) => new RegExp(type, 'u').test(on) && new RegExp(path, 'u').test(at),
      ),
    );
    expect(still).toEqual([]);
  });
});
