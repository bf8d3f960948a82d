import type { Rule } from '../../rule';
import { requireSet } from '../cloudformation/set';

export const accessPointInVpc: Rule = {
  id: 's3-access-point-in-vpc',
  title: 'access points take requests from one VPC only',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['strict'],
  why: 'An access point of the internet answers to stolen credentials from anywhere.',
  fix: 'set VpcConfiguration.VpcId',
  resourceTypes: ['AWS::S3::AccessPoint', 'AWS::S3Express::AccessPoint'],
  check(point) {
    return requireSet(point.property('VpcConfiguration.VpcId'), 'must name a VPC');
  },
};
