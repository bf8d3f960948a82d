import type { Rule } from '../../rule';
import { placesByType, typesOf, type PlacesByType } from '../cloudformation/places';
import { requireCustomerKey } from '../kms/customer-key';

const audio = 'AudioLogSettings[].Destination.S3Bucket.KmsKeyArn';
const KEYS: PlacesByType = {
  'AWS::Lex::Bot': [
    `TestBotAliasSettings?.ConversationLogSettings?.${audio}`,
    // the grammar says what patients may say
    'BotLocales[].SlotTypes[].ExternalSourceSetting?.GrammarSlotTypeSetting?.Source?.KmsKeyArn',
  ],
  'AWS::Lex::BotAlias': [`ConversationLogSettings?.${audio}`],
};

export const recordingKey: Rule = {
  id: 'lex-recording-key',
  title: 'recordings of conversations are encrypted with a customer-managed key',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)', '164.514(b)(2)(i)(P)'],
  profiles: ['ai'],
  why: 'A voice identifies its owner, and what it says to a clinic is PHI.',
  fix: 'set Destination.S3Bucket.KmsKeyArn of each of AudioLogSettings to a customer-managed key',
  resourceTypes: typesOf(KEYS),
  check(resource) {
    return placesByType(resource, KEYS).flatMap(requireCustomerKey);
  },
};
