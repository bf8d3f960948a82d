/** How AWS Backup names a kind of resource. */
export interface Kind {
  /** Service of its ARN. */
  readonly service: string;
  /** What precedes the name in its ARN, e.g. `table/`. */
  readonly prefix: string;
  /** The property that gives it its name. */
  readonly name?: string;
  /** The property that lists its tags; `Tags` when not said. */
  readonly tags?: string;
}
