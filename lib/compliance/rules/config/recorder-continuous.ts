import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const recorderContinuous: Rule = {
  id: 'config-recorder-continuous',
  title: 'recorders record changes as they happen',
  severity: 'warning',
  controls: ['164.308(a)(1)(ii)(D)'],
  profiles: ['strict'],
  why: 'With one picture a day, what was open for an hour was never open.',
  fix: 'leave RecordingMode out, or set RecordingFrequency to CONTINUOUS',
  resourceTypes: ['AWS::Config::ConfigurationRecorder'],
  check(recorder) {
    const mode = recorder.property('RecordingMode');
    return [mode, ...mode.at('RecordingModeOverrides').items()].flatMap((each) =>
      allowLiteral(
        each.at('RecordingFrequency'),
        (frequency) => frequency === 'CONTINUOUS',
        'must be CONTINUOUS',
      ),
    );
  },
};
