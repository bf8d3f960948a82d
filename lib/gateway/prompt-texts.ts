import type { Construct } from 'constructs';
import { ConfigurationError } from '../errors';

/**
 * Prompts of all use cases are one file, by `id:version`: with two texts of one name, one of them would be refused at run time.
 * @throws ConfigurationError `PromptTwice`
 */
export function requireOneText(scope: Construct, prompts: readonly Readonly<Record<string, string>>[]): void {
  const known = new Map<string, string>();
  for (const [name, text] of prompts.flatMap((each) => Object.entries(each))) {
    if ((known.get(name) ?? text) !== text)
      throw new ConfigurationError(
        scope,
        'PromptTwice',
        `prompt ${name} has two texts in two use cases; count the version of one up`,
      );
    known.set(name, text);
  }
}
