import { TAGS } from '../../../contract/tags';
import { allowLiteral } from '../../requirement';
import { unknown, type Observation, type Rule } from '../../rule';
import type { Resource } from '../../template/resource';
import { isTrue } from '../../template/value';
import { hasTag } from '../backup/tags';
import { observe } from '../cloudformation/answer';
import { rotatesByItself } from './key-kind';

const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u;

export const keyManualRotation: Rule = {
  id: 'kms-key-manual-rotation',
  title: 'keys that KMS cannot rotate say by when somebody does',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Asymmetric and HMAC keys, and those with material from elsewhere, keep it until a person thinks of it.',
  fix: `give the key the tag ${TAGS.rotateBy} with a date (YYYY-MM-DD), and move it on with each rotation: new material on demand for an imported symmetric key, a new key behind the alias for any other; leave EnableKeyRotation out`,
  resourceTypes: ['AWS::KMS::Key'],
  check(key) {
    const rotates = rotatesByItself(key);
    if (rotates === true) return 'not-applicable';
    const isDated = hasTag(key.property('Tags'), TAGS.rotateBy, (text) => DATE.test(text));
    return [
      // a kind that is left open may be one that rotates
      ...observe(
        rotates === undefined && isDated === false ? undefined : isDated,
        'Properties.Tags',
        `must have ${TAGS.rotateBy} with a date: KMS does not rotate such a key`,
      ),
      ...refusedRotation(key, rotates),
    ];
  },
};

/** KMS answers UnsupportedOperationException, and the deployment fails. */
function refusedRotation(key: Resource, rotates: false | undefined): readonly Observation[] {
  return allowLiteral(
    key.property('EnableKeyRotation'),
    (value) => !isTrue(value),
    'must not be true: KMS refuses it for such a key, and the deployment fails',
  ).map((observation) =>
    rotates === false ? observation : unknown(observation.property, observation.message),
  );
}
