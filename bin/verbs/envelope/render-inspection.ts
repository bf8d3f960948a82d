import { printable } from '../../../lib/compliance/printable';
import type { Inspection } from '../../../lambda/envelope/inspect';

const SUITES: Readonly<Record<string, string>> = {
  '0x0478': 'AES-256-GCM, HKDF-SHA512, key commitment',
  '0x0578': 'AES-256-GCM, HKDF-SHA512, key commitment, ECDSA P-384 signature',
};
const NAME_WIDTH = 12;

/** For people. The texts in it are whatever the writer of the message chose. */
export function inspectionTable(inspection: Inspection): string {
  const { suite, messageId, encryptionContext, encryptedDataKeys, frameBytes, headerBytes } = inspection;
  const rows: [name: string, values: readonly string[]][] = [
    ['format', [`AWS Encryption SDK, message format version ${inspection.version}`]],
    ['suite', [`${suite} ${SUITES[suite] ?? ''}`.trimEnd()]],
    ['message id', [messageId]],
    ['context', Object.entries(encryptionContext).map(([key, value]) => `${key} = ${value}`)],
    ['data keys', encryptedDataKeys.map(({ providerId, providerInfo }) => `${providerId}  ${providerInfo}`)],
    ['frames', [frameBytes === 0 ? 'none: one block' : `${frameBytes} bytes`]],
    ['header', [`${headerBytes} bytes; nothing of it is authentic until the message is verified`]],
  ];
  return rows
    .flatMap(([name, values]) =>
      (values.length > 0 ? values : ['none']).map(
        (value, index) => [index === 0 ? name : '', value] as const,
      ),
    )
    .map(([name, value]) => `${name.padEnd(NAME_WIDTH)} ${printable(value)}\n`)
    .join('');
}
