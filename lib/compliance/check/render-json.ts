import type { CheckReport } from './check-report';

export function renderJson(report: CheckReport): string {
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
