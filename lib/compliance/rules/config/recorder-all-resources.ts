import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { requireAny } from '../cloudformation/answer';
import { accepts } from '../cloudformation/members';

const isOn = (value: unknown): boolean => value === true || value === 'true';

export const recorderAllResources: Rule = {
  id: 'config-recorder-all-resources',
  title: 'recorders record every type of resource, global ones included',
  severity: 'error',
  controls: ['164.308(a)(8)', '164.312(b)'],
  profiles: ['hipaa'],
  why: 'What is not recorded can be opened and closed again without a trace.',
  fix: 'set AllSupported and IncludeGlobalResourceTypes to true in RecordingGroup, or UseOnly to ALL_SUPPORTED_RESOURCE_TYPES',
  resourceTypes: ['AWS::Config::ConfigurationRecorder'],
  check(recorder) {
    const group = recorder.property('RecordingGroup');
    const all = accepts(
      group.at('RecordingStrategy.UseOnly'),
      (value) => value === 'ALL_SUPPORTED_RESOURCE_TYPES',
    );
    return [
      ...requireAny(
        group.path,
        [all, accepts(group.at('AllSupported'), isOn)],
        'must record all supported types',
      ),
      ...requireLiteral(group.at('IncludeGlobalResourceTypes'), isTrue, 'must be true'),
    ];
  },
};
