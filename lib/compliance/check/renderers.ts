import type { Rule } from '../rule';
import type { CheckReport } from './check-report';

/** What a format may use beside the report. */
export interface RenderContext {
  /** The rules that ran, in their order. */
  readonly rules: readonly Rule[];
  /** True for a terminal that shows colours. */
  readonly isColored: boolean;
}

/** Turns a report into the bytes of a format. */
export type Renderer = (report: CheckReport, context: RenderContext) => string;

/** Formats of `hipaa-ai check`, each loaded when asked for. */
export const RENDERERS: Readonly<Record<string, () => Promise<Renderer>>> = {
  table: async () => (await import('./render-table.js')).renderTable,
  sarif: async () => (await import('./render-reports.js')).renderCheckSarif,
  junit: async () => (await import('./render-reports.js')).renderCheckJunit,
  json: async () => (await import('./render-json.js')).renderJson,
};
