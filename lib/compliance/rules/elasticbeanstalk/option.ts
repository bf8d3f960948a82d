import { finding, unknown, type Observation } from '../../rule';
import type { Json } from '../../template/json';
import type { Resource } from '../../template/resource';
import { accepts, surelyHas } from '../cloudformation/members';

/** Types whose resources have option settings. An environment without the option takes it from its template. */
export const WITH_OPTIONS = [
  'AWS::ElasticBeanstalk::Environment',
  'AWS::ElasticBeanstalk::ConfigurationTemplate',
] as const;

/**
 * Requires an option with an acceptable value among the settings.
 * Source: Elastic Beanstalk developer guide, "General options for all environments".
 */
export function requireOption(
  resource: Resource,
  namespace: string,
  name: string,
  is: (value: Json) => boolean,
  expectation: string,
): readonly Observation[] {
  const settings = resource.property('OptionSettings');
  const has = surelyHas(settings, (setting) => {
    const named = [
      accepts(setting.at('Namespace'), (text) => text === namespace),
      accepts(setting.at('OptionName'), (text) => text === name),
    ];
    if (named.includes(false)) return false;
    const value = accepts(setting.at('Value'), (given) => given !== undefined && is(given as Json));
    return named.includes(undefined) && value !== false ? undefined : value;
  });
  if (has === true) return [];
  const message = `must have ${namespace} ${name} ${expectation}`;
  return [
    has === false ? finding(settings.path, message) : unknown(settings.path, `cannot be read; it ${message}`),
  ];
}
