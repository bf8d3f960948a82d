import type { Evidence } from '../../../lib/compliance/evidence/evidence';
import type { NetworkMap } from '../../../lib/compliance/network-map/network-map';
import { UsageError } from '../verb';

interface Options {
  readonly reportUrl: string | undefined;
}

/** What the evidence can be exported as; each renderer is loaded when it is asked for. */
export const FORMATS: Readonly<
  Record<string, () => Promise<(evidence: Evidence, options: Options) => string>>
> = {
  sarif: async () => {
    const { renderSarif } = await import('../../../lib/compliance/evidence/render-sarif.js');
    const { findingReport } = await import('../../../lib/compliance/evidence/reported-finding.js');
    return (evidence) => renderSarif(findingReport(evidence));
  },
  junit: async () => (await import('../../../lib/compliance/evidence/render-junit.js')).renderJunit,
  markdown: async () => (await import('../../../lib/compliance/evidence/render-markdown.js')).renderMarkdown,
  'oscal-component': async () =>
    (await import('../../../lib/compliance/evidence/oscal/render-component-definition.js'))
      .renderComponentDefinition,
  'oscal-results': async () =>
    (await import('../../../lib/compliance/evidence/oscal/render-assessment-results.js'))
      .renderAssessmentResults,
  csv: async () => (await import('../../../lib/compliance/evidence/render-csv.js')).renderCsv,
  'network-map': async () => {
    const { renderNetworkMap } = await import('../../../lib/compliance/network-map/render-json.js');
    return (evidence) => renderNetworkMap(mapIn(evidence));
  },
  mermaid: async () => {
    const { renderMermaid } = await import('../../../lib/compliance/network-map/render-mermaid.js');
    return (evidence) => renderMermaid(mapIn(evidence));
  },
  html: async () => (await import('../../../lib/compliance/evidence/render-html.js')).renderHtml,
};

/** @throws UsageError for evidence of a version that drew no map, or of no templates */
function mapIn({ networkMap }: Evidence): NetworkMap {
  if (!networkMap) throw new UsageError('the evidence has no network map; synthesize again');
  return networkMap;
}
