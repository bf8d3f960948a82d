import { App, Validations } from 'aws-cdk-lib';
import { HipaaAiChecks } from '../lib/compliance/packs/hipaa-ai-checks';
import { HipaaAiEnvironment } from '../lib/environment/hipaa-ai-environment';
import { InvalidSettings } from '../lib/environment/settings';
import { ConfigurationError } from '../lib/errors';
import { contextDay, contextText, InvalidContext } from './context';
import { readSettings } from './read-settings';
import { readWaivers } from './read-waivers';

function main(): void {
  const app = new App();
  const environment = contextText(app, 'env', 'dev');
  const asOf = contextDay(app, 'as-of');
  const settings = readSettings(environment);
  new HipaaAiEnvironment(app, `HipaaAi-${environment}`, { settings, today: asOf });
  Validations.of(app).addPlugins(
    new HipaaAiChecks(app, {
      asOf,
      environment,
      profile: 'strict',
      parameters: { 'governance-region': { regions: settings.allowedRegions } },
      sourceRoot: process.cwd(),
      waivers: readWaivers(),
      hipaaSecurityChecks: true,
    }),
  );
  app.synth();
}

try {
  main();
} catch (error) {
  const typed =
    error instanceof InvalidSettings ||
    error instanceof InvalidContext ||
    error instanceof ConfigurationError;
  if (!typed) throw error;
  // what was typed is wrong, not the program: no stack
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
