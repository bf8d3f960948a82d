import { FINDING_CODES, type Finding } from '../../../lambda/ledger/verify/finding';
import { printable } from '../../../lib/compliance/printable';

export function findingLine({ code, key, first, last }: Finding): string {
  const numbers = first === last ? `record ${first ?? ''}` : `records ${first ?? ''} to ${last ?? ''}`;
  const where = first === undefined ? '' : ` ${numbers}`;
  return `${code.padEnd(21)} ${printable(key)}${where}: ${FINDING_CODES[code]}\n`;
}
