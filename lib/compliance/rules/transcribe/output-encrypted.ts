import { allows, onEachAllow } from '../../policy/allow';
import { narrowsBy } from '../../policy/narrowing';
import { IDENTITY_POLICY_TYPES, identityStatements } from '../../policy/statement';
import { finding, unknown, type Rule } from '../../rule';

/** Jobs name the key of their transcript themselves. Source: Service authorization reference, Amazon Transcribe. */
const ACTIONS = ['StartTranscriptionJob', 'StartMedicalTranscriptionJob', 'StartMedicalScribeJob'];
const KEY = 'transcribe:outputencryptionkmskeyid';

export const outputEncrypted: Rule = {
  id: 'transcribe-output-encrypted',
  title: 'whoever may start transcriptions must name the key of the transcript',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)', '164.308(a)(4)(ii)(B)'],
  profiles: ['ai'],
  why: 'Each job says where its transcript goes and under which key; without a condition it may say nothing.',
  fix: 'add a condition on transcribe:OutputEncryptionKMSKeyId to the statement',
  resourceTypes: [...IDENTITY_POLICY_TYPES],
  check(resource) {
    return onEachAllow(identityStatements(resource), ['action'], (statement) => {
      const named = statement.actions.some((action) => action.startsWith('transcribe:'));
      const action = ACTIONS.find((name) => allows(statement, `transcribe:${name}`));
      if (!named || action === undefined) return [];
      const bound = narrowsBy(statement, (key) => key === KEY);
      if (bound === true) return [];
      return [
        bound === false
          ? finding(statement.path, `allows transcribe:${action} with any key or none`)
          : unknown(statement.path, `allows transcribe:${action} under a condition that cannot be read`),
      ];
    });
  },
};
