import { requireValue } from '../../requirement';
import type { Rule } from '../../rule';
import { textOf } from '../../template/value';

export const recorderServiceRole: Rule = {
  id: 'config-recorder-service-role',
  title: 'recorders use the service-linked role',
  severity: 'warning',
  controls: ['164.312(b)', '164.308(a)(4)(ii)(B)'],
  profiles: ['strict'],
  why: 'A role of your own misses new services, and whoever may edit it can blind the recorder.',
  fix: 'set RoleARN to the role AWSServiceRoleForConfig',
  resourceTypes: ['AWS::Config::ConfigurationRecorder'],
  check(recorder) {
    return requireValue(
      recorder.property('RoleARN'),
      (value) => {
        if (value.kind === 'reference')
          return value.template.resource(value.logicalId)?.type === 'AWS::IAM::ServiceLinkedRole';
        return textOf(value)?.endsWith('/AWSServiceRoleForConfig');
      },
      'must be AWSServiceRoleForConfig',
    );
  },
};
