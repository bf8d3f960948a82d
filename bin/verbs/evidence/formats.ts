import type { Evidence } from '../../../lib/compliance/evidence/evidence';

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
  html: async () => (await import('../../../lib/compliance/evidence/render-html.js')).renderHtml,
};
