import { publicStatements } from '../../policy/public-access';
import type { Rule } from '../../rule';

export const deliveryDestinationPolicyNotPublic: Rule = {
  id: 'logs-delivery-destination-policy-not-public',
  title: 'no policy of a delivery destination lets everybody in',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.312(c)(1)'],
  profiles: ['hipaa'],
  why: 'Whoever may deliver can bury the record in noise, or forge it.',
  fix: 'name the accounts that may deliver',
  resourceTypes: ['AWS::Logs::DeliveryDestination'],
  check(destination, template) {
    return publicStatements(
      destination.property('DeliveryDestinationPolicy.DeliveryDestinationPolicy'),
      template,
    );
  },
};
