import { dataAccessorAuthenticated } from '../../../lib/compliance/rules/qbusiness/data-accessor-authenticated';
import { dataSourceInVpc } from '../../../lib/compliance/rules/qbusiness/data-source-in-vpc';
import { indexRetained } from '../../../lib/compliance/rules/qbusiness/index-retained';
import { permissionNamed } from '../../../lib/compliance/rules/qbusiness/permission-named';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, OPEN, resource, seen, stack, subject } from '../../support/judge-template';

const accessor = (detail: JsonObject) =>
  subject('AWS::QBusiness::DataAccessor', { AuthenticationDetail: detail });
const issued = (issuer: Json) => ({
  IdcTrustedTokenIssuerConfiguration: { IdcTrustedTokenIssuerArn: issuer },
});

export const qbusinessMoreCases = [
  casesOf(dataSourceInVpc, {
    'the safe setting is compliant': subject('AWS::QBusiness::DataSource', {
      VpcConfiguration: { SubnetIds: ['subnet-1'] },
    }),
    'the unsafe setting is a finding': seen(
      subject('AWS::QBusiness::DataSource'),
      'Properties.VpcConfiguration.SubnetIds',
    ),
    'a setting left to a parameter is unknown': subject('AWS::QBusiness::DataSource', {
      VpcConfiguration: { SubnetIds: OPEN },
    }),
  }),
  casesOf(indexRetained, {
    'one that stays is compliant': stack({
      Subject: resource(
        'AWS::QBusiness::Index',
        {},
        { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' },
      ),
    }),
    'one that goes is a finding': seen(
      subject('AWS::QBusiness::Index'),
      'DeletionPolicy',
      'UpdateReplacePolicy',
    ),
    'one that goes when replaced is a finding': seen(
      stack({ Subject: resource('AWS::QBusiness::Index', {}, { DeletionPolicy: 'Retain' }) }),
      'UpdateReplacePolicy',
    ),
  }),
  casesOf(permissionNamed, {
    'the safe setting is compliant': subject('AWS::QBusiness::Permission', {
      Principal: 'arn:aws:iam::111122223333:role/r',
    }),
    'the unsafe setting is a finding': seen(
      subject('AWS::QBusiness::Permission', { Principal: '*' }),
      'Properties.Principal',
    ),
    'a role of any account is a finding': subject('AWS::QBusiness::Permission', {
      Principal: 'arn:aws:iam::*:role/r',
    }),
    'a setting left to a parameter is unknown': subject('AWS::QBusiness::Permission', { Principal: OPEN }),
  }),
  casesOf(dataAccessorAuthenticated, {
    'nothing said is compliant': subject('AWS::QBusiness::DataAccessor'),
    'an issuer is compliant': accessor({
      AuthenticationType: 'AWS_IAM_IDC_TTI',
      AuthenticationConfiguration: issued('arn:aws:sso::111122223333:trustedTokenIssuer/i'),
    }),
    'codes of Identity Center is compliant': accessor({ AuthenticationType: 'AWS_IAM_IDC_AUTH_CODE' }),
    'tokens without an issuer is a finding': seen(
      accessor({ AuthenticationType: 'AWS_IAM_IDC_TTI' }),
      'Properties.AuthenticationDetail.AuthenticationConfiguration.IdcTrustedTokenIssuerConfiguration.IdcTrustedTokenIssuerArn',
    ),
    'a type that may be tokens, without an issuer, is a finding': accessor({ AuthenticationType: OPEN }),
    'an issuer left to a parameter is unknown': accessor({
      AuthenticationType: 'AWS_IAM_IDC_TTI',
      AuthenticationConfiguration: issued(OPEN),
    }),
  }),
];
