/** An exception as the JSON services of AWS answer it. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';

  constructor(
    readonly type: string,
    readonly status = 400,
    /** Members of the answer besides its type and text. */
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(type);
  }

  get body(): object {
    return { __type: this.type, message: `secret detail of ${this.type}`, ...this.members };
  }
}
