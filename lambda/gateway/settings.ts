import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { GATEWAY_VARIABLES as NAMES } from '../../lib/contract/environment-variables';
import type { UseCaseManifest } from '../../lib/contract/use-case';
import { doorsSchema, type Doors } from './doors/door';
import { readManifests } from './manifest';
import type { GuardrailChoice } from './model/model';
import { profileArnsOf, type ProfileArns } from './model/profile-arns';
import { DEFAULT_MAX_BODY_BYTES } from './request';
import type { LeakPolicy } from './stages/inspect-output';

/** Most bytes of an event that Lambda takes of API Gateway or a direct call. */
const MOST_BODY_BYTES = 6 * 1_048_576;
const DAY_SECONDS = 86_400;

export interface GatewaySettings {
  readonly useCases: ReadonlyMap<string, UseCaseManifest>;
  readonly doors: Doors;
  readonly guardrail: GuardrailChoice | undefined;
  readonly bodyBucket: string;
  readonly bodyKeyArn: string;
  readonly claimTable: string | undefined;
  /** Absent where models are asked by their ids. */
  readonly profiles: ProfileArns | undefined;
  readonly region: string;
  readonly onLeak: LeakPolicy;
  readonly maxBodyBytes: number;
  readonly approvalSeconds: number;
  readonly approvalMachineArn: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Read once at cold start: a gateway that is configured wrongly must not start.
 *
 * @throws Error that names the variable; variables hold nothing of a patient
 */
export function readSettings(environment: Environment): GatewaySettings {
  const optional = (name: string): string | undefined => {
    const value = environment[name];
    return value === undefined || value === '' ? undefined : value;
  };
  const needed = (name: string): string => {
    const value = optional(name);
    if (value === undefined) throw new Error(`${name} is not set`);
    return value;
  };
  const whole = (name: string, fallback: number, most: number): number => {
    const value = Number(optional(name) ?? fallback);
    if (!Number.isInteger(value) || value < 1 || value > most)
      throw new Error(`${name} is no whole number from 1 to ${most}`);
    return value;
  };
  const doors = doorsSchema.safeParse(json(NAMES.doors, needed(NAMES.doors)));
  if (!doors.success) {
    const problems = doors.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new Error(`${NAMES.doors} cannot be used: ${problems.join('; ')}`);
  }
  if (Object.keys(doors.data).length === 0) throw new Error(`${NAMES.doors} has no door`);
  const useCases = readManifests(json(NAMES.useCases, text(needed(NAMES.useCases))));
  const given = optional(NAMES.profiles);
  return {
    useCases,
    doors: doors.data,
    guardrail: guardrailOf(optional(NAMES.guardrailId), optional(NAMES.guardrailVersion)),
    bodyBucket: needed(NAMES.bodyBucket),
    bodyKeyArn: needed(NAMES.bodyKeyArn),
    claimTable: optional(NAMES.claimTable),
    profiles: given === undefined ? undefined : profileArnsOf(json(NAMES.profiles, given), useCases),
    region: needed('AWS_REGION'),
    onLeak: z
      .enum(['mask', 'refuse'], `${NAMES.onLeak} is neither mask nor refuse`)
      .parse(optional(NAMES.onLeak) ?? 'mask'),
    maxBodyBytes: whole(NAMES.maxBodyBytes, DEFAULT_MAX_BODY_BYTES, MOST_BODY_BYTES),
    approvalSeconds: whole(NAMES.approvalSeconds, DAY_SECONDS, 365 * DAY_SECONDS),
    approvalMachineArn: machineOf(optional(NAMES.approvalMachineArn)),
  };
}

function guardrailOf(id: string | undefined, version: string | undefined): GuardrailChoice | undefined {
  if (id === undefined && version === undefined) return undefined;
  if (id === undefined || version === undefined || !/^\d{1,8}$/u.test(version))
    throw new Error(
      `${NAMES.guardrailId} and ${NAMES.guardrailVersion} go together; the version is a number`,
    );
  return { id, version };
}

function machineOf(arn: string | undefined): string | undefined {
  if (arn === undefined || /^arn:[\w-]+:states:[\w-]+:\d{12}:stateMachine:[\w-]{1,80}$/u.test(arn))
    return arn;
  throw new Error(`${NAMES.approvalMachineArn} is no ARN of a state machine`);
}

/** All variables of a function have 4 KB: manifests that do not fit are a file of the bundle, named with `file:`. */
function text(given: string): string {
  return given.startsWith('file:') ? readFileSync(given.slice('file:'.length), 'utf8') : given;
}

function json(name: string, given: string): unknown {
  try {
    return JSON.parse(given) as unknown;
  } catch {
    throw new Error(`${name} is no JSON`);
  }
}
