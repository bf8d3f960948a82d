import { groupBy } from '../group-by';
import type { Assembly } from './assembly';
import { NO_CONSTRUCTS, type ConstructFacts } from './construct-facts';
import { decideCondition } from './conditions';
import { expand } from './expansion/expand';
import type { Hidden, Origin } from './expansion/origin';
import { isObject, own, type Json, type JsonObject } from './json';
import type { ParsedTemplate } from './parse-template';
import { Resource } from './resource';

/** Where a template comes from, and what is known about the stack that will use it. */
export interface TemplateSource {
  /** Path within the assembly, `/`-separated; for a lone file its name. */
  readonly path: string;
  /** The file's bytes, as SHA-256 in hexadecimal. */
  readonly sha256: string;
  readonly body: JsonObject;
  readonly stackName?: string;
  readonly region?: string;
  /** Twelve digits; undefined where the account is known only at deployment. */
  readonly account?: string;
  /** Tags of the stack, which CloudFormation gives to every resource that it can tag. */
  readonly tags?: JsonObject;
  /** Template path of each nested stack by its logical id, where the assembly has it. */
  readonly nestedStacks?: ReadonlyMap<string, string>;
  /**
   * False when nobody needs to look for transforms and loops.
   * @default true
   */
  readonly mayHide?: boolean;
  /** The text as {@link ParsedTemplate} has it. */
  readonly plainText?: string;
  /** Values of parameters that the stack will be made with. */
  readonly given?: JsonObject;
  /** The file as a person can open it, and where its parts are. */
  readonly file?: string;
  readonly locate?: ParsedTemplate['locate'];
  /** What the assembly says of the constructs behind the resources; read when somebody asks. */
  readonly constructs?: () => ConstructFacts;
}

/**
 * A template as it will deploy: overrides and raw resources are simply part of it, loops are unrolled, and serverless types
 * are what they become. Indexed once.
 */
export class Template {
  readonly path: string;
  readonly sha256: string;
  readonly body: JsonObject;
  readonly stackName: string | undefined;
  readonly region: string | undefined;
  readonly account: string | undefined;
  readonly tags: JsonObject;
  /** Without those that a condition on given parameters leaves out. */
  readonly resources: readonly Resource[];
  readonly given: JsonObject;
  readonly file: string | undefined;
  readonly locate: ParsedTemplate['locate'] | undefined;
  readonly constructs: () => ConstructFacts;
  private readonly origins: ReadonlyMap<string, Origin>;
  private readonly hidden: ReadonlyMap<string, readonly Hidden[]>;
  private readonly byId = new Map<string, Resource>();
  private readonly byType = new Map<string, Resource[]>();
  private readonly nestedStacks: ReadonlyMap<string, string>;
  private readonly plainText: string | undefined;
  private readonly searched = new Map<(text: string) => boolean, boolean>();

  constructor(
    source: TemplateSource,
    readonly assembly: Assembly,
  ) {
    this.path = source.path;
    this.sha256 = source.sha256;
    this.given = source.given ?? {};
    const { body, origins, hidden } = expand(source.body, this.given, source.mayHide ?? true);
    this.body = body;
    this.origins = origins;
    this.hidden = groupBy(hidden, ({ logicalId }) => logicalId);
    this.file = source.file;
    this.plainText = source.plainText;
    this.locate = source.locate;
    this.constructs = source.constructs ?? (() => NO_CONSTRUCTS);
    this.stackName = source.stackName;
    this.region = source.region;
    this.account = source.account;
    this.tags = source.tags ?? {};
    this.nestedStacks = source.nestedStacks ?? new Map();
    const section = own(body, 'Resources');
    const definitions = new Map(Object.entries(isObject(section) ? section : {}));
    // what is hidden outside of any resource needs one to be reported on
    for (const id of this.hidden.keys()) if (!definitions.has(id)) definitions.set(id, {});
    for (const [logicalId, definition] of definitions) {
      const resource = new Resource(logicalId, isObject(definition) ? definition : {}, this);
      if (this.isLeftOut(resource)) continue;
      this.byId.set(logicalId, resource);
      const sameType = this.byType.get(resource.type);
      if (sameType) sameType.push(resource);
      else this.byType.set(resource.type, [resource]);
    }
    this.resources = [...this.byId.values()];
  }

  /** What the author wrote for a resource, where that is something else. */
  originOf(logicalId: string): Origin | undefined {
    return this.origins.get(logicalId);
  }

  /** Parts of a resource that say less than what will deploy. */
  hiddenIn(logicalId: string): readonly Hidden[] {
    return this.hidden.get(logicalId) ?? [];
  }

  /**
   * False when a search through the whole text finds nothing, which spares searching resource by resource.
   * @param isIn finds in a text whatever it finds in a part of it
   */
  mayHave(isIn: (text: string) => boolean): boolean {
    const known = this.searched.get(isIn);
    if (known !== undefined) return known;
    const answer = this.plainText === undefined || isIn(this.plainText);
    this.searched.set(isIn, answer);
    return answer;
  }

  /** Whether a condition holds; undefined unless given parameters alone decide it. */
  condition(name: string): boolean | undefined {
    return decideCondition(name, this);
  }

  resource(logicalId: string): Resource | undefined {
    return this.byId.get(logicalId);
  }

  resourcesOf(type: string): readonly Resource[] {
    return this.byType.get(type) ?? [];
  }

  parameter(name: string): JsonObject | undefined {
    return this.entry('Parameters', name);
  }

  mapping(name: string): JsonObject | undefined {
    return this.entry('Mappings', name);
  }

  /** The expression behind `Fn::GetAtt: [NestedStack, Outputs.Name]`. */
  nestedStackOutput(
    logicalId: string,
    attribute: string,
  ): { expression: Json; template: Template } | undefined {
    const template = this.nestedStack(logicalId);
    const name = attribute.startsWith('Outputs.') ? attribute.slice('Outputs.'.length) : undefined;
    const expression = name === undefined ? undefined : template?.output(name);
    return template && expression !== undefined ? { expression, template } : undefined;
  }

  /** The template of a nested stack, when the assembly has it. */
  nestedStack(logicalId: string): Template | undefined {
    const path = this.nestedStacks.get(logicalId);
    return path === undefined ? undefined : this.assembly.template(path);
  }

  /** What each stack of the assembly that nests this template passes for a parameter; nothing when none nests it. */
  argumentsOf(parameter: string): readonly { expression: Json | undefined; template: Template }[] {
    return this.assembly.nestingsOf(this.path).map((stack) => {
      const properties = own(stack.definition, 'Properties');
      const given = isObject(properties) ? own(properties, 'Parameters') : undefined;
      return { expression: isObject(given) ? own(given, parameter) : undefined, template: stack.template };
    });
  }

  /** Nested stacks of this template with the path of the template each deploys. */
  *nestings(): Generator<{ readonly path: string; readonly stack: Resource }> {
    for (const [logicalId, path] of this.nestedStacks) {
      const stack = this.resource(logicalId);
      if (stack) yield { path, stack };
    }
  }

  /** The expression of an output. */
  output(name: string): Json | undefined {
    const output = this.entry('Outputs', name);
    return output && own(output, 'Value');
  }

  /** Export name (written out, or an expression) to expression, of this template's outputs. */
  *exports(): Generator<{ readonly name: Json; readonly expression: Json }> {
    const outputs = own(this.body, 'Outputs');
    for (const output of Object.values(isObject(outputs) ? outputs : {})) {
      if (!isObject(output)) continue;
      const exported = own(output, 'Export');
      const name = isObject(exported) ? own(exported, 'Name') : undefined;
      const expression = own(output, 'Value');
      if (name !== undefined && expression !== undefined) yield { name, expression };
    }
  }

  private isLeftOut(resource: Resource): boolean {
    const condition = own(resource.definition, 'Condition');
    return typeof condition === 'string' && this.condition(condition) === false;
  }

  private entry(section: string, name: string): JsonObject | undefined {
    const body = own(this.body, section);
    const found = isObject(body) ? own(body, name) : undefined;
    return isObject(found) ? found : undefined;
  }
}
