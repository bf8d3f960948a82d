import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { placesOf } from '../cloudformation/places';

const ENTRIES = ['PiiEntitiesConfig[]', 'RegexesConfig[]'].map(
  (list) => `SensitiveInformationPolicyConfig?.${list}`,
);
const ACTIONS = ['Action', 'InputAction', 'OutputAction'];
const SWITCHES = ['InputEnabled', 'OutputEnabled'];

export const guardrailIdentifiersAct: Rule = {
  id: 'bedrock-guardrail-identifiers-act',
  title: 'every identifier and pattern of a guardrail is blocked or masked, not only noticed',
  severity: 'error',
  controls: ['164.502(b)', '164.514(b)(2)(i)'],
  profiles: ['strict'],
  why: 'An entry that only detects looks like one that works, and Action decides alone as soon as InputAction or OutputAction goes.',
  fix: 'set Action, InputAction and OutputAction of each entry to BLOCK or ANONYMIZE, and leave none switched off',
  resourceTypes: ['AWS::Bedrock::Guardrail'],
  check(guardrail) {
    return placesOf(guardrail, ...ENTRIES).flatMap((entry) => [
      ...ACTIONS.flatMap((name) =>
        allowLiteral(entry.at(name), (action) => action !== 'NONE', 'must not be NONE'),
      ),
      ...SWITCHES.flatMap((name) => allowLiteral(entry.at(name), isTrue, 'must not be false')),
    ]);
  },
};
