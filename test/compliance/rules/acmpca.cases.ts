import { algorithms } from '../../../lib/compliance/rules/acmpca/algorithms';
import { authorityRetained } from '../../../lib/compliance/rules/acmpca/authority-retained';
import { certificateValidity } from '../../../lib/compliance/rules/acmpca/certificate-validity';
import { crlPrivate } from '../../../lib/compliance/rules/acmpca/crl-private';
import { keyStorage } from '../../../lib/compliance/rules/acmpca/key-storage';
import { permissionNarrow } from '../../../lib/compliance/rules/acmpca/permission-narrow';
import { revocation } from '../../../lib/compliance/rules/acmpca/revocation';
import { shortLived } from '../../../lib/compliance/rules/acmpca/short-lived';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, either, NOTHING, OPEN, resource, seen, stack, subject } from '../../support/judge-template';

const AUTHORITY = 'AWS::ACMPCA::CertificateAuthority';
const authority = (properties: JsonObject = {}) => subject(AUTHORITY, properties);
const revoking = (configuration: Json) => authority({ RevocationConfiguration: configuration });
const permission = (properties: JsonObject) => subject('AWS::ACMPCA::Permission', properties);
const valid = (Type: Json, Value: Json) => subject('AWS::ACMPCA::Certificate', { Validity: { Type, Value } });
const STRONG = { KeyAlgorithm: 'EC_secp384r1', SigningAlgorithm: 'SHA384WITHECDSA' };

export const acmpcaCases = [
  casesOf(revocation, {
    'a list is compliant': revoking({ CrlConfiguration: { Enabled: true } }),
    'answers on request is compliant': revoking({ OcspConfiguration: { Enabled: true } }),
    'nothing is a finding': seen(authority(), 'Properties.RevocationConfiguration'),
    'a list switched off is a finding': revoking({ CrlConfiguration: { Enabled: false } }),
    'answers switched off beside a list is a finding': seen(
      revoking({ CrlConfiguration: { Enabled: true }, OcspConfiguration: { Enabled: false } }),
      'Properties.RevocationConfiguration.OcspConfiguration.Enabled',
    ),
    'a list in one branch is a finding': revoking(either({ CrlConfiguration: { Enabled: true } }, NOTHING)),
    'a list left to a parameter is unknown': revoking({ CrlConfiguration: { Enabled: OPEN } }),
    'certificates of a week is not applicable': authority({ UsageMode: 'SHORT_LIVED_CERTIFICATE' }),
  }),
  casesOf(shortLived, {
    'certificates of a week is compliant': authority({ UsageMode: 'SHORT_LIVED_CERTIFICATE' }),
    'general purpose is a finding': seen(authority({ UsageMode: 'GENERAL_PURPOSE' }), 'Properties.UsageMode'),
    'no mode, which is general purpose, is a finding': authority(),
    'general purpose with a list switched off is a finding': revoking({
      CrlConfiguration: { Enabled: false },
    }),
    'certificates of a week in one branch is a finding': authority({
      UsageMode: either('SHORT_LIVED_CERTIFICATE', 'GENERAL_PURPOSE'),
    }),
    'a mode left to a parameter is unknown': authority({ UsageMode: OPEN }),
    'a list is not applicable': revoking({ CrlConfiguration: { Enabled: true } }),
    'answers on request is not applicable': revoking({ OcspConfiguration: { Enabled: 'true' } }),
  }),
  casesOf(keyStorage, {
    'no word of a module is compliant': authority(),
    'level 3 is compliant': authority({ KeyStorageSecurityStandard: 'FIPS_140_2_LEVEL_3_OR_HIGHER' }),
    'level 2 is a finding': seen(
      authority({ KeyStorageSecurityStandard: 'FIPS_140_2_LEVEL_2_OR_HIGHER' }),
      'Properties.KeyStorageSecurityStandard',
    ),
    'a level left to a parameter is unknown': authority({ KeyStorageSecurityStandard: OPEN }),
  }),
  casesOf(algorithms, {
    'an elliptic curve is compliant': authority(STRONG),
    'RSA of 4096 bits is compliant': authority({
      KeyAlgorithm: 'RSA_4096',
      SigningAlgorithm: 'SHA256WITHRSA',
    }),
    'RSA of 2048 bits is a finding': seen(
      authority({ ...STRONG, KeyAlgorithm: 'RSA_2048' }),
      'Properties.KeyAlgorithm',
    ),
    'SHA-1 is a finding': seen(
      authority({ ...STRONG, SigningAlgorithm: 'SHA1WITHRSA' }),
      'Properties.SigningAlgorithm',
    ),
    'an algorithm left to a parameter is unknown': authority({ ...STRONG, KeyAlgorithm: OPEN }),
  }),
  casesOf(crlPrivate, {
    'an object of the owner is compliant': revoking({
      CrlConfiguration: { Enabled: true, S3ObjectAcl: 'BUCKET_OWNER_FULL_CONTROL' },
    }),
    'a public object is a finding': seen(
      revoking({ CrlConfiguration: { Enabled: true, S3ObjectAcl: 'PUBLIC_READ' } }),
      'Properties.RevocationConfiguration.CrlConfiguration.S3ObjectAcl',
    ),
    'a public object by default is a finding': revoking({ CrlConfiguration: { Enabled: true } }),
    'an ACL left to a parameter is unknown': revoking({
      CrlConfiguration: { Enabled: true, S3ObjectAcl: OPEN },
    }),
    'no list is not applicable': authority(),
  }),
  casesOf(permissionNarrow, {
    'ACM for one account is compliant': permission({ Principal: 'acm.amazonaws.com', SourceAccount: OPEN }),
    'ACM for any account is a finding': seen(
      permission({ Principal: 'acm.amazonaws.com' }),
      'Properties.SourceAccount',
    ),
    'somebody else is a finding': seen(
      permission({ Principal: '*', SourceAccount: '111122223333' }),
      'Properties.Principal',
    ),
    'a principal left to a parameter is unknown': permission({
      Principal: OPEN,
      SourceAccount: '111122223333',
    }),
  }),
  casesOf(certificateValidity, {
    'ten years is compliant': valid('YEARS', 10),
    'a week is compliant': valid('DAYS', 7),
    'eleven years is a finding': seen(valid('YEARS', 11), 'Properties.Validity'),
    'a day more is a finding': valid('DAYS', 3654),
    'a date is unknown': valid('END_DATE', 20_360_101_000_000),
    'a number left to a parameter is unknown': valid('DAYS', OPEN),
  }),
  casesOf(authorityRetained, {
    'an authority that stays is compliant': stack({
      Subject: resource(AUTHORITY, {}, { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' }),
    }),
    'an authority that goes with its stack is a finding': seen(
      authority(),
      'DeletionPolicy',
      'UpdateReplacePolicy',
    ),
    'an authority that goes when replaced is a finding': stack({
      Subject: resource(AUTHORITY, {}, { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Delete' }),
    }),
  }),
];
