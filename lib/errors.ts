import type { IConstruct } from 'constructs';

/** A setting that cannot be used. The message says what was given, what is allowed and what to change. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';

  /** @param code stable, for programs; `PascalCase` */
  constructor(
    scope: IConstruct,
    readonly code: string,
    message: string,
  ) {
    super(`[${scope.node.path}] ${message}`);
  }
}
