import { App } from 'aws-cdk-lib';
import { readSettings } from '../../bin/read-settings';
import { rulesIn } from '../../lib/compliance/profile';
import { RULES } from '../../lib/compliance/rules/registry';
import { readAssembly } from '../../lib/compliance/template/read-assembly';
import { HipaaAiEnvironment } from '../../lib/environment/hipaa-ai-environment';
import { TODAY } from '../bedrock/approved-models';
import { judgedOnTheDay } from '../support/judge-template';

// Whoever uses the constructs in an app of their own has other feature flags than ours, or none.
test('an app without feature flags gets an environment in which the default profile finds nothing', () => {
  const app = new App({ analyticsReporting: false });
  new HipaaAiEnvironment(app, 'HipaaAi-dev', { settings: readSettings('dev'), today: TODAY });
  const outcomes = judgedOnTheDay(readAssembly(app.synth().directory), rulesIn('hipaa', RULES));
  expect(outcomes.length).toBeGreaterThan(100);
  const open = outcomes.filter(({ verdict }) => verdict === 'finding' || verdict === 'unknown');
  expect(open.map(({ rule, resource, observations }) => [rule.id, resource.logicalId, observations])).toEqual(
    [],
  );
});
