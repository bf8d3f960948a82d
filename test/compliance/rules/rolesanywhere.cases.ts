import { profileNamesMachine } from '../../../lib/compliance/rules/rolesanywhere/profile-names-machine';
import { profileSession } from '../../../lib/compliance/rules/rolesanywhere/profile-session';
import { trustAnchorPrivateCa } from '../../../lib/compliance/rules/rolesanywhere/trust-anchor-private-ca';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, OPEN, seen, subject } from '../../support/judge-template';
import { edgeCases } from './edge.cases';

const profile = (properties: JsonObject = {}) => subject('AWS::RolesAnywhere::Profile', properties);
const anchor = (type: Json) => subject('AWS::RolesAnywhere::TrustAnchor', { Source: { SourceType: type } });

export const rolesanywhereCases = [
  ...edgeCases.rolesanywhere,
  casesOf(trustAnchorPrivateCa, {
    'AWS Private CA is compliant': anchor('AWS_ACM_PCA'),
    'a bundle of certificates is a finding': seen(
      anchor('CERTIFICATE_BUNDLE'),
      'Properties.Source.SourceType',
    ),
    'no word of a source is a finding': subject('AWS::RolesAnywhere::TrustAnchor'),
    'a source left to a parameter is unknown': anchor(OPEN),
  }),
  casesOf(profileSession, {
    'an hour is compliant': profile({ DurationSeconds: 3600 }),
    'an hour by default is compliant': profile(),
    'a second more is a finding': seen(profile({ DurationSeconds: 3601 }), 'Properties.DurationSeconds'),
    'a time left to a parameter is unknown': profile({ DurationSeconds: OPEN }),
  }),
  casesOf(profileNamesMachine, {
    'the name of the certificate is compliant': profile(),
    'a name that the machine picks is a finding': seen(
      profile({ AcceptRoleSessionName: true }),
      'Properties.AcceptRoleSessionName',
    ),
    'a setting left to a parameter is unknown': profile({ AcceptRoleSessionName: OPEN }),
  }),
];
