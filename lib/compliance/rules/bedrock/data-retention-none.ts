import { DATA_RETENTION_MODE } from '../../../contract/account-settings';
import { finding, unknown, type Observation, type Rule } from '../../rule';
import { own } from '../../template/json';
import type { Property } from '../../template/property';
import { observe } from '../cloudformation/answer';
import { accepts } from '../cloudformation/members';
import { dataRetentionMode } from './account-setting';

const { resourceType: OURS, mode: NONE } = DATA_RETENTION_MODE;

export const dataRetentionNone: Rule = {
  id: 'bedrock-data-retention-none',
  title: 'the data retention mode of Bedrock is none',
  severity: 'error',
  controls: ['164.502(b)', '164.502(e)', '164.310(d)(2)(i)'],
  profiles: ['hipaa', 'ai'],
  why: 'Under any other mode prompts may be kept, reviewed by AWS, or shared with whoever made the model.',
  fix: 'pass mode none; a model that needs retention is then refused',
  resourceTypes: ['Custom::AWS', 'AWS::CloudFormation::CustomResource', OURS],
  check(setter) {
    if (setter.type === OURS) {
      const mode = setter.property('Mode');
      return observe(
        accepts(mode, (value) => value === NONE),
        mode.path,
        'must be none',
      );
    }
    if (!dataRetentionMode.setters(setter.template.assembly).includes(setter)) return 'not-applicable';
    const calls = ['Create', 'Update'].map((name) => setter.property(name)).filter((call) => call.isPresent);
    if (calls.length === 0) return [unknown('Properties', 'what it passes to Bedrock is not written here')];
    return calls.flatMap(judgeCall);
  },
};

function judgeCall(call: Property): readonly Observation[] {
  const hidden = call.values.some(({ kind }) => kind === 'unknown');
  return [
    ...(hidden ? [unknown(call.path, 'cannot be read; the mode must be none')] : []),
    ...call.texts().flatMap((text) => {
      const parameters = dataRetentionMode.parametersIn(text);
      if (!parameters) return [unknown(call.path, 'passes no mode that can be read')];
      return own(parameters, 'mode') === NONE ? [] : [finding(call.path, 'sets a mode other than none')];
    }),
  ];
}
