import { finding, type Rule } from '../../rule';
import { writtenAt } from '../../template/written';
import { KEY_NAME, PASSWORD_NAME, pointsElsewhere } from '../secrets/pointer';
import { onPlaces } from '../secrets/secret-places';

export const parameterNoSecret: Rule = {
  id: 'ssm-parameter-no-secret',
  title: 'no parameter holds a secret in clear text',
  severity: 'error',
  controls: ['164.308(a)(5)(ii)(D)', '164.312(a)(2)(iv)'],
  profiles: ['hipaa'],
  why: 'CloudFormation makes no SecureString: the value stands in the template and in Systems Manager as it is.',
  fix: 'use AWS::SecretsManager::Secret, or make the SecureString outside the template',
  resourceTypes: ['AWS::SSM::Parameter'],
  check(parameter) {
    const names = [...parameter.property('Name').texts(), parameter.logicalId];
    // `/records/secret2` and `api_key` alike
    const bare = names.map((name) => name.replace(/[\d_-]{1,8}$/u, ''));
    if (!bare.some((name) => PASSWORD_NAME.test(name) || KEY_NAME.test(name))) return 'not-applicable';
    return onPlaces(writtenAt(parameter, 'Value'), ({ path, written }) => {
      const stands =
        (written.kind === 'literal' && written.text !== '' && !pointsElsewhere(written.text)) ||
        (written.kind === 'parameter' && (written.preset || !written.hidden));
      return stands ? [finding(path, 'belongs to a name that says secret, and is kept in clear text')] : [];
    });
  },
};
