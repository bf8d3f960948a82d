import { readFileSync } from 'node:fs';
import path from 'node:path';
import { App, Stack, type AppProps, type StackProps } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ConfigurationError } from '../../lib/errors';

export const ROOT = path.resolve(__dirname, '..', '..');

/** What a template may hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, Json>>;
  readonly DependsOn?: readonly string[];
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

export interface CloudTemplate {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs?: Readonly<Record<string, Json>>;
}

const { context: FLAGS } = JSON.parse(readFileSync(path.join(ROOT, 'cdk.json'), 'utf8')) as {
  context: Readonly<Record<string, unknown>>;
};

/**
 * What no template shows and no test of one reads: where each resource was made, and the tree of constructs. Jest maps
 * every frame of every trace back to TypeScript, so that the traces cost a fifth of all that a synthesis does.
 */
export const TEMPLATES_ALONE = {
  context: { 'aws:cdk:disable-creation-stack-traces': true },
  analyticsReporting: false,
  treeMetadata: false,
} as const satisfies AppProps;

/** An app under the feature flags of ours. */
export function testApp(outdir?: string): App {
  const context = { ...FLAGS, ...TEMPLATES_ALONE.context };
  return new App({ ...TEMPLATES_ALONE, context, ...(outdir === undefined ? {} : { outdir }) });
}

/** A stack in an app of its own, its account known only at deployment. */
export function testStack(props: StackProps = {}): Stack {
  return new Stack(testApp(), 'Test', { env: { region: 'us-east-1' }, ...props });
}

/** The template CloudFormation would get. */
export function synthesize(stack: Stack): CloudTemplate {
  return Template.fromStack(stack).toJSON() as CloudTemplate;
}

export function resourcesOf({ Resources }: CloudTemplate, type: string): readonly Resource[] {
  return Object.values(Resources).filter(({ Type }) => Type === type);
}

/** The one resource of its type. */
export function onlyResource(template: CloudTemplate, type: string): Resource {
  const [first, ...others] = resourcesOf(template, type);
  if (!first || others.length > 0)
    throw new Error(`${type} is there ${others.length + (first ? 1 : 0)} times, not once`);
  return first;
}

export function logicalIdsOf({ Resources }: CloudTemplate, type: string): readonly string[] {
  return Object.entries(Resources).flatMap(([id, { Type }]) => (Type === type ? [id] : []));
}

/** Reads into nested properties; `undefined` where there is nothing. */
export function at(value: Json | undefined, ...keys: readonly (string | number)[]): Json | undefined {
  let current: unknown = value;
  for (const key of keys) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = (current as Readonly<Record<string | number, unknown>>)[key];
  }
  return current as Json | undefined;
}

export function list(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly Json[]) : [value];
}

/** The refusal of a construct. */
export function refusal(make: () => unknown): ConfigurationError {
  try {
    make();
  } catch (error) {
    if (error instanceof ConfigurationError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
