import type { Parameter } from '../../parameter';
import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue, numberOf } from '../../template/value';
import { whereThere } from '../cloudformation/where-there';

/** Secrets Manager generates 32 characters of all kinds when nothing is said. */
const characters: Parameter<number> = {
  name: 'characters',
  description: 'least length of a generated password, in characters',
  default: 16,
};
const KINDS = ['ExcludeLowercase', 'ExcludeUppercase', 'ExcludeNumbers', 'ExcludePunctuation'] as const;

export const generatedStrong: Rule = {
  id: 'secretsmanager-generated-strong',
  title: 'generated passwords are long and mixed',
  severity: 'warning',
  controls: ['164.308(a)(5)(ii)(D)'],
  profiles: ['strict'],
  parameters: [characters],
  why: 'Short passwords of few characters are found by trying.',
  fix: 'set PasswordLength to at least 16 or leave it out, and exclude single characters, not kinds of them',
  resourceTypes: ['AWS::SecretsManager::Secret'],
  check(secret, _, settings) {
    const least = settings.of(characters);
    const generated = secret.property('GenerateSecretString');
    if (!generated.isPresent) return 'not-applicable';
    return whereThere(generated, (block) => [
      ...allowLiteral(
        block.at('PasswordLength'),
        (length) => numberOf(length) >= least,
        `must be at least ${least}`,
      ),
      ...KINDS.flatMap((kind) => allowLiteral(block.at(kind), (value) => !isTrue(value), 'must not be true')),
    ]);
  },
};
