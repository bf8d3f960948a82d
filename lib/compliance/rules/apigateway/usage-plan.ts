import { finding, type Rule } from '../../rule';
import type { Assembly } from '../../template/assembly';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import { append, perAssembly } from '../cloudformation/per-assembly';
import { STAGE, STAGE_TYPES, stageOf, stagesOf } from './stage';

/** Entries of usage plans by the stage they refer to, or by template and name. */
const entriesByStage = perAssembly((assembly: Assembly) => {
  const entries = new Map<Resource | string, Property[]>();
  for (const plan of assembly.resourcesOf('AWS::ApiGateway::UsagePlan')) {
    for (const entry of plan.property('ApiStages').items()) {
      const stage = entry.at('Stage');
      if (stage.values.length !== 1) continue;
      for (const target of stage.targets()) append(entries, target, entry);
      for (const name of stage.texts()) append(entries, `${plan.template.path} ${name}`, entry);
    }
  }
  return entries;
});

export const usagePlan: Rule = {
  id: 'apigateway-usage-plan',
  title: 'stages of an API have a plan of how many calls they take',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(C)', '164.308(a)(5)(ii)(B)'],
  profiles: ['strict'],
  why: 'One client in a loop, or one attacker, uses up what all the others need.',
  fix: 'add an AWS::ApiGateway::UsagePlan with Throttle and Quota that names the stage in ApiStages',
  resourceTypes: STAGE_TYPES,
  check(resource) {
    if (resource.type !== STAGE && !stageOf(resource) && stagesOf(resource).every(isPlanned))
      return 'not-applicable';
    return isPlanned(resource) ? [] : [finding('Properties', 'is in no usage plan')];
  },
};

/** Stages of several APIs have the same name: where both sides name the API, it must be the same one. */
function isPlanned(stage: Resource): boolean {
  const entries = entriesByStage(stage.template.assembly);
  if (entries.has(stage)) return true;
  const name = stage.property('StageName');
  const [api] = stage.property('RestApiId').texts();
  const named = name.values.length === 1 ? name.texts() : [];
  return named
    .flatMap((text) => entries.get(`${stage.template.path} ${text}`) ?? [])
    .some((entry) => {
      const [other] = entry.at('ApiId').texts();
      return api === undefined || other === undefined || api === other;
    });
}
