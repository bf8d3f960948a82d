import { applicationIdentity } from '../../../lib/compliance/rules/qbusiness/application-identity';
import { attachmentsOff } from '../../../lib/compliance/rules/qbusiness/attachments-off';
import { customerKey } from '../../../lib/compliance/rules/qbusiness/customer-key';
import { pluginAuthenticated } from '../../../lib/compliance/rules/qbusiness/plugin-authenticated';
import { webOrigins } from '../../../lib/compliance/rules/qbusiness/web-origins';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import {
  arn,
  casesOf,
  either,
  NOTHING,
  OPEN,
  ref,
  resource,
  seen,
  subject,
} from '../../support/judge-template';
import { qbusinessMoreCases } from './qbusiness-more.cases';

const APPLICATION = 'AWS::QBusiness::Application';
const PLUGIN = 'AWS::QBusiness::Plugin';
const EXPERIENCE = 'AWS::QBusiness::WebExperience';
const application = (properties: JsonObject = {}) =>
  subject(APPLICATION, properties, { Key: resource('AWS::KMS::Key') });
const plugin = (config: Json) => subject(PLUGIN, { AuthConfiguration: config });
const origins = (list: Json) => subject(EXPERIENCE, { Origins: list });

export const qbusinessCases = [
  ...qbusinessMoreCases,
  casesOf(applicationIdentity, {
    'Identity Center is compliant': application({ IdentityType: 'AWS_IAM_IDC' }),
    'the default is compliant': application(),
    'nobody is a finding': seen(application({ IdentityType: 'ANONYMOUS' }), 'Properties.IdentityType'),
    'nobody in one branch is a finding': application({ IdentityType: either('AWS_IAM_IDC', 'ANONYMOUS') }),
    'a type left to a parameter is unknown': application({ IdentityType: OPEN }),
  }),
  casesOf(attachmentsOff, {
    'no files is compliant': application({
      AttachmentsConfiguration: { AttachmentsControlMode: 'DISABLED' },
    }),
    'nothing said is a finding': seen(
      application(),
      'Properties.AttachmentsConfiguration.AttachmentsControlMode',
    ),
    'files is a finding': application({ AttachmentsConfiguration: { AttachmentsControlMode: 'ENABLED' } }),
    'a mode left to a parameter is unknown': application({ AttachmentsConfiguration: OPEN }),
  }),
  casesOf(customerKey, {
    'a key of the same stack is compliant': application({
      EncryptionConfiguration: { KmsKeyId: arn('Key') },
    }),
    'no key is a finding': seen(application(), 'Properties.EncryptionConfiguration.KmsKeyId'),
    'a key left to a parameter is unknown': application({ EncryptionConfiguration: { KmsKeyId: OPEN } }),
  }),
  casesOf(pluginAuthenticated, {
    'credentials of its own is compliant': plugin({
      OAuth2ClientCredentialConfiguration: { SecretArn: 's' },
    }),
    'no credentials is a finding': seen(
      plugin({ NoAuthConfiguration: {} }),
      'Properties.AuthConfiguration.NoAuthConfiguration',
    ),
    'no credentials in one branch is a finding': plugin({ NoAuthConfiguration: either({}, NOTHING) }),
    'nothing said is a finding': seen(subject(PLUGIN), 'Properties.AuthConfiguration'),
    'credentials in one branch alone is a finding': plugin({
      BasicAuthConfiguration: either({ SecretArn: 's' }, NOTHING),
    }),
    'a configuration left to a parameter is unknown': plugin(OPEN),
  }),
  casesOf(webOrigins, {
    'none is compliant': subject(EXPERIENCE),
    'an https address is compliant': origins(['https://a.example']),
    'an http address is a finding': seen(
      origins(['https://a.example', 'http://a.example']),
      'Properties.Origins.1',
    ),
    'a wildcard is a finding': origins(['https://*.example.com']),
    'everywhere is a finding': origins(['*']),
    'an address of the same stack is unknown': origins([ref('Subject')]),
    'addresses left to a parameter is unknown': origins(OPEN),
  }),
];
