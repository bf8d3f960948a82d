import { z } from 'zod';
import { TENANT_ID } from '../contract/encryption-context';
import { SIX_YEARS_IN_DAYS } from '../contract/retention';
import { approval, approvedModel, words } from './approved-model-settings';
import { checkMesh, meshSettings } from './mesh-settings';
import { gatewaySettings } from './use-case-settings';

const region = z
  .string()
  .regex(/^[a-z]{2}(-[a-z]+)+-\d$/u, 'is no AWS Region, such as us-east-1')
  .describe('AWS Region, such as us-east-1');

const network = z
  .strictObject({
    cidr: z.cidrv4().default('10.40.0.0/16').describe('IPv4 range of the VPC'),
    availabilityZones: z
      .array(
        z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d[a-z]$/u, 'is no Availability Zone name, such as us-east-1a'),
      )
      .min(2)
      .describe('At least two, in the Region, where every interface endpoint is offered'),
    internalNames: z
      .array(
        z
          .string()
          .regex(
            /^(?:\*\.)?[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})+$/u,
            "is no name of two labels or more in lower case, such as '*.mesh.internal'",
          ),
      )
      .default([])
      .describe(
        'Names that workloads may resolve beside those of the endpoints: Cloud Map namespaces, internal load balancers; all others are blocked',
      ),
  })
  .describe('The isolated VPC');

const replica = z
  .strictObject({
    bucketArn: z.string().regex(/^arn:[a-z-]+:s3:::[a-z0-9.-]{3,63}$/u, 'is no bucket ARN'),
    keyArn: z.string().regex(/^arn:[a-z-]+:kms:[a-z0-9-]+:\d{12}:key\/[a-z0-9-]+$/u, 'is no KMS key ARN'),
  })
  .describe('A locked bucket elsewhere that gets a copy of every audit object, and its key');

const audit = z
  .strictObject({
    lockDays: z
      .int()
      .min(SIX_YEARS_IN_DAYS)
      .max(36_500)
      .default(SIX_YEARS_IN_DAYS)
      .describe(`Days the audit record is locked: at least ${SIX_YEARS_IN_DAYS} (six years)`),
    compliance: z
      .boolean()
      .default(false)
      .describe('true locks in COMPLIANCE mode, which nobody can undo; only with production: true'),
    replica: replica.optional(),
  })
  .prefault({})
  .describe('The audit trail and its locked bucket');

const alarms = z
  .strictObject({
    subscribers: z
      .array(
        z
          .string()
          .regex(
            /^arn:[a-z-]+:(sqs|lambda):[a-z0-9-]+:\d{12}:.+$/u,
            'is no ARN of an SQS queue or a Lambda function',
          ),
      )
      .default([])
      .describe(
        'ARNs of SQS queues and Lambda functions that get every alarm; their own policies must let the topic in',
      ),
  })
  .prefault({})
  .describe('Who is told when something happens');

/** Development is for invented data; where there is real data, it is production. */
const dataClass = z
  .enum(['PHI', 'LIMITED_DATA_SET', 'REDACTED', 'NO_PHI'])
  .default('NO_PHI')
  .describe('What the environment may hold; all but NO_PHI is PHI, and only with production: true');

const accountSettings = z
  .union([
    z.literal('here'),
    z.strictObject({
      leftTo: words.describe('Who sets them: an environment or a baseline, and where that is'),
    }),
  ])
  .default('here')
  .describe(
    "Data retention and invocation logging are one for an account and Region: 'here' sets and checks them, leftTo says who does",
  );

const bedrock = z
  .strictObject({
    models: z.array(approvedModel).min(1).describe('Models that may be invoked, each with its approval'),
    accountSettings,
    enforcedGuardrail: z
      .strictObject({
        approval: z
          .strictObject(approval)
          .describe('Who looked at every other caller of models in the account'),
        exceptModels: z.array(z.string()).default([]).describe('Models of embeddings and reranking, by id'),
      })
      .optional()
      .describe(
        'Puts the guardrail on every call in the account and Region, of other workloads too; left out, it is on those of the environment',
      ),
    invocationLogLockDays: z
      .int()
      .min(1)
      .max(SIX_YEARS_IN_DAYS)
      .optional()
      .describe('Days for which prompts and answers cannot be deleted; left out, they are not locked'),
  })
  .describe('What Amazon Bedrock may be asked');

const redaction = z
  .strictObject({
    reservedConcurrency: z
      .int()
      .min(1)
      .optional()
      .describe('Calls at once, taken from the account pool; leave out where the pool is small'),
    maxTextLength: z
      .int()
      .min(1)
      .max(1_000_000)
      .default(1_000_000)
      .describe('Most UTF-16 units of text in one call'),
  })
  .prefault({})
  .describe('The redaction function');

const keys = z
  .strictObject({
    administrators: z
      .array(z.string().regex(/^arn:[a-z-]+:iam::\d{12}:(role|user)\/.+$/u, 'is no ARN of a role or user'))
      .default([])
      .describe(
        'ARN patterns of key administrators beside the deployment role: they manage keys and cannot use them',
      ),
    rotationDays: z.int().min(90).max(365).default(365).describe('Days between rotations: 90 to 365'),
  })
  .prefault({})
  .describe('Customer-managed keys');

const tenantKeys = z
  .strictObject({
    logicalKeyStoreName: z
      .string()
      .regex(/^[\w.-]{3,255}$/u, "is no name: 3 to 255 letters, digits, '_', '.' and '-'")
      .optional()
      .describe(
        'Bound into every branch key; another name later opens none of them. Left out: hipaa-ai-<environment>',
      ),
    pointInTimeRecovery: z
      .union([
        z.literal('enabled'),
        z.strictObject({ disabledBecause: z.string().regex(/\S/u, 'is empty; say why') }),
      ])
      .describe(
        'enabled: a shredded tenant can be had back for 35 days. disabledBecause: a lost table loses every tenant',
      ),
  })
  .describe(
    'A table of branch keys, one tenant a partition; left out, every message has a data key of its own',
  );

/** The whole of `config/<environment>.yaml`. Unknown keys are refused. */
export const settingsSchema = z
  .strictObject({
    environment: z
      .string()
      // CloudTrail refuses a trail name that ends in a hyphen or has two in a row
      .regex(
        /^(?=.{1,16}$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u,
        'is no name: a-z, 0-9 and single hyphens between them, at most 16, a letter first',
      )
      .describe('Name of the environment: part of stack, trail and guardrail names'),
    production: z
      .boolean()
      .default(false)
      .describe('Protects stacks from deletion and allows what cannot be undone'),
    account: z
      .string()
      .regex(/^\d{12}$/u, 'is no AWS account: twelve digits, in quotes')
      .optional()
      .describe('AWS account, in quotes; left out, the stacks deploy to the account of the credentials'),
    tenant: z
      .string()
      .regex(TENANT_ID, "is no id: 1 to 128 letters, digits, '.', '_' and '-'")
      .optional()
      .describe(
        'Opaque id of the tenant whose originals are sealed: a tag of the role that seals. Left out: the name of the environment',
      ),
    dataClass,
    region,
    allowedRegions: z
      .array(region)
      .min(1)
      .describe('Regions in which PHI may be processed; the Region is one of them'),
    keys,
    tenantKeys: tenantKeys.optional(),
    network,
    audit,
    alarms,
    bedrock,
    redaction,
    gateway: gatewaySettings.optional(),
    mesh: meshSettings.optional(),
  })
  .superRefine((settings, context) => {
    const problem = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    if (!settings.allowedRegions.includes(settings.region)) {
      problem(
        ['region'],
        `'${settings.region}' is not in allowedRegions; add it there or choose one that is`,
      );
    }
    for (const [index, zone] of settings.network.availabilityZones.entries()) {
      if (!zone.startsWith(settings.region)) {
        problem(['network', 'availabilityZones', index], `'${zone}' is not in ${settings.region}`);
      }
    }
    if (new Set(settings.network.availabilityZones).size !== settings.network.availabilityZones.length) {
      problem(['network', 'availabilityZones'], 'names a zone twice');
    }
    if (settings.dataClass !== 'NO_PHI' && !settings.production) {
      problem(['dataClass'], `${settings.dataClass} is PHI, so it needs production: true`);
    }
    if (!settings.bedrock.models.some(({ dataClasses }) => dataClasses.includes(settings.dataClass))) {
      problem(['bedrock', 'models'], `none is approved for ${settings.dataClass}, the data class here`);
    }
    if (settings.audit.compliance && !settings.production) {
      problem(['audit', 'compliance'], 'cannot be undone, so it needs production: true');
    }
    checkMesh(settings, problem);
  });

export type Settings = z.infer<typeof settingsSchema>;

/** Settings that cannot be used. `problems` has one line for each, with its path. */
export class InvalidSettings extends Error {
  override readonly name = 'InvalidSettings';

  constructor(
    source: string,
    readonly problems: readonly string[],
  ) {
    super(
      `${source}: ${problems.length} problem${problems.length === 1 ? '' : 's'}\n${problems.map((p) => `  - ${p}`).join('\n')}`,
    );
  }
}

/**
 * Turns what a settings file holds into settings, defaults filled in.
 * @param source names the file in errors
 * @throws InvalidSettings listing every problem
 */
export function parseSettings(value: unknown, source: string): Settings {
  const result = settingsSchema.safeParse(value);
  if (result.success) return result.data;
  throw new InvalidSettings(
    source,
    result.error.issues.map((issue) => {
      const path = issue.path.map(String).join('.');
      return `${path === '' ? '(top level)' : path}: ${issue.message}`;
    }),
  );
}
