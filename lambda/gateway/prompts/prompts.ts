/** Where the texts of approved prompts are. What it gives is compared with the manifest's SHA-256, so it need not be trusted. */
export interface Prompts {
  /** The text, or undefined where there is none. */
  read(id: string, version: string): Promise<string | undefined>;
}
