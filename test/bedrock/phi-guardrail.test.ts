import { aws_kms as kms, Lazy, type Stack } from 'aws-cdk-lib';
import * as filters from '../../lib/bedrock/guardrail-filters';
import { PhiGuardrail } from '../../lib/bedrock/phi-guardrail';
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

/** Source: Bedrock API reference, GuardrailPiiEntityConfig. */
const BEDROCK_PII_TYPES = new Set(
  `
  ADDRESS AGE AWS_ACCESS_KEY AWS_SECRET_KEY CA_HEALTH_NUMBER CA_SOCIAL_INSURANCE_NUMBER
  CREDIT_DEBIT_CARD_CVV CREDIT_DEBIT_CARD_EXPIRY CREDIT_DEBIT_CARD_NUMBER DRIVER_ID EMAIL
  INTERNATIONAL_BANK_ACCOUNT_NUMBER IP_ADDRESS LICENSE_PLATE MAC_ADDRESS NAME PASSWORD PHONE PIN
  SWIFT_CODE UK_NATIONAL_HEALTH_SERVICE_NUMBER UK_NATIONAL_INSURANCE_NUMBER
  UK_UNIQUE_TAXPAYER_REFERENCE_NUMBER URL USERNAME US_BANK_ACCOUNT_NUMBER US_BANK_ROUTING_NUMBER
  US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER US_PASSPORT_NUMBER US_SOCIAL_SECURITY_NUMBER
  VEHICLE_IDENTIFICATION_NUMBER
  `
    .trim()
    .split(/\s+/u),
);

function guardrailIn(stack: Stack, name = 'invented'): PhiGuardrail {
  return new PhiGuardrail(stack, 'Guardrail', { name, encryptionKey: new kms.Key(stack, 'Key') });
}

function build(name?: string): CloudTemplate {
  const stack = testStack();
  guardrailIn(stack, name);
  return synthesize(stack);
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

  test.each([
    'NAME',
    'ADDRESS',
    'PHONE',
    'EMAIL',
    'US_SOCIAL_SECURITY_NUMBER',
    'DRIVER_ID',
    'LICENSE_PLATE',
    'VEHICLE_IDENTIFICATION_NUMBER',
    'IP_ADDRESS',
    'URL',
    'US_BANK_ACCOUNT_NUMBER',
  ])('of type %s are masked both ways', (type) => {
    expect(entities.filter((entity) => at(entity, 'Type') === type)).toEqual([
      {
        Type: type,
        Action: 'ANONYMIZE',
        InputAction: 'ANONYMIZE',
        InputEnabled: true,
        OutputAction: 'ANONYMIZE',
        OutputEnabled: true,
      },
    ]);
  });

  test('are of types Bedrock knows, each once', () => {
    const types = entities.map((entity) => text(at(entity, 'Type')));
    expect(types.filter((type) => !BEDROCK_PII_TYPES.has(type))).toEqual([]);
    expect(new Set(types).size).toBe(types.length);
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
  ])('%s is found in "%s"', (name, words, span) => {
    expect(found(name, words)).toBe(span);
  });

  test.each([
    ['medical-record-number', 'the chart numbers below 12'],
    ['medical-record-number', 'MRN 12'],
    ['health-plan-number', 'policy of the ward'],
    ['date-of-birth', 'born in Springfield'],
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
