import { unknown, type Judgement, type Rule } from '../../rule';
import type { Resource } from '../../template/resource';
import { accepts } from '../cloudformation/members';
import { requirePresent } from '../cloudformation/set';
import { STAGE_TYPES, stageOf } from './stage';

const SOCKET_STAGE = 'AWS::ApiGatewayV2::Stage';
const NAME = 'ClientCertificateId';
const EXPECTATION = 'must name a client certificate';

export const clientCertificate: Rule = {
  id: 'apigateway-client-certificate',
  title: 'stages of an API prove to their back ends that they are the caller',
  severity: 'warning',
  controls: ['164.312(d)', '164.312(e)(1)'],
  profiles: ['strict'],
  why: 'A back end on the internet cannot otherwise tell the API, which checks who calls, from everybody else.',
  fix: 'add an AWS::ApiGateway::ClientCertificate, set ClientCertificateId, and let the back end ask for it',
  resourceTypes: [...STAGE_TYPES, SOCKET_STAGE],
  check(resource) {
    if (resource.type === SOCKET_STAGE) return ofSocket(resource);
    const stage = stageOf(resource);
    return stage ? requirePresent(stage.at(NAME), EXPECTATION) : 'not-applicable';
  },
};

/** HTTP APIs show no certificate. */
function ofSocket(stage: Resource): Judgement {
  const answers = stage
    .property('ApiId')
    .targets()
    .map((api) => accepts(api.property('ProtocolType'), (protocol) => protocol === 'WEBSOCKET'));
  if (answers.every((answer) => answer === false)) return 'not-applicable';
  const seen = requirePresent(stage.property(NAME), EXPECTATION);
  return answers.includes(undefined) && seen.length > 0
    ? [unknown(`Properties.${NAME}`, 'is not set, and the API cannot be read; a WebSocket API must have one')]
    : seen;
}
