import { finding, unknown, type Rule } from '../../rule';
import type { Property } from '../../template/property';
import { accepts, surelyHas } from '../cloudformation/members';
import { companions } from '../cloudformation/companions';

const deliveriesOf = companions(['AWS::Cognito::LogDeliveryConfiguration'], (delivery) =>
  delivery.property('UserPoolId'),
);

export const authEventsLogged: Rule = {
  id: 'cognito-auth-events-logged',
  title: 'sign-ins to user pools are exported to a log',
  severity: 'error',
  controls: ['164.308(a)(5)(ii)(C)', '164.312(b)'],
  profiles: ['strict'],
  why: 'Cognito shows the history of sign-ins user by user, and only a log can be searched, alarmed on and kept.',
  fix: 'add an AWS::Cognito::LogDeliveryConfiguration with EventSource userAuthEvents',
  resourceTypes: ['AWS::Cognito::UserPool'],
  check(pool) {
    const answers = deliveriesOf(pool).map((delivery) =>
      surelyHas(delivery.property('LogConfigurations'), logsSignIns),
    );
    if (answers.includes(true)) return [];
    const message = 'no AWS::Cognito::LogDeliveryConfiguration surely exports userAuthEvents of it';
    return [(answers.includes(undefined) ? unknown : finding)('', message)];
  },
};

function logsSignIns(configuration: Property): boolean | undefined {
  const answers = [
    accepts(configuration.at('EventSource'), (source) => source === 'userAuthEvents'),
    // at ERROR nothing of a sign-in is exported
    accepts(configuration.at('LogLevel'), (level) => level === undefined || level === 'INFO'),
  ];
  return answers.includes(false) ? false : !answers.includes(undefined) || undefined;
}
