import { finding, type Rule } from '../../rule';
import { placesOf } from '../cloudformation/places';
import { requireSet } from '../cloudformation/set';

export const workforceSourceIp: Rule = {
  id: 'sagemaker-workforce-source-ip',
  title: 'people who label data work from known addresses',
  severity: 'error',
  controls: ['164.312(a)(1)', '164.310(c)'],
  profiles: ['ai'],
  why: 'Labelling shows PHI on a screen; without a list of addresses, on any screen anywhere.',
  fix: 'set SourceIpConfig.Cidrs to the networks of your workforce',
  resourceTypes: ['AWS::SageMaker::Workforce'],
  check(workforce) {
    const cidrs = workforce.property('SourceIpConfig.Cidrs');
    return [
      ...requireSet(cidrs, 'must name networks'),
      ...placesOf(workforce, 'SourceIpConfig?.Cidrs[]')
        .filter((cidr) => cidr.texts().some((text) => /\/0+$/u.test(text)))
        .map((cidr) => finding(cidr.path, 'is the whole internet')),
    ];
  },
};
