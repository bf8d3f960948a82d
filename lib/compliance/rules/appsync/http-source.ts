import { finding, unknown, type Rule } from '../../rule';
import { textOf } from '../../template/value';

export const httpSource: Rule = {
  id: 'appsync-http-source',
  title: 'APIs of AppSync reach HTTP sources over TLS',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  profiles: ['hipaa'],
  why: 'What the API passes on over plain HTTP crosses the internet in clear text.',
  fix: 'let HttpConfig.Endpoint begin with https://',
  resourceTypes: ['AWS::AppSync::DataSource'],
  check(source) {
    const endpoint = source.property('HttpConfig.Endpoint');
    if (!endpoint.isPresent) return 'not-applicable';
    const texts = endpoint.values.filter(({ kind }) => kind !== 'absent').map(textOf);
    if (texts.some((text) => text?.trim().toLowerCase().startsWith('http://')))
      return [finding(endpoint.path, 'must begin with https://')];
    return texts.includes(undefined)
      ? [unknown(endpoint.path, 'cannot be read; it must begin with https://')]
      : [];
  },
};
