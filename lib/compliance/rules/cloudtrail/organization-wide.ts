import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const organizationWide: Rule = {
  id: 'cloudtrail-organization-wide',
  title: 'trails and event data stores record the whole organization',
  severity: 'warning',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  profiles: ['strict'],
  // Source: CloudTrail user guide, "Creating a trail for an organization"
  why: 'A new account has no record until somebody thinks of it, and who owns an account can stop its trail; that of the organization he cannot.',
  fix: 'set IsOrganizationTrail of a trail, OrganizationEnabled of an event data store, to true',
  resourceTypes: ['AWS::CloudTrail::Trail', 'AWS::CloudTrail::EventDataStore'],
  check(record) {
    const name = record.type === 'AWS::CloudTrail::Trail' ? 'IsOrganizationTrail' : 'OrganizationEnabled';
    return requireLiteral(record.property(name), isTrue, 'must be true');
  },
};
