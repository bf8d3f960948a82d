import { requireLiteral } from '../../requirement';
import { finding, type Rule } from '../../rule';
import { isTrue } from '../../template/value';

const DESTINATIONS = ['CloudWatchLogs', 'KinesisDataFirehose', 'S3'];

export const verifiedAccessLogs: Rule = {
  id: 'ec2-verified-access-logs',
  title: 'requests through Verified Access are logged',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  profiles: ['hipaa'],
  why: 'It decides for each request who reaches an application; without the log the decisions are gone.',
  fix: `set Enabled of one of LoggingConfigurations.${DESTINATIONS.join(', ')} to true`,
  resourceTypes: ['AWS::EC2::VerifiedAccessInstance'],
  check(instance) {
    const logs = instance.property('LoggingConfigurations');
    const seen = DESTINATIONS.map((name) =>
      requireLiteral(logs.at(`${name}.Enabled`), isTrue, 'must be true'),
    );
    if (seen.some((observations) => observations.length === 0)) return [];
    const unknowns = seen.flat().filter(({ verdict }) => verdict === 'unknown');
    return unknowns.length > 0 ? unknowns : [finding(logs.path, 'has no destination that is enabled')];
  },
};
