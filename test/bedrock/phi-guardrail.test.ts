import { GuardrailPiiEntityType } from '@aws-sdk/client-bedrock';
import { aws_kms as kms, Lazy, type Stack } from 'aws-cdk-lib';
import * as filters from '../../lib/bedrock/guardrail-filters';
import type { IdentifierPattern } from '../../lib/bedrock/guardrail-patterns';
import type { GuardrailCrossRegion } from '../../lib/bedrock/guardrail-region';
import type { DeniedTopic } from '../../lib/bedrock/guardrail-topics';
import { PhiGuardrail, type PhiGuardrailProps } from '../../lib/bedrock/phi-guardrail';
import {
  at,
  list,
  logicalIdsOf,
  onlyResource,
  synthesize,
  testStack,
  type CloudTemplate,
  refusal,
} from '../support/synthesize';
import { text } from '../encryption/policy-evaluator';

jest.mock('../../lib/bedrock/guardrail-filters', () => {
  const actual = jest.requireActual<typeof filters>('../../lib/bedrock/guardrail-filters');
  return { ...actual, content: jest.fn(actual.content) };
});

const US: GuardrailCrossRegion = {
  profileId: 'us.guardrail.v1:0',
  destinationRegions: ['us-east-1', 'us-west-2'],
  allowedRegions: ['us-east-1', 'us-west-2'],
};

function guardrailIn(stack: Stack, name = 'invented', props: Partial<PhiGuardrailProps> = {}): PhiGuardrail {
  return new PhiGuardrail(stack, 'Guardrail', { name, encryptionKey: new kms.Key(stack, 'Key'), ...props });
}

function build(name?: string, props: Partial<PhiGuardrailProps> = {}): CloudTemplate {
  const stack = testStack();
  guardrailIn(stack, name, props);
  return synthesize(stack);
}

const numbered = (count: number): string[] => Array.from({ length: count }, (_, index) => `number ${index}`);

/** As CloudFormation names the members. */
function capitals(value: object): object {
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name.charAt(0).toUpperCase() + name.slice(1),
      member as unknown,
    ]),
  );
}

const template = build();
const { Properties: guardrail } = onlyResource(template, 'AWS::Bedrock::Guardrail');
const sensitive = guardrail['SensitiveInformationPolicyConfig'];
const patterns = list(at(sensitive, 'RegexesConfig'));

test('the guardrail is encrypted under the given key', () => {
  expect(text(guardrail['KmsKeyArn'])).toMatch(/^<Key.*\.Arn>$/u);
});

test('the texts are within what Bedrock takes', () => {
  expect(text(guardrail['Description']).length).toBeLessThanOrEqual(200);
  expect(text(guardrail['BlockedInputMessaging']).length).toBeLessThanOrEqual(500);
  expect(text(guardrail['BlockedOutputsMessaging']).length).toBeLessThanOrEqual(500);
});

describe('prompt attacks', () => {
  const [attack, ...others] = list(at(guardrail['ContentPolicyConfig'], 'FiltersConfig'));

  test('are looked for at the highest strength, in prompts only', () => {
    expect(attack).toEqual({ Type: 'PROMPT_ATTACK', InputStrength: 'HIGH', OutputStrength: 'NONE' });
  });

  test('are not the only thing that is stopped, and every other filter is at its highest', () => {
    expect(others.map((filter) => text(at(filter, 'Type'))).sort()).toEqual([
      'HATE',
      'INSULTS',
      'MISCONDUCT',
      'SEXUAL',
      'VIOLENCE',
    ]);
    for (const filter of others)
      expect(filter).toMatchObject({ InputStrength: 'HIGH', OutputStrength: 'HIGH' });
  });
});

describe('identifiers', () => {
  const entities = list(at(sensitive, 'PiiEntitiesConfig'));

  test('of every type that Bedrock has are masked both ways, each once', () => {
    const types = Object.values(GuardrailPiiEntityType);
    expect(types.length).toBeGreaterThanOrEqual(31);
    expect(entities).toHaveLength(types.length);
    for (const type of types) {
      expect(entities).toContainEqual({
        Type: type,
        Action: 'ANONYMIZE',
        InputAction: 'ANONYMIZE',
        InputEnabled: true,
        OutputAction: 'ANONYMIZE',
        OutputEnabled: true,
      });
    }
  });
});

describe('patterns', () => {
  test('are at most ten, each within Bedrock’s limits, without look-around, back reference or inline flag', () => {
    expect(patterns.length).toBeGreaterThan(0);
    expect(patterns.length).toBeLessThanOrEqual(10);
    for (const pattern of patterns) {
      const expression = text(at(pattern, 'Pattern'));
      expect(expression.length).toBeLessThanOrEqual(500);
      expect(expression).not.toMatch(/\(\?(?:[=!<a-z])|\\[1-9]/u);
      expect(text(at(pattern, 'Name'))).toMatch(/^.{1,100}$/u);
      expect(text(at(pattern, 'Description'))).toMatch(/^.{1,1000}$/u);
      expect(pattern).toMatchObject({ Action: 'ANONYMIZE', InputEnabled: true, OutputEnabled: true });
    }
  });

  const found = (name: string, words: string) => {
    const expression = text(
      at(
        patterns.find((pattern) => at(pattern, 'Name') === name),
        'Pattern',
      ),
    );
    return new RegExp(expression, 'u').exec(words)?.[0];
  };

  test.each([
    ['medical-record-number', 'Seen today. MRN: 00482913, stable.', 'MRN: 00482913'],
    ['medical-record-number', 'mrn 48a-2913 on file', 'mrn 48a-2913'],
    ['medical-record-number', 'Medical Record Number #AB12345', 'Medical Record Number #AB12345'],
    ['medical-record-number', 'chart no. 991-22-1', 'chart no. 991-22-1'],
    ['health-plan-number', 'Member ID: XQZ-884213', 'Member ID: XQZ-884213'],
    ['health-plan-number', 'MEDICARE NUMBER 1EG4TE5MK73', 'MEDICARE NUMBER 1EG4TE5MK73'],
    ['health-plan-number', 'policy no 5512345', 'policy no 5512345'],
    ['date-of-birth', 'DOB 02/03/1961', 'DOB 02/03/1961'],
    ['date-of-birth', 'Date of Birth: 1961-02-03', 'Date of Birth: 1961-02-03'],
    ['date-of-birth', 'born on 3.2.1961', 'born on 3.2.1961'],
    ['date-of-care', 'Admitted on 03/14/2024 with cough', 'Admitted on 03/14/2024'],
    ['date-of-care', 'DISCHARGE DATE: 2024-03-19', 'DISCHARGE DATE: 2024-03-19'],
    ['date-of-care', 'date of service 3/14/24', 'date of service 3/14/24'],
    ['date-of-care', 'Date of Death: 3.19.2024', 'Date of Death: 3.19.2024'],
    ['date-of-care', 'died 03-19-2024', 'died 03-19-2024'],
    ['account-number', 'Account Number: 7730021', 'Account Number: 7730021'],
    ['account-number', 'acct. #AB-77300', 'acct. #AB-77300'],
    ['account-number', 'guarantor ID 5531-22', 'guarantor ID 5531-22'],
    ['license-number', 'License No. MD-55310', 'License No. MD-55310'],
    ['license-number', 'certificate # C7730021', 'certificate # C7730021'],
    ['license-number', 'DEA number BX1234563', 'DEA number BX1234563'],
    ['license-number', 'npi 1234567893', 'npi 1234567893'],
    ['device-number', 'pacemaker, S/N PX7730-21', 'S/N PX7730-21'],
    ['device-number', 'Serial Number: 00773002', 'Serial Number: 00773002'],
    ['device-number', 'device id 7730A21', 'device id 7730A21'],
    ['case-number', 'encounter #5531022', 'encounter #5531022'],
    ['case-number', 'Accession No: S24-5531', 'Accession No: S24-5531'],
    ['case-number', 'CSN 553102299', 'CSN 553102299'],
  ])('%s is found in "%s"', (name, words, span) => {
    expect(found(name, words)).toBe(span);
  });

  test.each([
    ['medical-record-number', 'the chart numbers below 12'],
    ['medical-record-number', 'MRN 12'],
    ['health-plan-number', 'policy of the ward'],
    ['date-of-birth', 'born in Springfield'],
    ['date-of-care', 'admitted for 3 days'],
    ['date-of-care', 'seen by 2/3 of the team'],
    ['account-number', 'on account of 12 reasons'],
    ['account-number', 'account 123'],
    ['license-number', 'license of the hospital'],
    ['license-number', 'certificate 1234567'],
    ['device-number', 'serial lactate 2.1'],
    ['device-number', 'device 12 of the study'],
    ['case-number', 'in this case 12 of 15'],
    ['case-number', 'order 500 mg twice daily'],
  ])('%s is not found in "%s"', (name, words) => {
    expect(found(name, words)).toBeUndefined();
  });
});

describe('the version', () => {
  const versionOf = (built: CloudTemplate) => logicalIdsOf(built, 'AWS::Bedrock::GuardrailVersion')[0];

  test('is numbered by Bedrock and kept when a newer one comes', () => {
    const version = onlyResource(template, 'AWS::Bedrock::GuardrailVersion');
    expect(version).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
    expect(text(version.Properties['GuardrailIdentifier'])).toMatch(/^<Guardrail.*\.GuardrailId>$/u);
    expect(text(version.Properties['Description']).length).toBeLessThanOrEqual(200);
  });

  test('stays the same resource while the configuration does', () => {
    expect(versionOf(build())).toBe(versionOf(template));
    expect(versionOf(build('another-name'))).toBe(versionOf(template));
  });

  test('becomes another resource when the configuration changes', () => {
    const blocked = { type: 'HATE', inputStrength: 'LOW', outputStrength: 'LOW' };
    jest.mocked(filters.content).mockReturnValueOnce({ filtersConfig: [blocked] });
    expect(versionOf(build())).not.toBe(versionOf(template));
  });

  test('is part of the identifier a call must name', () => {
    const stack = testStack();
    const { identifier } = guardrailIn(stack);
    expect(text(stack.resolve(identifier) as never)).toMatch(
      /^<Guardrail\w+\.GuardrailArn>:<GuardrailVersion\w+\.Version>$/u,
    );
  });
});

describe('the name', () => {
  test.each(['a', 'a'.repeat(50), 'Invented_guardrail-1'])('%s is accepted', (name) => {
    expect(onlyResource(build(name), 'AWS::Bedrock::Guardrail').Properties['Name']).toBe(name);
  });

  test.each(['', 'a'.repeat(51), 'a b', 'a.b', 'ä'])('fails for %p', (name) => {
    const make = () => guardrailIn(testStack(), name);
    expect(refusal(make).code).toBe('GuardrailName');
    expect(make).toThrow(`[Test/Guardrail] name is '${name}'; give 1 to 50 letters, digits, '-' and '_'`);
  });

  test('known only at deployment is left to Bedrock', () => {
    expect(() => guardrailIn(testStack(), Lazy.string({ produce: () => 'invented' }))).not.toThrow();
  });
});

describe('denied topics', () => {
  const topicsOf = (built: CloudTemplate) =>
    list(at(onlyResource(built, 'AWS::Bedrock::Guardrail').Properties['TopicPolicyConfig'], 'TopicsConfig'));
  const topic = (more: Partial<DeniedTopic> = {}): DeniedTopic => ({
    name: 'Billing advice',
    definition: 'Advice on how to code a visit so that it pays more.',
    ...more,
  });

  test('hold re-identification, blocked both ways, whatever else is denied', () => {
    for (const built of [template, build('invented', { deniedTopics: [topic()] })]) {
      expect(topicsOf(built)[0]).toMatchObject({
        Name: 'Re-identification',
        Type: 'DENY',
        InputAction: 'BLOCK',
        OutputAction: 'BLOCK',
        InputEnabled: true,
        OutputEnabled: true,
      });
    }
  });

  test('are added by name, definition and examples', () => {
    const examples = ['How do I code this visit higher?'];
    const [, added] = topicsOf(build('invented', { deniedTopics: [topic({ examples })] }));
    expect(added).toMatchObject({ ...capitals(topic()), Examples: examples, Type: 'DENY' });
  });

  test.each([
    ['29 topics beside ours', { deniedTopics: numbered(29).map((name) => topic({ name })) }],
    ['a name of 100 characters', { deniedTopics: [topic({ name: 'a'.repeat(100) })] }],
    ['a definition of 200', { deniedTopics: [topic({ definition: 'a'.repeat(200) })] }],
    ['5 examples of 100', { deniedTopics: [topic({ examples: numbered(5).map((n) => n.padEnd(100)) })] }],
  ])('take %s', (_, props) => {
    expect(() => build('invented', props)).not.toThrow();
  });

  test.each([
    ['30 topics beside ours', { deniedTopics: numbered(30).map((name) => topic({ name })) }],
    ['a name of 101 characters', { deniedTopics: [topic({ name: 'a'.repeat(101) })] }],
    ['a name with a slash', { deniedTopics: [topic({ name: 'a/b' })] }],
    ['a definition of 201', { deniedTopics: [topic({ definition: 'a'.repeat(201) })] }],
    [
      'a definition of 201 in the Standard tier',
      { crossRegion: US, deniedTopics: [topic({ definition: 'a'.repeat(201) })] },
    ],
    ['an empty definition', { deniedTopics: [topic({ definition: ' ' })] }],
    ['6 examples', { deniedTopics: [topic({ examples: numbered(6) })] }],
    ['an example of 101', { deniedTopics: [topic({ examples: ['a'.repeat(101)] })] }],
    ['an empty example', { deniedTopics: [topic({ examples: [''] })] }],
    ['two of a name', { deniedTopics: [topic(), topic()] }],
    ['one under our name', { deniedTopics: [topic({ name: 'Re-identification' })] }],
  ])('fail for %s', (_, props) => {
    expect(refusal(() => build('invented', props)).code).toBe('DeniedTopic');
  });
});

describe('grounding', () => {
  const config = (built: CloudTemplate) =>
    onlyResource(built, 'AWS::Bedrock::Guardrail').Properties['ContextualGroundingPolicyConfig'];

  test('is off unless asked for', () => {
    expect(config(template)).toBeUndefined();
  });

  test.each([
    [0, 0.99],
    [0.99, 0],
    [0.75, 0.5],
  ])('blocks answers below %p and %p', (grounding, relevance) => {
    expect(config(build('invented', { grounding: { grounding, relevance } }))).toEqual({
      FiltersConfig: [
        { Type: 'GROUNDING', Threshold: grounding, Action: 'BLOCK', Enabled: true },
        { Type: 'RELEVANCE', Threshold: relevance, Action: 'BLOCK', Enabled: true },
      ],
    });
  });

  test.each([
    [-0.01, 0.5],
    [0.5, 1],
    [0.5, 0.991],
    [NaN, 0.5],
  ])('fails for %p and %p', (grounding, relevance) => {
    expect(refusal(() => build('invented', { grounding: { grounding, relevance } })).code).toBe(
      'GuardrailGrounding',
    );
  });
});

describe('patterns of the organization', () => {
  const own = (more: Partial<IdentifierPattern> = {}): IdentifierPattern => ({
    name: 'study-number',
    description: 'Numbers of our studies',
    pattern: String.raw`\bST-\d{6}\b`,
    ...more,
  });

  test('are masked beside ours', () => {
    const config = onlyResource(build('invented', { patterns: [own()] }), 'AWS::Bedrock::Guardrail')
      .Properties['SensitiveInformationPolicyConfig'];
    const regexes = list(at(config, 'RegexesConfig'));
    expect(regexes.slice(0, -1)).toEqual(patterns);
    expect(regexes.at(-1)).toMatchObject({ ...capitals(own()), Action: 'ANONYMIZE', InputEnabled: true });
  });

  test.each([
    ['two', { patterns: [own(), own({ name: 'other' })] }],
    ['500 characters', { patterns: [own({ pattern: 'a'.repeat(500) })] }],
    ['a group without a number', { patterns: [own({ pattern: '(?:a|b)' })] }],
  ])('take %s', (_, props) => {
    expect(() => build('invented', props)).not.toThrow();
  });

  test.each([
    ['three', { patterns: [own(), own({ name: 'b' }), own({ name: 'c' })] }],
    ['501 characters', { patterns: [own({ pattern: 'a'.repeat(501) })] }],
    ['nothing', { patterns: [own({ pattern: '' })] }],
    ['no description', { patterns: [own({ description: '' })] }],
    ['a name of 101 characters', { patterns: [own({ name: 'a'.repeat(101) })] }],
    ['one of our names', { patterns: [own({ name: 'date-of-birth' })] }],
    ['look-ahead', { patterns: [own({ pattern: 'a(?=b)' })] }],
    ['look-behind', { patterns: [own({ pattern: '(?<!a)b' })] }],
    ['a flag', { patterns: [own({ pattern: '(?i)a' })] }],
    ['a back reference', { patterns: [own({ pattern: String.raw`(a)\1` })] }],
    ['what is no expression', { patterns: [own({ pattern: '(a' })] }],
  ])('fail for %s', (_, props) => {
    expect(refusal(() => build('invented', props)).code).toBe('IdentifierPattern');
  });
});

describe('the tier', () => {
  test('is Classic, in the own Region, unless other Regions are allowed', () => {
    expect(guardrail).not.toHaveProperty('CrossRegionConfig');
    expect(JSON.stringify(guardrail)).not.toContain('TierConfig');
  });

  test('is Standard for content and topics with a profile whose Regions are all allowed', () => {
    const { Properties: standard } = onlyResource(
      build('invented', { crossRegion: US }),
      'AWS::Bedrock::Guardrail',
    );
    expect(text(at(standard['CrossRegionConfig'], 'GuardrailProfileArn'))).toMatch(
      /:guardrail-profile\/us\.guardrail\.v1:0$/u,
    );
    expect(at(standard['ContentPolicyConfig'], 'ContentFiltersTierConfig')).toEqual({ TierName: 'STANDARD' });
    expect(at(standard['TopicPolicyConfig'], 'TopicsTierConfig')).toEqual({ TierName: 'STANDARD' });
  });

  test('asks callers for the profile in each Region that may judge', () => {
    const stack = testStack();
    const { applyArns } = guardrailIn(stack, 'invented', { crossRegion: US });
    expect(applyArns.map((arn) => text(stack.resolve(arn) as never).replace(/^.*:bedrock/u, ''))).toEqual([
      expect.stringMatching(/GuardrailArn>$/u),
      expect.stringMatching(/:us-east-1:.*:guardrail-profile\/us\.guardrail\.v1:0$/u),
      expect.stringMatching(/:us-west-2:.*:guardrail-profile\/us\.guardrail\.v1:0$/u),
    ]);
  });

  test.each([
    ['global profile', { ...US, profileId: 'global.guardrail.v1:0' }],
    ['profile that is none', { ...US, profileId: 'us.amazon.nova-pro-v1:0' }],
    ['profile without destinations', { ...US, destinationRegions: [] }],
    ['destination that is not allowed', { ...US, allowedRegions: ['us-east-1'] }],
  ])('fails for a %s', (_, crossRegion) => {
    expect(refusal(() => build('invented', { crossRegion })).code).toBe('GuardrailRegions');
  });
});

test('each part of the configuration makes another version, and none another guardrail', () => {
  const variants: readonly Partial<PhiGuardrailProps>[] = [
    {},
    { grounding: { grounding: 0.7, relevance: 0.7 } },
    { grounding: { grounding: 0.7, relevance: 0.8 } },
    { deniedTopics: [{ name: 'a', definition: 'a' }] },
    { deniedTopics: [{ name: 'a', definition: 'b' }] },
    { patterns: [{ name: 'a', description: 'a', pattern: 'a' }] },
    { crossRegion: US },
    { crossRegion: { ...US, profileId: 'us.guardrail.v2:0' } },
  ];
  const built = variants.map((props) => build('invented', props));
  const idsOf = (type: string) => new Set(built.flatMap((each) => logicalIdsOf(each, type)));
  expect(idsOf('AWS::Bedrock::GuardrailVersion').size).toBe(variants.length);
  expect(idsOf('AWS::Bedrock::Guardrail').size).toBe(1);
});

test('a caller is given the guardrail and its key, through Bedrock', () => {
  const stack = testStack();
  const statements = guardrailIn(stack)
    .applyStatements()
    .map((each) => stack.resolve(each.toStatementJson()) as object);
  expect(statements).toEqual([
    expect.objectContaining({ Effect: 'Allow', Action: 'bedrock:ApplyGuardrail' }),
    expect.objectContaining({
      Action: 'kms:Decrypt',
      Condition: { StringEquals: { 'kms:ViaService': expect.anything() as unknown } },
    }),
  ]);
});
