import { aws_cloudwatch as cloudwatch, Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { GATEWAY_METRICS as METRICS, GATEWAY_NAMESPACE } from '../contract/gateway-metrics';
import { LEDGER_METRICS, LEDGER_NAMESPACE } from '../contract/ledger';

export interface GatewayDashboardProps {
  /** Letters, digits, `-` and `_`. */
  readonly name: string;
  /** Ids of the use cases. */
  readonly useCases: readonly string[];
}

const PERIOD = Duration.minutes(5);
const WIDTH = 12;

/** What the gateway does, in counts and milliseconds: requests and refusals by use case, what was taken out, leaks, tokens, latency by stage, and the ledger. */
export class GatewayDashboard extends Construct {
  readonly dashboard: cloudwatch.Dashboard;

  constructor(scope: Construct, id: string, { name, useCases }: GatewayDashboardProps) {
    super(scope, id);
    this.dashboard = new cloudwatch.Dashboard(this, 'Resource', { dashboardName: name });
    const byUseCase = (metricName: string) =>
      useCases.map((useCase) => of(metricName, 'Sum', { useCase }, useCase));
    this.dashboard.addWidgets(
      graph('Requests by use case', byUseCase(METRICS.requests)),
      graph('Refusals by use case', byUseCase(METRICS.refusals)),
      graph('Identifiers taken out', [
        of(METRICS.redactions, 'Sum', {}, 'before the model'),
        of(METRICS.outputRedactions, 'Sum', {}, 'in answers'),
        of(METRICS.leaks, 'Sum', {}, 'that nobody sent'),
      ]),
      graph('Minimum necessary', [
        of(METRICS.droppedFields, 'Sum', {}, 'fields dropped'),
        of(METRICS.fullRecords, 'Sum', {}, 'full records'),
      ]),
      graph('Tokens', [
        of(METRICS.inputTokens, 'Sum', {}, 'read'),
        of(METRICS.outputTokens, 'Sum', {}, 'written'),
      ]),
      graph('Randomness of answers, thousandths of a bit', [of(METRICS.entropy, 'Maximum', {}, 'highest')]),
      graph(
        'Milliseconds by stage, 99 of 100',
        ['redact', 'guardrail', 'model', 'output', 'seal', 'ledger'].map((stage) =>
          of(`${METRICS.latency}/${stage}`, 'p99', {}, stage),
        ),
      ),
      graph('Ledger', [
        ledger(LEDGER_METRICS.checkpoints, 'checkpoints'),
        ledger(LEDGER_METRICS.sealed, 'segments sealed'),
        ledger(LEDGER_METRICS.broken, 'broken chains'),
      ]),
    );
  }
}

function of(
  metricName: string,
  statistic: string,
  dimensionsMap: Readonly<Record<string, string>>,
  label: string,
): cloudwatch.Metric {
  return new cloudwatch.Metric({
    namespace: GATEWAY_NAMESPACE,
    metricName,
    statistic,
    dimensionsMap: { ...dimensionsMap },
    label,
    period: PERIOD,
  });
}

function ledger(metricName: string, label: string): cloudwatch.Metric {
  return new cloudwatch.Metric({
    namespace: LEDGER_NAMESPACE,
    metricName,
    statistic: 'Sum',
    label,
    period: PERIOD,
  });
}

function graph(title: string, left: readonly cloudwatch.IMetric[]): cloudwatch.GraphWidget {
  return new cloudwatch.GraphWidget({ title, left: [...left], width: WIDTH });
}
