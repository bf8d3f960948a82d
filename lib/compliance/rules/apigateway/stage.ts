import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import { linked } from '../cloudformation/companions';

export const STAGE = 'AWS::ApiGateway::Stage';
export const STAGE_TYPES = [STAGE, 'AWS::ApiGateway::Deployment'] as const;

export const stagesOf = linked([STAGE], (stage) => stage.property('DeploymentId'));

/** What a stage will be: a stage resource, or the stage that a deployment makes along the way; undefined when it makes none. */
export function stageOf(resource: Resource): Property | undefined {
  if (resource.type === STAGE) return resource.property('');
  const described = resource.property('StageDescription');
  const makesOne = described.isPresent || resource.property('StageName').isPresent;
  return makesOne || stagesOf(resource).length === 0 ? described : undefined;
}

/** Settings of methods, and those of the whole stage, which only a deployment has. */
export function settingsOf(resource: Resource): readonly Property[] {
  const stage = stageOf(resource);
  if (!stage) return [];
  const methods = stage.at('MethodSettings').items();
  return resource.type === STAGE ? methods : [stage, ...methods];
}
