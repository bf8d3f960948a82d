import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

/** On when nothing is said. Source: GuardDuty API reference, "CreateDetector". */
const SOURCES = [
  'S3Logs.Enable',
  'Kubernetes.AuditLogs.Enable',
  'MalwareProtection.ScanEc2InstanceWithFindings.EbsVolumes',
];

export const detectorFeatures: Rule = {
  id: 'guardduty-detector-features',
  title: 'no detector has a protection turned off',
  severity: 'error',
  controls: ['164.308(a)(1)(ii)(D)', '164.308(a)(5)(ii)(B)'],
  profiles: ['hipaa'],
  why: 'S3, databases, functions and volumes are where PHI is: what GuardDuty does not watch there, nobody does.',
  fix: 'leave DataSources and Features out, or enable what they name',
  resourceTypes: ['AWS::GuardDuty::Detector'],
  check(detector) {
    const sources = detector.property('DataSources');
    const features = detector.property('Features').items();
    return [
      ...SOURCES.flatMap((path) => allowLiteral(sources.at(path), isTrue, 'must be true')),
      ...features
        .flatMap((feature) => [feature, ...feature.at('AdditionalConfiguration').items()])
        .flatMap((each) =>
          allowLiteral(each.at('Status'), (status) => status === 'ENABLED', 'must be ENABLED'),
        ),
    ];
  },
};
