import { guardrailEncrypted } from '../../../lib/compliance/rules/bedrock/guardrail-encrypted';
import { guardrailPii } from '../../../lib/compliance/rules/bedrock/guardrail-pii';
import { guardrailPromptAttack } from '../../../lib/compliance/rules/bedrock/guardrail-prompt-attack';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import {
  arn,
  beside,
  casesOf,
  either,
  FAR_KEY,
  FAR_STACK,
  NOTHING,
  OPEN,
  resource,
  seen,
  subject,
} from '../../support/judge-template';

const GUARDRAIL = 'AWS::Bedrock::Guardrail';
const LIST = 'Properties.SensitiveInformationPolicyConfig.PiiEntitiesConfig';
const FILTERS = 'Properties.ContentPolicyConfig.FiltersConfig';

const TYPES = [
  'NAME', 'ADDRESS', 'PHONE', 'EMAIL', 'US_SOCIAL_SECURITY_NUMBER', 'US_BANK_ACCOUNT_NUMBER', 'CREDIT_DEBIT_CARD_NUMBER',
  'DRIVER_ID', 'US_PASSPORT_NUMBER', 'LICENSE_PLATE', 'VEHICLE_IDENTIFICATION_NUMBER', 'IP_ADDRESS', 'URL',
]; // prettier-ignore

const guardrail = (entities: Json) =>
  subject(GUARDRAIL, { SensitiveInformationPolicyConfig: { PiiEntitiesConfig: entities } });
const all = (last: JsonObject = {}): JsonObject[] =>
  TYPES.map((type) => ({ Type: type, Action: 'ANONYMIZE', ...(type === 'URL' ? last : {}) }));
const filtering = (...filters: readonly Json[]) =>
  subject(GUARDRAIL, { ContentPolicyConfig: { FiltersConfig: filters } });
const attack = (change: JsonObject = {}): JsonObject => ({
  Type: 'PROMPT_ATTACK',
  InputStrength: 'HIGH',
  OutputStrength: 'NONE',
  ...change,
});

export const bedrockCases = [
  casesOf(guardrailPii, {
    'every identifier masked is compliant': guardrail(all()),
    'every identifier blocked both ways is compliant': guardrail(
      all({ Action: 'BLOCK', InputAction: 'BLOCK', OutputAction: 'ANONYMIZE', InputEnabled: true }),
    ),
    'no list is a finding': seen(subject(GUARDRAIL), ...TYPES.map(() => LIST)),
    'one identifier missing is a finding': seen(guardrail(all().slice(1)), LIST),
    'one identifier only detected is a finding': seen(guardrail(all({ Action: 'NONE' })), LIST),
    'one identifier let out is a finding': guardrail(all({ OutputAction: 'NONE' })),
    'one identifier switched off on the way in is a finding': guardrail(all({ InputEnabled: false })),
    'one identifier in one branch only is a finding': guardrail([
      ...all().slice(1),
      either(all()[0] ?? {}, NOTHING),
    ]),
    'an action left to a parameter is unknown': guardrail(all({ Action: OPEN })),
    'a list left to a parameter is unknown': guardrail(OPEN),
  }),
  casesOf(guardrailPromptAttack, {
    'the highest strength is compliant': filtering(attack()),
    'the highest strength among others is compliant': filtering(
      { Type: 'HATE', InputStrength: 'LOW' },
      attack(),
    ),
    'no filter is a finding': seen(subject(GUARDRAIL), FILTERS),
    'another filter is a finding': seen(filtering({ Type: 'HATE', InputStrength: 'HIGH' }), FILTERS),
    'a middling strength is a finding': seen(
      filtering(attack({ InputStrength: 'MEDIUM' })),
      `${FILTERS}.0.InputStrength`,
    ),
    'a filter switched off is a finding': seen(
      filtering(attack({ InputEnabled: false })),
      `${FILTERS}.0.InputEnabled`,
    ),
    'a filter that only detects is a finding': filtering(attack({ InputAction: 'NONE' })),
    'a filter in one branch only is a finding': filtering(either(attack(), NOTHING)),
    'a strength left to a parameter is unknown': filtering(attack({ InputStrength: OPEN })),
    'filters left to a parameter is unknown': filtering(OPEN),
  }),
  casesOf(guardrailEncrypted, {
    'a key of the same stack is compliant': subject(
      GUARDRAIL,
      { KmsKeyArn: arn('Key') },
      { Key: resource('AWS::KMS::Key') },
    ),
    'a key of another stack is compliant': beside(subject(GUARDRAIL, { KmsKeyArn: FAR_KEY }), FAR_STACK),
    'no key is a finding': seen(subject(GUARDRAIL), 'Properties.KmsKeyArn'),
    'a key left to a parameter is unknown': subject(GUARDRAIL, { KmsKeyArn: OPEN }),
  }),
];
