/**
 * What a rule of your own is made of, without the CDK: `import { finding, type Rule } from 'hipaa-ai-cdk/rule'`.
 * Rules written with it run in the pack (`rules: [...RULES, mine]`) and on the command line (`--rules-file`).
 */
export type { Parameter, ParameterValue, Settings } from './parameter';
export type { Profile } from './profile';
export { allowLiteral, requireLiteral, requireValue } from './requirement';
export {
  ANY_TYPE,
  finding,
  unknown,
  type Judgement,
  type Observation,
  type Rule,
  type Severity,
} from './rule';
export { companions, linked } from './rules/cloudformation/companions';
export { accepts, surelyHas } from './rules/cloudformation/members';
export { perAssembly } from './rules/cloudformation/per-assembly';
export { isCustomerKey, requireCustomerKey } from './rules/kms/customer-key';
export { statementsOf, type Statement } from './policy/statement';
export { allows, onEachAllow } from './policy/allow';
export { publicStatements } from './policy/public-access';
export type { Assembly } from './template/assembly';
export type { Json, JsonObject } from './template/json';
export type { Property } from './template/property';
export type { Resource } from './template/resource';
export type { Template } from './template/template';
export { isTrue, numberOf, textOf, type Value } from './template/value';
