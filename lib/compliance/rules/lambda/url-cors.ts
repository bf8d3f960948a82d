import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { onEach } from '../cloudformation/where-there';

export const urlCors: Rule = {
  id: 'lambda-url-cors',
  title: 'function URLs name the web sites, headers and methods they answer',
  severity: 'error',
  controls: ['164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'With origin *, any web page that a signed-in person opens may read answers in their name.',
  fix: 'list origins with https://, headers and methods in Cors, and leave AllowCredentials false',
  resourceTypes: ['AWS::Lambda::Url'],
  check(url) {
    const cors = url.property('Cors');
    if (!cors.isPresent) return 'not-applicable';
    return [
      ...onEach(cors.at('AllowOrigins'), (origin) =>
        allowLiteral(
          origin,
          (value) => typeof value === 'string' && !value.includes('*') && !value.startsWith('http://'),
          'must be an origin with https://, without *',
        ),
      ),
      ...['AllowHeaders', 'AllowMethods'].flatMap((name) =>
        onEach(cors.at(name), (each) => allowLiteral(each, (value) => value !== '*', 'must not be *')),
      ),
      ...allowLiteral(cors.at('AllowCredentials'), (value) => !isTrue(value), 'must not be true'),
    ];
  },
};
