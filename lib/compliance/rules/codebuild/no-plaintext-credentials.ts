import { finding, unknown, type Rule } from '../../rule';
import { accepts } from '../cloudformation/members';
import { onEach } from '../cloudformation/where-there';

const CREDENTIALS: readonly unknown[] = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];
const isCredential = (name: unknown): boolean => CREDENTIALS.includes(name);
const isPlain = (type: unknown): boolean => type === undefined || type === 'PLAINTEXT';

export const noPlaintextCredentials: Rule = {
  id: 'codebuild-no-plaintext-credentials',
  title: 'builds take a role, not keys in their environment',
  severity: 'error',
  controls: ['164.308(a)(5)(ii)(D)', '164.312(d)'],
  profiles: ['hipaa'],
  why: 'Variables in plain text are shown to whoever may see the project, and printed by builds.',
  fix: 'give ServiceRole the permissions; read other secrets with Type SECRETS_MANAGER',
  resourceTypes: ['AWS::CodeBuild::Project'],
  check(project) {
    return onEach(project.property('Environment.EnvironmentVariables'), (variable) => {
      const name = accepts(variable.at('Name'), isCredential);
      const plain = accepts(variable.at('Type'), isPlain);
      const mayBe = [name, plain].map((answer, index) => {
        const property = variable.at(index === 0 ? 'Name' : 'Type');
        const is = index === 0 ? isCredential : isPlain;
        // one branch of a condition is enough
        const some = property.values.some((value) =>
          value.kind === 'absent' ? is(undefined) : value.kind === 'literal' && is(value.value),
        );
        return some ? true : answer;
      });
      if (mayBe.includes(false)) return [];
      return [
        mayBe.includes(undefined)
          ? unknown(variable.path, 'cannot be read; it must be no credential in plain text')
          : finding(`${variable.path}.Value`, 'is a credential in plain text'),
      ];
    });
  },
};
