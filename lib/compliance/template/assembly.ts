import { resolve } from './intrinsics';
import type { Json } from './json';
import type { Resource } from './resource';
import { Template, type TemplateSource } from './template';
import { textOf } from './value';

/** All templates that will deploy together, joined by their exports, outputs and nested stacks. */
export class Assembly {
  readonly templates: readonly Template[];
  private readonly byPath = new Map<string, Template>();
  private readonly byStackName = new Map<string, Template[]>();
  private readonly byType = new Map<string, readonly Resource[]>();
  private readonly nestings = new Map<string, Resource[]>();
  private readonly exportsByName = new Map<string, { expression: Json; template: Template }>();

  constructor(sources: readonly TemplateSource[]) {
    for (const source of sources) this.byPath.set(source.path, new Template(source, this));
    this.templates = [...this.byPath.values()];
    for (const template of this.templates) {
      if (template.stackName !== undefined) append(this.byStackName, template.stackName, template);
      for (const { path, stack } of template.nestings()) append(this.nestings, path, stack);
    }
    for (const template of this.templates) {
      for (const { name, expression } of template.exports()) {
        const [value, ...others] = resolve(name, template).map(textOf);
        if (value !== undefined && others.length === 0)
          this.exportsByName.set(value, { expression, template });
      }
    }
  }

  template(path: string): Template | undefined {
    return this.byPath.get(path);
  }

  exported(name: string): { readonly expression: Json; readonly template: Template } | undefined {
    return this.exportsByName.get(name);
  }

  /** Templates of the stacks with that name; in several Regions or accounts, several. */
  stacksNamed(name: string): readonly Template[] {
    return this.byStackName.get(name) ?? [];
  }

  /** The `AWS::CloudFormation::Stack` resources that deploy a template as a nested stack. */
  nestingsOf(path: string): readonly Resource[] {
    return this.nestings.get(path) ?? [];
  }

  /** Resources of one type in every template. */
  resourcesOf(type: string): readonly Resource[] {
    const known = this.byType.get(type);
    if (known) return known;
    const found = this.templates.flatMap((template) => template.resourcesOf(type));
    this.byType.set(type, found);
    return found;
  }
}

function append<T>(map: Map<string, T[]>, key: string, member: T): void {
  const list = map.get(key);
  if (list) list.push(member);
  else map.set(key, [member]);
}
