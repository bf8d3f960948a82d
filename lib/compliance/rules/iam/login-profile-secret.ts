import { finding, unknown, type Rule } from '../../rule';
import { isList, isObject, own, type Json, type JsonObject } from '../../template/json';
import type { Template } from '../../template/template';
import { isTrue } from '../../template/value';

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
  check(user, template) {
    const profile = user.property('LoginProfile');
    if (!profile.isPresent) return 'not-applicable';
    const { path, values } = profile.at('Password');
    const written = profile.values
      .filter(({ kind }) => kind !== 'absent')
      .map((value) =>
        value.kind === 'literal' && isObject(value.value) ? own(value.value, 'Password') : undefined,
      );
    const isShown = written.some((password) => isPlain(password) || isShownParameter(password, template));
    if (isShown || values.some(({ kind }) => kind === 'literal')) {
      return [finding(path, 'is written out, or comes from a place that is not made for secrets')];
    }
    const isHidden = (password: Json | undefined) =>
      isSecret(password) || parameterOf(password, template) !== undefined;
    return written.every(isHidden) ? [] : [unknown(path, 'cannot be read from the template')];
  },
};

const isPlain = (password: Json | undefined): boolean =>
  typeof password === 'string' && !SECRET.test(password);

function parameterOf(password: Json | undefined, template: Template): JsonObject | undefined {
  const name = isObject(password) ? own(password, 'Ref') : undefined;
  return typeof name === 'string' ? template.parameter(name) : undefined;
}

/** A parameter that the console shows to everybody who may look at the stack. */
function isShownParameter(password: Json | undefined, template: Template): boolean {
  const parameter = parameterOf(password, template);
  return parameter !== undefined && !isTrue(own(parameter, 'NoEcho') ?? false);
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
