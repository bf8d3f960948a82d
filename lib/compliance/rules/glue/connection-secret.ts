import type { Rule } from '../../rule';
import { requireHidden } from '../kinesisfirehose/secret-text';

const OAUTH = 'AuthenticationConfiguration.OAuth2Properties';
const SECRETS = [
  'ConnectionProperties.PASSWORD',
  'ConnectionProperties.ENCRYPTED_PASSWORD',
  'ConnectionProperties.KAFKA_SASL_SCRAM_PASSWORD',
  'ConnectionProperties.KAFKA_CLIENT_KEYSTORE_PASSWORD',
  'AuthenticationConfiguration.BasicAuthenticationCredentials.Password',
  `${OAUTH}.OAuth2Credentials.AccessToken`,
  `${OAUTH}.OAuth2Credentials.JwtToken`,
  `${OAUTH}.OAuth2Credentials.RefreshToken`,
  `${OAUTH}.OAuth2Credentials.UserManagedClientApplicationClientSecret`,
  `${OAUTH}.AuthorizationCodeProperties.AuthorizationCode`,
];

export const connectionSecret: Rule = {
  id: 'glue-connection-secret',
  title: 'connections hold no password in the template',
  severity: 'error',
  controls: ['164.312(d)', '164.308(a)(5)(ii)(D)'],
  profiles: ['hipaa'],
  why: 'A password in a template is readable by everybody who may see the stack, for as long as the stack has a history.',
  fix: 'set SECRET_ID in ConnectionProperties in place of PASSWORD',
  resourceTypes: ['AWS::Glue::Connection'],
  check(connection) {
    return SECRETS.flatMap((path) => requireHidden(connection, `ConnectionInput.${path}`));
  },
};
