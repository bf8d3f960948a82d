import type { Parameter } from '../../parameter';
import { finding, unknown, type Observation, type Rule } from '../../rule';
import { isObject, own, type Json } from '../../template/json';
import { textOf } from '../../template/value';

const CHANGES = /^(?:associate|attach|create|import|modify|put|register|restore|run|start|update)/iu;

const calls: Parameter<readonly string[]> = {
  name: 'calls',
  description: 'calls that may be made because a rule judges them, or somebody reviewed them',
  default: ['putAccountDataRetention', 'putModelInvocationLoggingConfiguration'],
};

export const customResourceCalls: Rule = {
  id: 'governance-custom-resource-calls',
  title: 'custom resources make nothing that no rule can see',
  severity: 'error',
  controls: ['164.308(a)(8)'],
  profiles: ['strict'],
  why: 'What a call to an API makes while the stack deploys stands in no template and is judged by nobody.',
  fix: 'use a CloudFormation type, or list the reviewed call in the parameter calls',
  resourceTypes: ['Custom::AWS'],
  parameters: [calls],
  check(custom, _template, settings) {
    const allowed = settings.of(calls).map((name) => name.toLowerCase());
    return ['Create', 'Update'].flatMap((name) => {
      const property = custom.property(name);
      return property.values.flatMap((value): readonly Observation[] => {
        if (value.kind === 'absent') return [];
        const action = actionOf(textOf(value) ?? '');
        if (action === undefined)
          return [unknown(property.path, 'cannot be read; it must make no such call')];
        if (!CHANGES.test(action) || allowed.includes(action.toLowerCase())) return [];
        return [finding(property.path, `calls ${action}: what it makes was not judged`)];
      });
    });
  },
};

/** The call that the AWS custom resource of the CDK is told to make; plain letters only. */
function actionOf(text: string): string | undefined {
  try {
    const call = JSON.parse(text) as Json;
    const action = isObject(call) ? own(call, 'action') : undefined;
    return typeof action === 'string' && /^[A-Za-z]{1,80}$/u.test(action) ? action : undefined;
  } catch {
    return undefined;
  }
}
