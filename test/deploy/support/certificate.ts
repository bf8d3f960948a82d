import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface Certificate {
  /** Of the test's own authority: what clients trust. */
  readonly authority: string;
  /** Of the emulator, followed by its authority's. */
  readonly chain: string;
  readonly key: string;
}

/** A certificate for localhost under an authority of its own: the CDK CLI trusts no self-signed one. */
export function makeCertificate(directory: string): Certificate {
  const at = (name: string): string => path.join(directory, name);
  const openssl = (...args: readonly string[]): void => {
    execFileSync('openssl', args, { cwd: directory, stdio: 'pipe' });
  };
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  writeFileSync(at('names'), 'subjectAltName=DNS:localhost,IP:127.0.0.1\n');
  openssl(
    'req',
    '-x509',
    ...newKey,
    '-keyout',
    'ca.key',
    '-out',
    'ca.crt',
    '-days',
    '2',
    '-subj',
    '/CN=deploy test',
  );
  openssl('req', ...newKey, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=localhost');
  const issued = ['-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2', '-extfile', 'names'];
  openssl('x509', '-req', '-in', 'server.csr', '-out', 'server.crt', ...issued);
  writeFileSync(at('chain.crt'), readFileSync(at('server.crt'), 'utf8') + readFileSync(at('ca.crt'), 'utf8'));
  return { authority: at('ca.crt'), chain: at('chain.crt'), key: at('server.key') };
}
