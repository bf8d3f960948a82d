/**
 * Application inference profiles as the gateway is told of them. Their ARNs are known at deployment and manifests are files, so this
 * is an environment variable, and all variables of a function have 4 KB: what is the same in all ARNs stands there once.
 */
export interface ModelProfiles {
  /** Beginning of every ARN, with its slash. */
  readonly arn: string;
  /** The rest of each, by use case, in the order of the models of its manifest. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
}
