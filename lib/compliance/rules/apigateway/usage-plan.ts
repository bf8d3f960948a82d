import type { Assembly } from '../../template/assembly';
import type { Resource } from '../../template/resource';
import { finding, type Rule } from '../../rule';
import { perAssembly } from '../cloudformation/per-assembly';
import { STAGE, STAGE_TYPES, stageOf, stagesOf } from './stage';

/** Stages that some usage plan names, by reference or by name. */
const planned = perAssembly((assembly: Assembly) => {
  const stages = new Set<Resource | string>();
  for (const plan of assembly.resourcesOf('AWS::ApiGateway::UsagePlan')) {
    for (const entry of plan.property('ApiStages').items()) {
      const stage = entry.at('Stage');
      if (stage.values.length !== 1) continue;
      for (const target of stage.targets()) stages.add(target);
      for (const name of stage.texts()) stages.add(name);
    }
  }
  return stages;
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
    const stages = planned(resource.template.assembly);
    if (resource.type !== STAGE && !stageOf(resource) && stagesOf(resource).every((stage) => has(stage)))
      return 'not-applicable';
    return has(resource) ? [] : [finding('Properties', 'is in no usage plan')];

    function has(stage: Resource): boolean {
      const name = stage.property('StageName');
      return stages.has(stage) || (name.values.length === 1 && name.texts().some((text) => stages.has(text)));
    }
  },
};
