import { ENFORCED_GUARDRAIL } from '../../lib/contract/account-settings';
import type { AccountSetting } from '../account-settings/account-setting';
import { AccountSettingError } from '../account-settings/account-setting-error';
import { repeat, SYSTEM_CLOCK, type Clock } from '../account-settings/pauses';
import type { Properties } from '../account-settings/request';
import type { EnforcedConfiguration, EnforcementStore } from './enforcement-store';
import { preflight, type WantedEnforcement } from './preflight';

/** Milliseconds. A version that was just made takes a while to be found, and to be ready. */
export const GUARDRAIL_PAUSES = [1_000, 2_000, 4_000, 8_000, 8_000] as const;

const GUARDRAIL_ARN = /^arn:aws[a-z-]*:bedrock:[a-z0-9-]+:\d{12}:guardrail\/[a-z0-9]+$/u;
const NUMBER = /^[1-9]\d{0,7}$/u;

export interface EnforcedGuardrailProps {
  readonly store: EnforcementStore;
  readonly clock?: Clock;
}

/**
 * Looks before CloudFormation enforces a guardrail for the account, and looks after it from then on. It changes nothing: what
 * is enforced is CloudFormation's own resource, which waits for this one.
 */
export function createEnforcedGuardrail({
  store,
  clock = SYSTEM_CLOCK,
}: EnforcedGuardrailProps): AccountSetting<WantedEnforcement> {
  return {
    name: 'enforced-guardrail',
    parse,
    async apply(wanted, before) {
      const configurations = await store.configurations();
      const guardrail = await repeat(
        () => store.guardrail(wanted.guardrailArn, wanted.guardrailVersion),
        (found) => found?.status === 'READY',
        GUARDRAIL_PAUSES,
        clock,
      );
      const refusal = preflight({ configurations, guardrail }, wanted, before);
      if (refusal) throw refusal;
      // nothing is enforced yet, so nothing has drifted; the alarm would ring for want of a count
      return { outcome: 'CLEAR', drifted: 0 };
    },
    remove: () => Promise.resolve({ outcome: 'LEFT' }),
    async check(wanted) {
      const found = await store.configurations();
      const own = found.filter(({ guardrailArn }) => guardrailArn === wanted.guardrailArn);
      if (found.length === 0) return { outcome: 'NOT_ENFORCED', drifted: 1 };
      if (own.length === 0) return { outcome: 'OTHER_CONFIGURATION', drifted: 1 };
      const inPlace = own.some((each) => isAsAsked(each, wanted));
      return inPlace ? { outcome: 'IN_PLACE', drifted: 0 } : { outcome: 'DRIFTED', drifted: 1 };
    },
  };
}

function isAsAsked(found: EnforcedConfiguration, wanted: WantedEnforcement): boolean {
  const { messages, system } = found.selectiveContentGuarding ?? {};
  const { includedModels = [ENFORCED_GUARDRAIL.allModels], excludedModels = [] } =
    found.modelEnforcement ?? {};
  return (
    found.guardrailVersion === wanted.guardrailVersion &&
    messages === ENFORCED_GUARDRAIL.guarding &&
    system === ENFORCED_GUARDRAIL.guarding &&
    includedModels.includes(ENFORCED_GUARDRAIL.allModels) &&
    excludedModels.toSorted().join() === wanted.excludedModels.toSorted().join()
  );
}

function parse(properties: Properties): WantedEnforcement {
  const { GuardrailArn: arn, GuardrailVersion: version, ExcludedModels: excluded = [] } = properties;
  if (typeof arn !== 'string' || !GUARDRAIL_ARN.test(arn))
    throw invalid('GuardrailArn is no ARN of a guardrail');
  if (typeof version !== 'string' || !NUMBER.test(version))
    throw invalid('GuardrailVersion is no number; a draft changes with every save');
  if (!Array.isArray(excluded)) throw invalid('ExcludedModels is no list');
  const excludedModels = excluded.filter((each): each is string => typeof each === 'string' && each !== '');
  if (excludedModels.length < excluded.length) throw invalid('ExcludedModels holds what is no id of a model');
  return { guardrailArn: arn, guardrailVersion: version, excludedModels };
}

function invalid(what: string): AccountSettingError {
  return new AccountSettingError('INVALID_EVENT', `${what}; nothing was changed`);
}
