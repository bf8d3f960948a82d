import { STAGES } from '../../lambda/gateway/stage';
import { GATEWAY_METRICS, GATEWAY_NAMESPACE } from '../../lib/contract/gateway-metrics';
import { LEDGER_METRICS, LEDGER_NAMESPACE } from '../../lib/contract/ledger';
import { GatewayDashboard } from '../../lib/gateway/gateway-dashboard';
import { text } from '../encryption/policy-evaluator';
import { at, list, onlyResource, synthesize, testStack, type Json } from '../support/synthesize';

function build(name = 'hipaa-ai-gateway-dev'): Json {
  const stack = testStack();
  new GatewayDashboard(stack, 'Dashboard', { name, useCases: ['discharge-summary', 'patient-letter'] });
  const dashboard = onlyResource(synthesize(stack), 'AWS::CloudWatch::Dashboard');
  return JSON.parse(text(dashboard.Properties['DashboardBody'])) as Json;
}

const lines = list(at(build(), 'widgets')).flatMap((widget) =>
  list(at(widget, 'properties', 'metrics')).map((line) => list(line)),
);
const namesOf = (namespace: string) => lines.flatMap(([of, name]) => (of === namespace ? [text(name)] : []));

test('shows what the gateway and the ledger write, and nothing that nobody writes', () => {
  const known: readonly string[] = [
    ...Object.values(GATEWAY_METRICS),
    ...STAGES.map((stage) => `${GATEWAY_METRICS.latency}/${stage}`),
  ];
  expect(namesOf(GATEWAY_NAMESPACE).length).toBeGreaterThan(10);
  for (const name of namesOf(GATEWAY_NAMESPACE)) expect(known).toContain(name);
  expect(namesOf(LEDGER_NAMESPACE).sort()).toEqual(Object.values(LEDGER_METRICS).sort());
  expect(lines).toHaveLength(namesOf(GATEWAY_NAMESPACE).length + namesOf(LEDGER_NAMESPACE).length);
});

test('has requests and refusals of each use case, by the dimension that the gateway writes', () => {
  const dimensions = lines.flatMap(([, name, dimension, value]) =>
    typeof dimension === 'string' ? [[name, dimension, value].map(text)] : [],
  );
  expect(dimensions).toEqual([
    ['Requests', 'useCase', 'discharge-summary'],
    ['Requests', 'useCase', 'patient-letter'],
    ['Refusals', 'useCase', 'discharge-summary'],
    ['Refusals', 'useCase', 'patient-letter'],
  ]);
});

test('has a name that CloudWatch takes', () => {
  expect(() => build('with_underscores-1')).not.toThrow();
  expect(() => build('two words')).toThrow(/dashboardName/iu);
});
