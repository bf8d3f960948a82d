import { groupBy } from '../../group-by';
import { finding, type Rule } from '../../rule';
import { keyUsers } from './key-users';

export const keyServesOneDataClass: Rule = {
  id: 'graph-key-serves-one-data-class',
  title: 'a key protects records, logs, the audit record or builds, and one of them only',
  severity: 'error',
  controls: ['164.312(a)(1)', '164.308(a)(4)(ii)(B)'],
  profiles: ['strict'],
  why: 'Who may read logs or build images with a key can open the records under the same key.',
  fix: 'give records, logs, the audit record and builds a key each',
  resourceTypes: ['AWS::KMS::Key'],
  check(key) {
    const users = keyUsers(key.template.assembly).get(key) ?? [];
    if (users.length === 0) return 'not-applicable';
    const classes = [...groupBy(users, ({ of }) => of)];
    if (classes.length === 1) return [];
    const examples = classes.map(([of, [first]]) => `${of} (${first?.resource.logicalId ?? ''})`);
    return [finding('Properties', `protects ${examples.join(' and ')}`)];
  },
};
