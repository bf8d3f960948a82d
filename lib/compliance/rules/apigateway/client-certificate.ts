import type { Rule } from '../../rule';
import { requirePresent } from '../cloudformation/present';
import { STAGE_TYPES, stageOf } from './stage';

export const clientCertificate: Rule = {
  id: 'apigateway-client-certificate',
  title: 'stages of an API prove to their back ends that they are the caller',
  severity: 'warning',
  controls: ['164.312(d)', '164.312(e)(1)'],
  profiles: ['strict'],
  why: 'A back end on the internet cannot otherwise tell the API, which checks who calls, from everybody else.',
  fix: 'add an AWS::ApiGateway::ClientCertificate, set ClientCertificateId, and let the back end ask for it',
  resourceTypes: STAGE_TYPES,
  check(resource) {
    const stage = stageOf(resource);
    return stage
      ? requirePresent(stage.at('ClientCertificateId'), 'must name a client certificate')
      : 'not-applicable';
  },
};
