import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { requireSet } from '../cloudformation/set';

export const browserRecorded: Rule = {
  id: 'bedrockagentcore-browser-recorded',
  title: 'sessions of browsers that agents drive are recorded',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  profiles: ['ai'],
  why: 'Without a recording nobody can say which pages an agent opened, and what it typed into them.',
  fix: 'set RecordingConfig.Enabled to true, and S3Location to an encrypted bucket',
  resourceTypes: ['AWS::BedrockAgentCore::BrowserCustom'],
  check(browser) {
    return [
      ...requireLiteral(browser.property('RecordingConfig.Enabled'), isTrue, 'must be true'),
      ...requireSet(browser.property('RecordingConfig.S3Location.Bucket'), 'must name a bucket'),
    ];
  },
};
