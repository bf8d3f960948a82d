import { bootstrapProblems } from '../../../lib/compliance/envoy/bootstrap-problems';
import type { JsonObject } from '../../../lib/compliance/template/json';
import { envoyBootstrap } from '../../../lib/mesh/bootstrap/envoy-bootstrap';
import { NODE, NODES } from '../../mesh/mesh-nodes';
import { WEAKENINGS, weakened } from '../../mesh/weakenings';

const text = JSON.stringify(envoyBootstrap(NODE));

test.each(Object.entries(NODES))('the bootstrap of %s has no problem', (_, node) => {
  expect(bootstrapProblems(envoyBootstrap(node) as JsonObject)).toEqual([]);
});

test.each(WEAKENINGS)('it is a problem where $name', (weakening) => {
  const changed = weakened(weakening, text);
  expect(changed).not.toBe(text);
  expect(bootstrapProblems(JSON.parse(changed) as JsonObject)).not.toEqual([]);
});

test('a bootstrap of nothing weakens nothing: it opens no door', () => {
  expect(bootstrapProblems({})).toEqual([]);
});

test('a listener that says nothing is a problem', () => {
  const problems = bootstrapProblems({ static_resources: { listeners: [{ filter_chains: [{}] }] } });
  expect(problems.map(({ path }) => path)).toEqual([
    'static_resources.listeners.0.filter_chains.0.filters',
    'static_resources.listeners.0.access_log',
    'static_resources.listeners.0.filter_chains.0.transport_socket',
  ]);
});

test('a cluster that finds its endpoints elsewhere is a problem', () => {
  const problems = bootstrapProblems({ static_resources: { clusters: [{ type: 'ORIGINAL_DST' }] } });
  expect(problems).toHaveLength(1);
});

test('no message repeats what is configured', () => {
  const changed = text.replaceAll('%ROUTE_NAME%', '%REQ(X-PATIENT)%');
  const problems = bootstrapProblems(JSON.parse(changed) as JsonObject);
  expect(problems.length).toBeGreaterThan(0);
  for (const { message } of problems) expect(message).not.toContain('PATIENT');
});
