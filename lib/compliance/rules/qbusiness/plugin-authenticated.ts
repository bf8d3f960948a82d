import { finding, unknown, type Rule } from '../../rule';

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
    const none = plugin.property('AuthConfiguration.NoAuthConfiguration');
    if (!none.isPresent) return [];
    return [
      (none.values.some(({ kind }) => kind === 'literal') ? finding : unknown)(
        none.path,
        'must not be used: the plugin calls without any credentials',
      ),
    ];
  },
};
