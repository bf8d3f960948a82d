import { accessSync, constants, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ShredCertificate } from '../../../lambda/envelope/tenants/shred-certificate';
import { UsageError } from '../verb';
import { standingAt, writeNewFile } from './new-file';

/** The file a certificate goes to: whole, on the disk, and never in the place of another. */
export class CertificateFile {
  constructor(readonly name: string) {}

  /**
   * Says no before anything is deleted, as far as that can be known.
   *
   * @throws UsageError nothing can be written there, or something else is there
   */
  requireUsable(tenant: string): void {
    try {
      accessSync(path.dirname(this.name), constants.W_OK);
    } catch (error) {
      throw new UsageError(`cannot write ${this.name}: ${(error as NodeJS.ErrnoException).code}`);
    }
    if (standingAt(this.name) === undefined || this.#tenantInFile() === tenant) return;
    throw new UsageError(
      `${this.name} is there already and no certificate of this tenant; give another name`,
    );
  }

  /**
   * Does nothing when this very certificate is there.
   *
   * @throws UsageError another file is there, or it cannot be written
   */
  async keep(certificate: ShredCertificate): Promise<void> {
    const text = `${JSON.stringify(certificate, undefined, 2)}\n`;
    if (standingAt(this.name) === undefined) return writeNewFile(this.name, [Buffer.from(text)]);
    if (this.#text() === text) return;
    throw new UsageError(
      `${this.name} holds another certificate, perhaps of an attempt that did not end; keep it and give another name`,
    );
  }

  #tenantInFile(): unknown {
    try {
      const { kind, tenant } = JSON.parse(this.#text() ?? '') as Partial<Record<string, unknown>>;
      return kind === 'hipaa-ai/shred-certificate' ? tenant : undefined;
    } catch {
      return undefined;
    }
  }

  #text(): string | undefined {
    try {
      return readFileSync(this.name, 'utf8');
    } catch {
      return undefined;
    }
  }
}
