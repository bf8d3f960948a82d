import { dnsValidation } from '../../../lib/compliance/rules/certificatemanager/dns-validation';
import { keyAlgorithm } from '../../../lib/compliance/rules/certificatemanager/key-algorithm';
import { noExport } from '../../../lib/compliance/rules/certificatemanager/no-export';
import { noWildcard } from '../../../lib/compliance/rules/certificatemanager/no-wildcard';
import { strongKey } from '../../../lib/compliance/rules/certificatemanager/strong-key';
import { transparency } from '../../../lib/compliance/rules/certificatemanager/transparency';
import type { JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, OPEN, seen, subject } from '../../support/judge-template';

const certificate = (properties: JsonObject = {}) =>
  subject('AWS::CertificateManager::Certificate', { DomainName: 'portal.example.org', ...properties });

export const certificatemanagerCases = [
  casesOf(keyAlgorithm, {
    'no word of a key is compliant': certificate(),
    'RSA of 2048 bits is compliant': certificate({ KeyAlgorithm: 'RSA_2048' }),
    'an elliptic curve is compliant': certificate({ KeyAlgorithm: 'EC_prime256v1' }),
    'RSA of 1024 bits is a finding': seen(
      certificate({ KeyAlgorithm: 'RSA_1024' }),
      'Properties.KeyAlgorithm',
    ),
    'an algorithm left to a parameter is unknown': certificate({ KeyAlgorithm: OPEN }),
  }),
  casesOf(strongKey, {
    'an elliptic curve is compliant': certificate({ KeyAlgorithm: 'EC_secp384r1' }),
    'RSA of 4096 bits is compliant': certificate({ KeyAlgorithm: 'RSA_4096' }),
    'RSA of 2048 bits is a finding': seen(
      certificate({ KeyAlgorithm: 'RSA_2048' }),
      'Properties.KeyAlgorithm',
    ),
    'no word of a key is a finding': certificate(),
    'an algorithm left to a parameter is unknown': certificate({ KeyAlgorithm: OPEN }),
  }),
  casesOf(transparency, {
    'no word of logs is compliant': certificate(),
    'public logs is compliant': certificate({ CertificateTransparencyLoggingPreference: 'ENABLED' }),
    'no public logs is a finding': seen(
      certificate({ CertificateTransparencyLoggingPreference: 'DISABLED' }),
      'Properties.CertificateTransparencyLoggingPreference',
    ),
    'logs left to a parameter is unknown': certificate({ CertificateTransparencyLoggingPreference: OPEN }),
  }),
  casesOf(dnsValidation, {
    'validation by DNS is compliant': certificate({ ValidationMethod: 'DNS' }),
    'validation by e-mail is a finding': seen(
      certificate({ ValidationMethod: 'EMAIL' }),
      'Properties.ValidationMethod',
    ),
    'validation by e-mail by default is a finding': certificate(),
    'a method left to a parameter is unknown': certificate({ ValidationMethod: OPEN }),
    'a certificate of a private CA is not applicable': certificate({ CertificateAuthorityArn: OPEN }),
  }),
  casesOf(noWildcard, {
    'one host is compliant': certificate(),
    'several hosts is compliant': certificate({ SubjectAlternativeNames: ['api.example.org'] }),
    'every host is a finding': seen(certificate({ DomainName: '*.example.org' }), 'Properties.DomainName'),
    'every host as another name is a finding': seen(
      certificate({ SubjectAlternativeNames: ['api.example.org', '*.example.org'] }),
      'Properties.SubjectAlternativeNames.1',
    ),
    'a host left to a parameter is unknown': certificate({ DomainName: OPEN }),
  }),
  casesOf(noExport, {
    'no word of export is compliant': certificate(),
    'no export is compliant': certificate({ CertificateExport: 'DISABLED' }),
    'export is a finding': seen(
      certificate({ CertificateExport: 'ENABLED' }),
      'Properties.CertificateExport',
    ),
    'export left to a parameter is unknown': certificate({ CertificateExport: OPEN }),
  }),
];
