import { Construct } from 'constructs';
import { DeniedDoors } from '../bedrock/denied-doors';
import { ModelAccess } from '../bedrock/model-access';
import { OrganizationGuardrails } from '../governance/organization-guardrails';
import type { OrganizationSettings } from './organization-settings';

export interface OrganizationProps {
  readonly settings: OrganizationSettings;
  /** The day approvals are judged against, `YYYY-MM-DD`. */
  readonly today: string;
}

/** The guardrails of an organization from its settings: models, doors and what no account may undo. */
export class Organization extends Construct {
  readonly guardrails: OrganizationGuardrails;

  constructor(scope: Construct, id: string, { settings, today }: OrganizationProps) {
    super(scope, id);
    const { allowedRegions, administrators, approvals, guardrailArns } = settings;
    const access = new ModelAccess(this, 'Models', { models: settings.models, allowedRegions, today });
    const doors = new DeniedDoors(this, 'Doors', { administrators, approvals, guardrailArns });
    this.guardrails = new OrganizationGuardrails(this, 'Guardrails', {
      organizationId: settings.organizationId,
      targetIds: settings.targetIds,
      allowedRegions,
      administrators,
      doors: doors.statements(),
      models: access.organizationStatements(),
      trustedAccounts: settings.trustedAccounts,
      guardrails: settings.guardrails,
    });
  }
}
