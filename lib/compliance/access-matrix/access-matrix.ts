import type { Assembly } from '../template/assembly';
import type { Template } from '../template/template';
import { Deployed } from '../deployed/deployed';
import { PLACE } from '../deployed/place';
import { ASSUMPTIONS } from './assumptions';
import { Estate } from './estate';
import { modelsOf } from './models';
import { principalsOf } from './principals';
import { rowsOf } from './rows';

export const DOORS = ['runtime', 'batch', 'agent', 'flow', 'knowledge-base', 'bearer', 'mantle'] as const;
export const GUARDRAILS = ['numbered', 'other', 'none'] as const;
export const LAYERS = [
  'identity',
  'resource',
  'boundary',
  'session',
  'endpoint',
  'scp',
  'rcp',
  'key',
] as const;

export type Door = (typeof DOORS)[number];
/** The numbered guardrail that the caller's policies name, another one, or a call without any. */
export type GuardrailUse = (typeof GUARDRAILS)[number];

/** What kind of policy decides, and which statement of it. */
export interface Cause {
  readonly layer: (typeof LAYERS)[number];
  /** Construct path of the resource that holds the policy, or its place in the assembly; none where nothing allows. */
  readonly policy?: string;
  /** `Sid` of the statement, or its place in the document. */
  readonly sid?: string;
  /** The further action that the call needs and that is decided here. */
  readonly needs?: string;
}

/** Who asks. */
export interface MatrixPrincipal {
  readonly name: string;
  /** `account`: whoever else of the account, allowed everything. `other-account`: the same of another account. */
  readonly kind: 'role' | 'user' | 'account' | 'other-account';
}

/** What is asked for. */
export interface MatrixModel {
  readonly name: string;
  /** `probe`: named by no policy, to see what stops it. */
  readonly kind: 'model' | 'profile' | 'application-profile' | 'other' | 'probe';
  /** Where the call is made. */
  readonly region: string;
  /** Every Region that may answer; that of the call for a model called by itself. */
  readonly answersIn: readonly string[];
  /** Whether an approval on record names it. */
  readonly approved: boolean;
  /** False for models of embeddings and the like: Bedrock applies none to them. */
  readonly takesGuardrail: boolean;
}

/** From where a call comes. */
export interface MatrixPlace {
  readonly name: string;
  /** The service of the VPC endpoint; none for a call from elsewhere, which bears no `aws:SourceVpce`. */
  readonly service?: string;
}

export interface Cell {
  readonly door: Door;
  /** Indexes into `places`: the outcome is the same from each. */
  readonly from: readonly number[];
  /** Indexes into `models`; left out for doors that name no model. */
  readonly models?: readonly number[];
  /** Left out for doors that take none in the request. */
  readonly guardrail?: GuardrailUse;
  /** `allowed`: one action through the door is. `unknown`: the templates cannot tell. */
  readonly verdict: 'allowed' | 'denied' | 'unknown';
  /** The actions that are allowed, where not all of the door's are. */
  readonly only?: readonly string[];
  /** What denies, or leaves it open; empty for what is allowed. */
  readonly by: readonly Cause[];
}

/** Principals with the same cells. */
export interface MatrixRow {
  readonly principals: readonly MatrixPrincipal[];
  readonly cells: readonly Cell[];
}

/** Who can invoke which model, through which door, from where, with which guardrail. */
export interface AccessMatrix {
  /** What was assumed where a template does not say. */
  readonly assumptions: readonly string[];
  /** What was left out, and why; empty when nothing was. */
  readonly leftOut: readonly string[];
  readonly models: readonly MatrixModel[];
  readonly places: readonly MatrixPlace[];
  readonly rows: readonly MatrixRow[];
}

/**
 * Evaluates every way to a model on the policies of an assembly: identity policies, boundaries, VPC endpoints, service and
 * resource control policies, policies of Bedrock resources, and the key of the guardrail. Undefined when nothing in the
 * assembly is about Bedrock.
 * @param templates whose roles and users are asked about; policies count wherever they are in the assembly
 */
export function accessMatrix(
  assembly: Assembly,
  templates: readonly Template[] = assembly.templates,
): AccessMatrix | undefined {
  const deployed = new Deployed(assembly);
  const estate = new Estate(deployed);
  const principals = principalsOf(estate, new Set(templates.map(({ path }) => path)));
  if (!estate.isAboutBedrock && principals.every(({ resource }) => resource === undefined)) return undefined;
  const models = modelsOf(estate, principals, assembly);
  const { rows, leftOut } = rowsOf(estate, principals, models.targets);
  return {
    assumptions: ASSUMPTIONS(PLACE),
    leftOut: [...models.leftOut, ...leftOut],
    models: models.targets.map(({ model }) => model),
    places: estate.places.map(({ place }) => place),
    rows,
  };
}
