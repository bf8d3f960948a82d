import { enforcedGuardrail } from '../../../lib/compliance/rules/bedrock/enforced-guardrail';
import { guardrailContent } from '../../../lib/compliance/rules/bedrock/guardrail-content';
import { guardrailEncrypted } from '../../../lib/compliance/rules/bedrock/guardrail-encrypted';
import { guardrailGrounding } from '../../../lib/compliance/rules/bedrock/guardrail-grounding';
import { guardrailOwnIdentifiers } from '../../../lib/compliance/rules/bedrock/guardrail-own-identifiers';
import { guardrailPii } from '../../../lib/compliance/rules/bedrock/guardrail-pii';
import { guardrailPromptAttack } from '../../../lib/compliance/rules/bedrock/guardrail-prompt-attack';
import { guardrailVersioned } from '../../../lib/compliance/rules/bedrock/guardrail-versioned';
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
import { bedrockMoreCases } from './bedrock-more.cases';
import { bedrockAgentCases } from './bedrock-agent.cases';
import { bedrockDataCases } from './bedrock-data.cases';
import { bedrockDoorsCases } from './bedrock-doors.cases';
import { bedrockGovernedCases } from './bedrock-governed.cases';
import { bedrockKnowledgeCases } from './bedrock-knowledge.cases';

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

const ENFORCED = 'AWS::Bedrock::EnforcedGuardrailConfiguration';
const enforced = (change: JsonObject = {}) =>
  subject(ENFORCED, {
    GuardrailIdentifier: 'g',
    GuardrailVersion: '1',
    SelectiveContentGuarding: { Messages: 'COMPREHENSIVE', System: 'COMPREHENSIVE' },
    ...change,
  });
const CONTENT = ['HATE', 'INSULTS', 'MISCONDUCT', 'SEXUAL', 'VIOLENCE'];
const content = (last: JsonObject = {}) =>
  filtering(
    ...CONTENT.map((type) => ({
      Type: type,
      InputStrength: 'LOW',
      OutputStrength: 'HIGH',
      ...(type === 'VIOLENCE' ? last : {}),
    })),
  );
const GROUNDING = 'Properties.ContextualGroundingPolicyConfig.FiltersConfig';
const grounded = (change: JsonObject = {}) =>
  subject(GUARDRAIL, {
    ContextualGroundingPolicyConfig: {
      FiltersConfig: [
        { Type: 'GROUNDING', Threshold: 0.7 },
        { Type: 'RELEVANCE', Threshold: 0.9, ...change },
      ],
    },
  });
const REGEXES = 'Properties.SensitiveInformationPolicyConfig.RegexesConfig';
const patterns = (list: Json) =>
  subject(GUARDRAIL, { SensitiveInformationPolicyConfig: { RegexesConfig: list } });
const mrn = (change: JsonObject = {}): JsonObject => ({
  Name: 'mrn',
  Pattern: 'M[0-9]{8}',
  Action: 'BLOCK',
  ...change,
});
const version = (guardrail: Json, attributes: JsonObject = {}) =>
  subject(
    GUARDRAIL,
    {},
    { Version: resource('AWS::Bedrock::GuardrailVersion', { GuardrailIdentifier: guardrail }, attributes) },
  );

export const bedrockCases = [
  ...bedrockMoreCases,
  ...bedrockAgentCases,
  ...bedrockDataCases,
  ...bedrockDoorsCases,
  ...bedrockGovernedCases,
  ...bedrockKnowledgeCases,
  casesOf(enforcedGuardrail, {
    'all of every prompt is compliant': enforced(),
    'a list of models with none left out is compliant': enforced({
      ModelEnforcement: { IncludedModels: ['ALL'] },
    }),
    'messages that callers choose is a finding': seen(
      enforced({ SelectiveContentGuarding: { Messages: 'SELECTIVE', System: 'COMPREHENSIVE' } }),
      'Properties.SelectiveContentGuarding.Messages',
    ),
    'nothing said about selection is a finding': seen(
      enforced({ SelectiveContentGuarding: NOTHING }),
      'Properties.SelectiveContentGuarding.Messages',
      'Properties.SelectiveContentGuarding.System',
    ),
    'a draft is a finding': seen(enforced({ GuardrailVersion: 'DRAFT' }), 'Properties.GuardrailVersion'),
    'a model left out is a finding': seen(
      enforced({ ModelEnforcement: { ExcludedModels: ['amazon.nova-pro-v1:0'] } }),
      'Properties.ModelEnforcement.ExcludedModels.0',
    ),
    'exceptions left to a parameter is unknown': enforced({ ModelEnforcement: { ExcludedModels: OPEN } }),
    'a mode left to a parameter is unknown': enforced({
      SelectiveContentGuarding: { Messages: OPEN, System: 'COMPREHENSIVE' },
    }),
  }),
  casesOf(guardrailContent, {
    'every type both ways is compliant': content(),
    'no filters is a finding': seen(subject(GUARDRAIL), ...CONTENT.map(() => FILTERS)),
    'one type let out is a finding': seen(content({ OutputStrength: 'NONE' }), FILTERS),
    'one type that only detects is a finding': content({ InputAction: 'NONE' }),
    'one type switched off is a finding': content({ OutputEnabled: false }),
    'a strength left to a parameter is unknown': content({ InputStrength: OPEN }),
  }),
  casesOf(guardrailGrounding, {
    'both filters at their thresholds is compliant': grounded(),
    'no filters is a finding': seen(subject(GUARDRAIL), GROUNDING, GROUNDING),
    'a threshold below is a finding': seen(grounded({ Threshold: 0.69 }), GROUNDING),
    'no threshold is a finding': grounded({ Threshold: NOTHING }),
    'a filter that only detects is a finding': grounded({ Action: 'NONE' }),
    'a filter switched off is a finding': grounded({ Enabled: false }),
    'a threshold left to a parameter is unknown': grounded({ Threshold: OPEN }),
  }),
  casesOf(guardrailOwnIdentifiers, {
    'a pattern that blocks is compliant': patterns([mrn()]),
    'a pattern that masks, among others, is compliant': patterns([
      mrn({ Action: 'NONE' }),
      mrn({ Action: 'ANONYMIZE' }),
    ]),
    'no pattern is a finding': seen(subject(GUARDRAIL), REGEXES),
    'an empty list is a finding': patterns([]),
    'a pattern that only detects is a finding': seen(patterns([mrn({ Action: 'NONE' })]), REGEXES),
    'a pattern let out is a finding': patterns([mrn({ OutputAction: 'NONE' })]),
    'a pattern switched off is a finding': patterns([mrn({ InputEnabled: false })]),
    'patterns left to a parameter is unknown': patterns(OPEN),
  }),
  casesOf(guardrailVersioned, {
    'a version of it is compliant': version({ 'Fn::GetAtt': ['Subject', 'GuardrailId'] }),
    'no version is a finding': seen(subject(GUARDRAIL), ''),
    'a version of another guardrail is a finding': version('abcdefgh1234'),
    'a version under a condition is a finding': version({ Ref: 'Subject' }, { Condition: 'Maybe' }),
  }),
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
    'a key beside it is a finding': subject(GUARDRAIL, {}, { Key: resource('AWS::KMS::Key') }),
    'a key left to a parameter is unknown': subject(GUARDRAIL, { KmsKeyArn: OPEN }),
  }),
];
