import { finding, unknown, type Observation, type Rule } from '../../rule';
import type { Property } from '../../template/property';
import { isAlwaysSet } from '../cloudformation/certainty';

const CREDENTIALS = ['BasicAuthConfiguration', 'IdcAuthConfiguration', 'OAuth2ClientCredentialConfiguration'];

export const pluginAuthenticated: Rule = {
  id: 'qbusiness-plugin-authenticated',
  title: 'plugins authenticate to what they call',
  severity: 'error',
  controls: ['164.312(d)', '164.312(a)(1)'],
  profiles: ['hipaa', 'ai'],
  why: 'What takes the calls of a plugin without asking who it is takes them from anybody.',
  fix: 'use OAuth2ClientCredentialConfiguration in AuthConfiguration',
  resourceTypes: ['AWS::QBusiness::Plugin'],
  check(plugin) {
    return plugin.property('AuthConfiguration').alternatives().flatMap(judge);
  },
};

function judge(configuration: Property): readonly Observation[] {
  const none = configuration.at('NoAuthConfiguration');
  if (none.values.some(({ kind }) => kind === 'literal')) {
    return [finding(none.path, 'must not be used: the plugin calls without any credentials')];
  }
  if (none.isPresent) return [unknown(none.path, 'cannot be read; it must not be used')];
  return CREDENTIALS.some((name) => isAlwaysSet(configuration.at(name)))
    ? []
    : [finding(configuration.path, 'names no credentials for the plugin to call with')];
}
