import { aws_iam as iam, Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ConfigurationError } from '../errors';
import { recordApprovals } from '../record-approvals';
import type { Approval } from './approved-model';
import {
  CLOSED_DOORS,
  GOVERNANCE_DOORS,
  UNGUARDED_CALLS,
  type Conditions,
  type DeniedDoor,
  type UnguardedCall,
} from './doors';

/** A pattern needs some name before its `*`, or it would take in everybody. The account may be any: one text serves many. */
const IDENTITY_ARN = /^arn:(?:aws[a-z-]*|\*):iam::(?:\d{12}|\*):(?:role|user)\/[\w+=,.@/-]{3,}\*?$/u;

/** Calls that no guardrail can be demanded for, opened to named callers. */
export interface UnguardedApproval extends Approval {
  readonly calls: UnguardedCall;
  /** ARN patterns of the roles that may make them. */
  readonly principals: readonly string[];
}

export interface DeniedDoorsProps {
  /**
   * ARN patterns of the roles that administer models: they may take offers, import models, and change invocation logging and
   * the enforced guardrail. They open no door that is closed to everybody.
   * @default - nobody may
   */
  readonly administrators?: readonly string[];
  /**
   * Numbered guardrails' ARNs, without the number: only administrators change or delete them.
   * @default - every guardrail may be changed by whoever is allowed to
   */
  readonly guardrailArns?: readonly string[];
  /**
   * Calls beside the guardrail's condition that somebody approved.
   * @default - none is open
   */
  readonly approvals?: readonly UnguardedApproval[];
}

/**
 * The ways to a model that are closed, each with its reason: the endpoint without guardrail and log, bearer keys, the
 * Claude Platform, models from outside, sharing outside the organization, a weaker data retention mode, logging and
 * guardrails switched off, and calls that no guardrail can be demanded for. It defines no resources; its statements go
 * into a `ModelBoundary` or a service control policy, its exceptions into the metadata of the template and the evidence. Supports 45 CFR 164.312(b), 164.312(d), 164.502(b) and 164.502(e).
 * @throws ConfigurationError `Administrators` or `UnguardedApproval` that name nobody in particular
 */
export class DeniedDoors extends Construct {
  readonly doors: readonly DeniedDoor[];
  private readonly open: ReadonlySet<UnguardedCall>;

  constructor(scope: Construct, id: string, props: DeniedDoorsProps = {}) {
    super(scope, id);
    const { administrators = [], guardrailArns = [], approvals = [] } = props;
    checkIdentities(this, 'Administrators', 'administrators', administrators);
    for (const approval of approvals) this.checkApproval(approval);
    const guardrails: readonly DeniedDoor[] =
      guardrailArns.length === 0
        ? []
        : [
            {
              sid: 'GuardrailsStay',
              reason: 'What an enforced guardrail stops is decided by those who answer for it.',
              actions: ['bedrock:DeleteGuardrail', 'bedrock:UpdateGuardrail'],
              resources: guardrailArns,
              exceptAdministrators: true,
            },
          ];
    const unguarded = Object.entries(UNGUARDED_CALLS).map(([calls, door]): DeniedDoor => {
      const open = approvals.filter((each) => each.calls === calls).flatMap(({ principals }) => principals);
      return open.length === 0 ? door : { ...door, conditions: notFor(open) };
    });
    const governed = [...GOVERNANCE_DOORS, ...guardrails].map((door): DeniedDoor => {
      if (door.exceptAdministrators !== true || administrators.length === 0) return door;
      return { ...door, conditions: { ...door.conditions, ...notFor(administrators) } };
    });
    this.open = new Set(approvals.map(({ calls }) => calls));
    this.doors = [...CLOSED_DOORS, ...governed, ...unguarded];
    recordApprovals(
      this,
      approvals.map(({ calls, principals, by, on, record }) => ({
        kind: 'exception',
        construct: this.node.path,
        calls,
        actions: UNGUARDED_CALLS[calls].actions,
        principals,
        by,
        on,
        record,
      })),
    );
  }

  /** A Deny for each door, in the order of `doors`. */
  statements(): readonly iam.PolicyStatement[] {
    return this.doors.map(
      ({ sid, actions, resources = ['*'], conditions }) =>
        new iam.PolicyStatement({
          sid,
          effect: iam.Effect.DENY,
          actions: [...actions],
          resources: [...resources],
          ...(conditions ? { conditions } : {}),
        }),
    );
  }

  /** Whether somebody may make calls that no guardrail can be demanded for. */
  isApproved(calls: UnguardedCall): boolean {
    return this.open.has(calls);
  }

  private checkApproval({ calls, principals, by, on, record }: UnguardedApproval): void {
    if (principals.length === 0)
      throw new ConfigurationError(
        this,
        'UnguardedApproval',
        `the approval of ${calls} has no principals; name the roles`,
      );
    checkIdentities(this, 'UnguardedApproval', `principals of ${calls}`, principals);
    if ([by, on, record].some((text) => text.trim() === ''))
      throw new ConfigurationError(
        this,
        'UnguardedApproval',
        `the approval of ${calls} is without by, on or record; say who gave it, when, and where that is written`,
      );
  }
}

function notFor(principals: readonly string[]): Conditions {
  return { ArnNotLike: { 'aws:PrincipalArn': principals } };
}

function checkIdentities(scope: Construct, code: string, what: string, patterns: readonly string[]): void {
  for (const pattern of patterns) {
    if (Token.isUnresolved(pattern) || IDENTITY_ARN.test(pattern)) continue;
    throw new ConfigurationError(
      scope,
      code,
      `'${pattern}' is among the ${what}; give ARNs of roles or users, such as arn:aws:iam::*:role/ModelAdministrator`,
    );
  }
}
