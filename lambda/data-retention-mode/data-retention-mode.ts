import { DATA_RETENTION_MODE } from '../../lib/contract/account-settings';
import type { AccountSetting, Outcome } from '../account-settings/account-setting';
import { AccountSettingError, type AccountSettingErrorCode } from '../account-settings/account-setting-error';
import { repeat, SYSTEM_CLOCK, type Clock } from '../account-settings/pauses';
import type { Properties } from '../account-settings/request';
import type { AccountRetention } from './account-retention';

/** Milliseconds. What was set may be read by another server that has not heard of it. */
export const READ_PAUSES = [500, 1_000, 2_000, 4_000] as const;

const REGION = /^[a-z]{2}(?:-[a-z]+)+-\d+$/u;

export interface WantedMode {
  readonly regions: readonly string[];
}

export interface DataRetentionModeProps {
  readonly retentionIn: (region: string) => AccountRetention;
  readonly clock?: Clock;
}

type Judged = { readonly region: string; readonly fault: AccountSettingErrorCode | undefined };

/**
 * Bedrock's data retention mode `none` in every Region that is asked. A Region that is no longer asked keeps it, and so do
 * all when the resource goes: keeping prompts is never turned on from here.
 */
export function createDataRetentionMode({
  retentionIn,
  clock = SYSTEM_CLOCK,
}: DataRetentionModeProps): AccountSetting<WantedMode> {
  const isNone = (mode: string): boolean => mode === DATA_RETENTION_MODE.mode;

  /** Says whether it had to be changed. */
  async function ensure(region: string): Promise<boolean> {
    const retention = retentionIn(region);
    if (isNone(await retention.read())) return false;
    await retention.setNone();
    if (isNone(await repeat(retention.read, isNone, READ_PAUSES, clock))) return true;
    throw new AccountSettingError('NOT_AS_ASKED', 'the mode reads differently after it was set');
  }

  return {
    name: 'data-retention-mode',
    parse,
    async apply({ regions }) {
      const changed: string[] = [];
      const judged = await inEach(regions, async (region) => {
        if (await ensure(region)) changed.push(region);
      });
      refuse(judged);
      return { outcome: changed.length > 0 ? 'SET' : 'IN_PLACE', drifted: 0 };
    },
    remove: () => Promise.resolve({ outcome: 'LEFT' }),
    async check({ regions }): Promise<Outcome> {
      const drifted: string[] = [];
      const judged = await inEach(regions, async (region) => {
        if (!isNone(await retentionIn(region).read())) drifted.push(region);
      });
      // one Region that cannot be read must not hide that another drifted
      if (drifted.length === 0) refuse(judged);
      return { outcome: drifted.length > 0 ? 'DRIFTED' : 'IN_PLACE', drifted: drifted.length };
    },
  };
}

/** All Regions are tried, whatever happens in one. */
async function inEach(
  regions: readonly string[],
  work: (region: string) => Promise<void>,
): Promise<readonly Judged[]> {
  return Promise.all(
    regions.map(async (region) => {
      try {
        await work(region);
        return { region, fault: undefined };
      } catch (error) {
        return { region, fault: error instanceof AccountSettingError ? error.code : ('INTERNAL' as const) };
      }
    }),
  );
}

const REMEDIES: Readonly<Partial<Record<AccountSettingErrorCode, string>>> = {
  ACCESS_DENIED:
    "let the function's role, permissions boundaries and service control policies allow bedrock:GetAccountDataRetention and bedrock:PutAccountDataRetention with mode none",
  NOT_AS_ASKED: 'find out who else sets it',
  REFUSED: 'take out Regions in which Bedrock has no data retention mode',
};
const TRY_AGAIN = 'deploy again when Bedrock answers';

function refuse(judged: readonly Judged[]): void {
  const failed = judged.flatMap(({ region, fault }) => (fault ? [{ region, fault }] : []));
  const [first] = failed;
  if (!first) return;
  const done = judged.filter(({ fault }) => !fault).map(({ region }) => region);
  const where = failed.map(({ region, fault }) => `${region} (${fault})`).join(', ');
  const rest = done.length > 0 ? `; it is in ${done.join(', ')}` : '';
  const remedies = new Set(failed.map(({ fault }) => REMEDIES[fault] ?? TRY_AGAIN));
  throw new AccountSettingError(
    first.fault,
    `the data retention mode is not known to be none in ${where}${rest}; ${[...remedies].join('; ')}`,
  );
}

function parse({ Regions: regions, Mode: mode }: Properties): WantedMode {
  if (mode !== DATA_RETENTION_MODE.mode) throw invalid(`Mode is not '${DATA_RETENTION_MODE.mode}'`);
  if (!Array.isArray(regions) || regions.length === 0) throw invalid('Regions is no list of Regions');
  const named = regions.filter((each): each is string => typeof each === 'string' && REGION.test(each));
  if (named.length < regions.length) throw invalid('Regions holds what is no Region, such as us-east-1');
  return { regions: [...new Set(named)] };
}

function invalid(what: string): AccountSettingError {
  return new AccountSettingError('INVALID_EVENT', `${what}; nothing was changed`);
}
