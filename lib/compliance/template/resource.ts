import { isObject, own, type Json, type JsonObject } from './json';
import { Property } from './property';
import type { Template } from './template';

/** One resource of a template. */
export class Resource {
  /** CloudFormation type; '' when the template gives none. */
  readonly type: string;
  /** Rules ask for the same properties again and again. */
  private readonly read = new Map<string, Property>();
  private written: string | undefined;

  constructor(
    readonly logicalId: string,
    readonly definition: JsonObject,
    readonly template: Template,
  ) {
    const type = own(definition, 'Type');
    this.type = typeof type === 'string' ? type : '';
  }

  /** The CDK construct that made it, when the template says. */
  get constructPath(): string | undefined {
    const metadata = own(this.definition, 'Metadata');
    const path = isObject(metadata) ? own(metadata, 'aws:cdk:path') : undefined;
    return typeof path === 'string' ? path : undefined;
  }

  /** @param path dotted path below `Properties`, e.g. `VersioningConfiguration.Status`; '' for all of it */
  property(path: string): Property {
    const known = this.read.get(path);
    if (known) return known;
    const property =
      path === ''
        ? Property.of('Properties', own(this.definition, 'Properties') ?? {}, this.template)
        : this.property('').at(path);
    this.read.set(path, property);
    return property;
  }

  /** An attribute beside `Properties`: `DeletionPolicy`, `UpdateReplacePolicy`, `Metadata`. */
  attribute(name: string): Property {
    return Property.of(name, own(this.definition, name), this.template);
  }

  /** Its properties as JSON: what searches for a word look through before they look at each text. Written once. */
  get propertiesText(): string {
    this.written ??= JSON.stringify(own(this.definition, 'Properties') ?? {});
    return this.written;
  }

  metadata(key: string): Json | undefined {
    const metadata = own(this.definition, 'Metadata');
    return isObject(metadata) ? own(metadata, key) : undefined;
  }
}
