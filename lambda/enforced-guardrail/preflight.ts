import { AccountSettingError } from '../account-settings/account-setting-error';
import type { EnforcedConfiguration, FoundGuardrail } from './enforcement-store';

export interface WantedEnforcement {
  readonly guardrailArn: string;
  /** A number; a draft never gets this far. */
  readonly guardrailVersion: string;
  /** Ids of models that take no guardrail. */
  readonly excludedModels: readonly string[];
}

/** What Bedrock said before anything was enforced. */
export interface Surroundings {
  /** Of the account, in this Region. Policies of the organization are not among them. */
  readonly configurations: readonly EnforcedConfiguration[];
  readonly guardrail: FoundGuardrail | undefined;
}

/**
 * Why the guardrail must not be enforced; `undefined` when nothing that can be seen from here speaks against it.
 *
 * It sees neither policies of the organization nor whether other callers of models may use the guardrail and its key: for
 * those, somebody's approval is on record.
 * @param before what was enforced until now, of an update
 */
export function preflight(
  { configurations, guardrail }: Surroundings,
  wanted: WantedEnforcement,
  before: WantedEnforcement | undefined,
): AccountSettingError | undefined {
  const own = before ? [before.guardrailArn, wanted.guardrailArn] : [];
  const others = configurations.filter(({ guardrailArn }) => !own.includes(guardrailArn ?? ''));
  if (others.length > 0) {
    const names = others.map(nameOf).join(', ');
    return new AccountSettingError(
      'OTHER_OWNER',
      `this account and Region already enforce ${names}; there is one configuration: remove that one, leave this one out, or import it into this stack by its id`,
    );
  }
  const version = `version ${wanted.guardrailVersion} of ${wanted.guardrailArn}`;
  if (!guardrail) {
    return new AccountSettingError(
      'NOT_FOUND',
      `there is no ${version}; enforce one that exists in this account and Region`,
    );
  }
  if (guardrail.version !== wanted.guardrailVersion || guardrail.guardrailArn !== wanted.guardrailArn) {
    return new AccountSettingError(
      'NOT_FIT',
      `asked for ${version}, Bedrock answers with another; name it by ARN and number`,
    );
  }
  if (guardrail.status !== 'READY') {
    return new AccountSettingError('NOT_FIT', `${version} is not ready; deploy again when it is`);
  }
  if (guardrail.automatedReasoningPolicy) {
    return new AccountSettingError(
      'NOT_FIT',
      `${version} has an automated reasoning policy, with which every call under an enforced guardrail fails; take it out`,
    );
  }
  return undefined;
}

function nameOf({ guardrailArn, guardrailId, guardrailVersion, configId }: EnforcedConfiguration): string {
  return `${guardrailArn ?? guardrailId ?? 'a guardrail'}:${guardrailVersion ?? '?'} (configuration ${configId ?? 'without id'})`;
}
