import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isMap, parseDocument } from 'yaml';
import { HipaaAiEnvironment } from '../../../lib/environment/hipaa-ai-environment';
import { parseSettings } from '../../../lib/environment/settings';
import { ROOT, testApp } from '../../support/synthesize';
import { ACCOUNT } from '../support/emulator';

/** The alias by which a role invokes the function itself. */
export const CONSUMER = 'letters';
export const USE_CASE = 'discharge-summary';
/** Roles of applications, which the environment does not make. */
export const ROLES = {
  consumer: 'DischargeLetters',
  ward: 'DischargeSummaries',
  stranger: 'Laboratory',
} as const;

export const roleArn = (name: string): string => `arn:aws:iam::${ACCOUNT}:role/${name}`;

/** `config/dev.yaml` with the gateway of `config/prod.yaml`, opened to the roles of the test. */
export function synthesizeGatewayEnvironment(directory: string): void {
  const settings = parseDocument(readFileSync(path.join(ROOT, 'config', 'dev.yaml'), 'utf8'));
  const production = parseDocument(readFileSync(path.join(ROOT, 'config', 'prod.yaml'), 'utf8'));
  const gateway = production.get('gateway', true);
  if (!isMap(gateway)) throw new Error('config/prod.yaml has no gateway');
  settings.set('gateway', gateway);
  settings.setIn(['gateway', 'consumers'], { [CONSUMER]: roleArn(ROLES.consumer) });
  const useCase = ['gateway', 'useCases', 0];
  // development is for invented data
  settings.setIn([...useCase, 'dataClass'], 'NO_PHI');
  settings.setIn([...useCase, 'callers'], [roleArn(ROLES.consumer), roleArn(ROLES.ward)]);
  const app = testApp(directory);
  new HipaaAiEnvironment(app, 'HipaaAi-dev', {
    settings: parseSettings(settings.toJS(), 'the settings of the test'),
    today: '2026-11-01',
  });
  app.synth();
}
