import { bootstrapProblems } from '../../envoy/bootstrap-problems';
import { finding, unknown, type Observation, type Rule } from '../../rule';
import type { JsonObject } from '../../template/json';
import { isObject, type Json } from '../../template/json';
import type { Property } from '../../template/property';
import { besideEnvoy, CONFIGURATION, wordsOf } from './envoy';

export const meshBootstrap: Rule = {
  id: 'ecs-mesh-bootstrap',
  title:
    'an Envoy that is configured by its task asks both ends for a certificate, and says nothing of requests',
  severity: 'error',
  controls: ['164.312(d)', '164.312(e)(1)', '164.312(e)(2)(ii)', '164.312(b)'],
  profiles: ['hipaa'],
  why: 'Envoy verifies nobody unless told to: a missing trust anchor, name or version makes a mesh that only looks like one.',
  fix: 'use MeshService, or configure mutual TLS with exact SPIFFE ids, TLS 1.2 and 1.3, RBAC and a log without paths; docs/mesh.md has each point',
  resourceTypes: ['AWS::ECS::TaskDefinition'],
  check(task) {
    return besideEnvoy(task, 'envoy', onEnvoy);
  },
};

function onEnvoy(container: Property): readonly Observation[] {
  const { texts, hasGaps, varies } = wordsOf(container);
  const place = container.at('Command').path;
  const at = texts.indexOf(CONFIGURATION);
  // a file of the image or of a volume is not for a template to judge
  if (at < 0) return hasGaps ? [unknown(place, 'cannot be read')] : [];
  if (hasGaps || varies) return [unknown(place, 'cannot be read')];
  const bootstrap = parsed(texts[at + 1] ?? '');
  if (!bootstrap) return [unknown(place, 'has a configuration that is no JSON')];
  return bootstrapProblems(bootstrap).map(({ path, message }) => finding(place, `${path} ${message}`));
}

function parsed(text: string): JsonObject | undefined {
  try {
    const json = JSON.parse(text) as Json;
    return isObject(json) ? json : undefined;
  } catch {
    return undefined;
  }
}
