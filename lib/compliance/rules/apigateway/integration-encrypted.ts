import { allowLiteral } from '../../requirement';
import { finding, unknown, type Observation, type Rule } from '../../rule';
import type { Property } from '../../template/property';
import { isTrue, textOf } from '../../template/value';
import { accepts } from '../cloudformation/members';

const OF_AWS: readonly unknown[] = ['AWS', 'AWS_PROXY', 'MOCK'];

export const integrationEncrypted: Rule = {
  id: 'apigateway-integration-encrypted',
  title: 'APIs reach their back ends over verified TLS',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  profiles: ['hipaa'],
  why: 'The API ends the encryption of the client; over plain HTTP what it passes on crosses the internet in clear text.',
  fix: 'let the URI begin with https://, and leave TlsConfig.InsecureSkipVerification out',
  resourceTypes: ['AWS::ApiGateway::Method', 'AWS::ApiGatewayV2::Integration'],
  check(resource) {
    const isMethod = resource.type === 'AWS::ApiGateway::Method';
    const integration = resource.property(isMethod ? 'Integration' : '');
    const seen = allowLiteral(
      integration.at('TlsConfig.InsecureSkipVerification'),
      (value) => !isTrue(value),
      'must not be true',
    );
    // what goes through a VPC link, or to a service of AWS, does not cross the internet in clear text
    const isInside = accepts(integration.at('ConnectionType'), (type) => type === 'VPC_LINK') === true;
    const type = integration.at(isMethod ? 'Type' : 'IntegrationType');
    const isOfAws = accepts(type, (value) => OF_AWS.includes(value)) === true;
    return isInside || isOfAws
      ? seen
      : [...plain(integration.at(isMethod ? 'Uri' : 'IntegrationUri')), ...seen];
  },
};

function plain(uri: Property): readonly Observation[] {
  const texts = uri.values.filter(({ kind }) => kind !== 'absent').map(textOf);
  if (texts.some((text) => text?.trim().toLowerCase().startsWith('http://')))
    return [finding(uri.path, 'must begin with https://')];
  return texts.includes(undefined) ? [unknown(uri.path, 'cannot be read; it must begin with https://')] : [];
}
