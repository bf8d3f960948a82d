import { EVIDENCE_FILES, type Evidence } from './evidence';
import { ruleChoice } from './rule-choice';

/** The summary a person reads after synthesis. */
export function summaryText(evidence: Evidence, assemblyDirectory: string): string {
  const { summary } = evidence;
  const { verdicts, blockingBySeverity: blocking } = summary;
  const soon = evidence.waivers.filter((waiver) => waiver.status === 'expires-soon').length;
  const packs = evidence.packs.map((pack) => `${pack.rules} ${pack.name}`).join(' + ');
  const rows: [string, string][] = [
    ['environment', evidence.environment ?? '-'],
    ['stacks', `${summary.stacks} (${summary.resources} resources)`],
    ['rules run', `${summary.rules} (${packs})`],
    ['profile', ruleChoice(evidence)],
    [
      'verdicts',
      `${verdicts.compliant} compliant, ${verdicts.finding} findings, ${verdicts.unknown} unknown, ` +
        `${verdicts.waived} waived, ${verdicts['not-applicable']} not applicable`,
    ],
    ['blocking', `${blocking.fatal} fatal, ${blocking.error} error, ${blocking.warning} warning`],
    [
      'waivers',
      `${summary.waiversInForce} in force${soon > 0 ? `, ${soon} expire soon` : ''}, as of ${evidence.asOf}`,
    ],
    [
      'paragraphs',
      `${summary.paragraphsSupported} of ${summary.paragraphs} paragraphs of 45 CFR 164 supported by rules; none is met by code alone`,
    ],
    ['report', `${assemblyDirectory}/${EVIDENCE_FILES.directory}/${EVIDENCE_FILES.html}`],
  ];
  return `${rows.map(([name, value]) => `${name.padEnd(12)} ${value}`).join('\n')}\n`;
}
