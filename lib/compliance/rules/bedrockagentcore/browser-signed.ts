import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const browserSigned: Rule = {
  id: 'bedrockagentcore-browser-signed',
  title: 'browsers that agents drive say that they are ours',
  severity: 'warning',
  controls: ['164.312(d)'],
  profiles: ['strict'],
  why: 'A site that cannot tell our agent from any other robot gives it what it gives robots, or blocks it.',
  fix: 'set BrowserSigning.Enabled to true',
  resourceTypes: ['AWS::BedrockAgentCore::BrowserCustom'],
  check(browser) {
    return requireLiteral(browser.property('BrowserSigning.Enabled'), isTrue, 'must be true');
  },
};
