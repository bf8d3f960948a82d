import { finding, unknown, type Rule } from '../../rule';
import { isList, isObject, own, type Json } from '../../template/json';

/** Filled in while the stack deploys, from a place made for secrets. Source: CloudFormation user guide, "Dynamic references". */
const SECRET = /^\{\{resolve:(?:secretsmanager|ssm-secure):/u;

export const loginProfileSecret: Rule = {
  id: 'iam-login-profile-secret',
  title: 'no password stands in a template',
  severity: 'fatal',
  controls: ['164.308(a)(5)(ii)(D)', '164.312(d)'],
  profiles: ['hipaa'],
  why: 'Templates are kept in repositories, buckets and logs: whoever reads one of them has the password.',
  fix: 'write {{resolve:secretsmanager:…}} as the password, or no LoginProfile at all',
  resourceTypes: ['AWS::IAM::User'],
  check(user) {
    const profile = user.property('LoginProfile');
    if (!profile.isPresent) return 'not-applicable';
    const password = profile.at('Password');
    const isWritten = profile.values.some(
      (value) => value.kind === 'literal' && isObject(value.value) && isPlain(own(value.value, 'Password')),
    );
    if (isWritten || password.values.some(({ kind }) => kind === 'literal')) {
      return [finding(password.path, 'is written out, or comes from a place that is not made for secrets')];
    }
    const raw = profile.values
      .filter(({ kind }) => kind !== 'absent')
      .map((value) =>
        value.kind === 'literal' && isObject(value.value) ? own(value.value, 'Password') : undefined,
      );
    return raw.every(isSecret) ? [] : [unknown(password.path, 'cannot be read from the template')];
  },
};

function isPlain(password: Json | undefined): boolean {
  return typeof password === 'string' && !SECRET.test(password);
}

/** A dynamic reference, lone or joined of parts of which the first says what it is. */
function isSecret(password: Json | undefined): boolean {
  if (typeof password === 'string') return SECRET.test(password);
  if (!isObject(password)) return false;
  const joined = own(password, 'Fn::Join');
  const given = (isList(joined) ? joined[1] : undefined) ?? own(password, 'Fn::Sub');
  const first = isList(given) ? given[0] : given;
  return typeof first === 'string' && SECRET.test(first);
}
