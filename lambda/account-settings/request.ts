import { AccountSettingError } from './account-setting-error';

export type Properties = Readonly<Record<string, unknown>>;

/** What a handler is called for: by CloudFormation through the CDK's provider framework, or by a schedule. */
export type Request =
  | {
      readonly kind: 'Create' | 'Update' | 'Delete';
      /** Stays as it is for the life of the resource: a new one would have CloudFormation delete the old. */
      readonly physicalId: string;
      readonly properties: Properties;
      /** Of an update: what was asked before. In a rollback, what was asked in vain. */
      readonly before: Properties | undefined;
    }
  | { readonly kind: 'Check'; readonly properties: Properties };

const STACK = /^arn:[a-z-]+:cloudformation:[a-z0-9-]+:\d{12}:stack\/([^/]+)\//u;

/** @throws AccountSettingError INVALID_EVENT, without what was in the event */
export function parseRequest(event: unknown): Request {
  if (!isObject(event)) throw invalid('is no object');
  const { check, RequestType: kind, ResourceProperties: properties } = event;
  if (check !== undefined) {
    if (!isObject(check)) throw invalid('has a check that is no object');
    return { kind: 'Check', properties: check };
  }
  if (kind !== 'Create' && kind !== 'Update' && kind !== 'Delete') {
    throw invalid('has a RequestType other than Create, Update and Delete, and no check');
  }
  if (!isObject(properties)) throw invalid('has no ResourceProperties');
  const { OldResourceProperties: before } = event;
  return {
    kind,
    physicalId: physicalIdOf(kind, event),
    properties,
    before: kind === 'Update' && isObject(before) ? before : undefined,
  };
}

function physicalIdOf(kind: string, event: Properties): string {
  const { PhysicalResourceId: given, StackId: stack, LogicalResourceId: logicalId } = event;
  if (kind !== 'Create') {
    if (typeof given !== 'string' || given === '') throw invalid('has no PhysicalResourceId');
    return given;
  }
  const [, name] = (typeof stack === 'string' && STACK.exec(stack)) || [];
  if (name === undefined) throw invalid('has no StackId');
  if (typeof logicalId !== 'string' || logicalId === '') throw invalid('has no LogicalResourceId');
  return `${name}/${logicalId}`;
}

export function isObject(value: unknown): value is Properties {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(what: string): AccountSettingError {
  return new AccountSettingError('INVALID_EVENT', `the event ${what}`);
}
