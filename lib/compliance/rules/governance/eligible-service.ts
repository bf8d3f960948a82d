import { ELIGIBLE, EXCLUDED, LIST_DATE, UNCLEAR, WITHOUT_PHI } from '../../law/eligible-services';
import type { Parameter } from '../../parameter';
import { ANY_TYPE, finding, unknown, type Rule } from '../../rule';
import { awsNamespace } from './namespace';

const namespaces: Parameter<readonly string[]> = {
  name: 'namespaces',
  description: `CloudFormation namespaces (S3 of AWS::S3::Bucket) of a list newer than that of ${LIST_DATE}; none takes ours`,
  default: [],
};
export const listDate: Parameter<string> = {
  name: 'listDate',
  description: 'date of the list in namespaces; compare a list older than 90 days with the page of AWS',
  default: LIST_DATE,
};

export const eligibleService: Rule = {
  id: 'governance-eligible-service',
  title: 'services are on the list of HIPAA eligible services',
  severity: 'warning',
  controls: ['164.308(b)(1)', '164.502(e)'],
  profiles: ['hipaa', 'ai'],
  why: 'The agreement with AWS covers PHI in eligible services only, and eligibility is of the service, not of every model in it.',
  fix: 'look the service up on the page of AWS; set namespaces and listDate to the list you saw, or keep PHI out and waive this',
  resourceTypes: [ANY_TYPE],
  parameters: [namespaces, listDate],
  check({ type }, _template, settings) {
    const namespace = awsNamespace(type);
    if (namespace === undefined) return 'not-applicable';
    const excluded = EXCLUDED.get(type);
    if (excluded !== undefined) return [finding('Type', `is not eligible: ${excluded}`)];
    const given = settings.of(namespaces);
    const isListed = given.length > 0 ? given.includes(namespace) : ELIGIBLE.has(namespace);
    if (isListed || WITHOUT_PHI.has(namespace)) return [];
    const message = `${namespace} is not on the list of ${settings.of(listDate)}`;
    const unclear = given.length > 0 ? undefined : UNCLEAR.get(namespace);
    return [unclear === undefined ? finding('Type', message) : unknown('Type', `${message}; ${unclear}`)];
  },
};
