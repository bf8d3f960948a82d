import { finding, type Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { deploysWith } from '../cloudformation/companions';

/** What finds out that something is wrong. Source: AWS Security Reference Architecture, "Security Tooling account". */
const DETECTORS = [
  'AWS::GuardDuty::Detector',
  'AWS::Config::ConfigurationRecorder',
  'AWS::AccessAnalyzer::Analyzer',
];

export const accountDetection: Rule = {
  id: 'governance-account-detection',
  title: 'who deploys the trail of an account also deploys what watches the account',
  severity: 'error',
  controls: ['164.308(a)(1)(ii)(D)', '164.308(a)(6)(ii)', '164.404'],
  profiles: ['strict'],
  why: 'A trail that nobody watches tells after a breach what detection would have told during it.',
  fix: `add ${DETECTORS.join(', ')} to the app, or waive this with where they are`,
  resourceTypes: ['AWS::CloudTrail::Trail'],
  check(trail) {
    const reach = ['IsMultiRegionTrail', 'IsOrganizationTrail'].map((name) => trail.property(name));
    // a trail of one Region is no baseline of an account
    const isBaseline = reach.some((flag) =>
      flag.values.some(
        (value) => value.kind === 'unknown' || (value.kind === 'literal' && isTrue(value.value)),
      ),
    );
    if (!isBaseline) return 'not-applicable';
    return DETECTORS.filter(
      (type) => !trail.template.assembly.resourcesOf(type).some((each) => deploysWith(each, trail)),
    ).map((type) => finding('', `the assembly has no ${type} that surely deploys with the trail`));
  },
};
