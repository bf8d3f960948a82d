import type { Parameter } from '../../parameter';
import { ANY_TYPE, finding, type Rule } from '../../rule';

/**
 * AWS:: types that another company runs. Source: Claude Platform on AWS guide: "operated by Anthropic", outside the data
 * boundary of AWS.
 */
const RUN_BY_OTHERS: ReadonlyMap<string, string> = new Map([['AWSExternalAnthropic', 'Anthropic']]);

const providers: Parameter<readonly string[]> = {
  name: 'providers',
  description:
    'vendors with an agreement on record: Anthropic, or the first part of a third-party resource type',
  default: [],
};

export const businessAssociate: Rule = {
  id: 'governance-business-associate',
  title: 'resources are run by AWS, or by a provider with an agreement on record',
  severity: 'error',
  controls: ['164.308(b)(1)', '164.502(e)', '164.308(b)(3)'],
  profiles: ['hipaa', 'ai'],
  why: 'The agreement with AWS does not cover what another company runs, even under a type that begins with AWS.',
  fix: 'use a service of AWS, or list the provider in the parameter providers once the agreement is signed',
  resourceTypes: [ANY_TYPE],
  parameters: [providers],
  check({ type }, _template, settings) {
    // nearly every resource ends here
    if (type.startsWith('AWS::') && !type.startsWith('AWS::AWSExternal')) return [];
    const [vendor = '', namespace = ''] = type.split('::');
    if (vendor === 'Custom' || vendor === '' || vendor === 'Alexa') return 'not-applicable';
    const provider = vendor === 'AWS' ? RUN_BY_OTHERS.get(namespace) : vendor;
    if (provider === undefined || settings.of(providers).includes(provider)) return [];
    return [finding('Type', `is run by ${provider}, with whom no agreement is on record`)];
  },
};
