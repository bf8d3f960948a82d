import { readSettings } from '../../bin/read-settings';
import { rulesIn } from '../../lib/compliance/profile';
import { RULES } from '../../lib/compliance/rules/registry';
import { readAssembly } from '../../lib/compliance/template/read-assembly';
import { HipaaAiEnvironment } from '../../lib/environment/hipaa-ai-environment';
import type { Settings } from '../../lib/environment/settings';
import { TODAY } from '../bedrock/approved-models';
import { testApp } from '../support/synthesize';
import { judgedOnTheDay } from '../support/judge-template';

function findings(change: Partial<Settings>): readonly string[] {
  const app = testApp();
  new HipaaAiEnvironment(app, 'HipaaAi-dev', {
    settings: { ...readSettings('dev'), ...change },
    today: TODAY,
  });
  return judgedOnTheDay(readAssembly(app.synth().directory), rulesIn('strict', RULES)).flatMap(
    ({ rule, resource, verdict }) =>
      verdict === 'finding' || verdict === 'unknown' ? [`${rule.id} ${resource.logicalId}`] : [],
  );
}

// docs/envelope-keys.md asks for this waiver and no other
test('branch keys lack a backup plan, by the strictest profile, and nothing else', () => {
  const plain = findings({});
  const withTable = findings({ tenantKeys: { pointInTimeRecovery: 'enabled' } });
  expect(withTable.filter((each) => !plain.includes(each))).toEqual([
    'dynamodb-in-backup-plan TenantKeys44C47AE7',
  ]);
});
