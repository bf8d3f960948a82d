import { CLOSED, ENDED } from '../../law/eligible-services';
import type { Parameter } from '../../parameter';
import { ANY_TYPE, finding, unknown, type Rule } from '../../rule';
import { awsNamespace } from './namespace';

const inUse: Parameter<readonly string[]> = {
  name: 'inUse',
  description: 'closed services the accounts may go on using: namespaces (AppRunner) or types, as in the list of this rule',
  default: [],
};

export const serviceInOperation: Rule = {
  id: 'governance-service-in-operation',
  title: 'services are still offered',
  severity: 'warning',
  controls: ['164.308(a)(1)(ii)(B)', '164.308(a)(7)(ii)(B)'],
  profiles: ['hipaa'],
  why: 'A design around a service that AWS has ended does not deploy, and one around a closed service cannot move to a new account.',
  fix: 'move to the service that AWS names in its notice',
  resourceTypes: [ANY_TYPE],
  parameters: [inUse],
  check({ type }, _template, settings) {
    const namespace = awsNamespace(type);
    if (namespace === undefined) return 'not-applicable';
    const ended = ENDED.get(namespace);
    if (ended !== undefined) return [finding('Type', `${namespace} ended in AWS: ${ended}`)];
    const closed = CLOSED.get(type) ?? CLOSED.get(namespace);
    const known = settings.of(inUse);
    return closed === undefined || known.includes(type) || known.includes(namespace)
      ? []
      : [
          unknown(
            'Type',
            `is closed to new customers since ${closed}; whether the account may use it is not seen here`,
          ),
        ];
  },
};
