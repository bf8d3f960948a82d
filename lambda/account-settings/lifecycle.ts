import { DRIFTED } from '../../lib/contract/account-settings';
import type { AccountSetting, Outcome } from './account-setting';
import { AccountSettingError } from './account-setting-error';
import { parseRequest, type Properties, type Request } from './request';

/** What the provider framework takes as an answer. */
export interface Answer {
  readonly PhysicalResourceId?: string;
}

/** Writes one line of JSON; the handler gives standard output. */
export type WriteLine = (line: string) => void;

/**
 * Runs one request and writes the one line of log it leaves: ids, codes and counts. An error that is not ours becomes one
 * that tells nothing; the framework shows its message to CloudFormation.
 */
export function createLifecycle<Wanted>(
  setting: AccountSetting<Wanted>,
  write: WriteLine,
): (event: unknown, requestId: string) => Promise<Answer> {
  return async (event, requestId) => {
    const start = performance.now();
    let request: Request | undefined;
    const line = (outcome: Outcome): void => {
      const { drifted } = outcome;
      const fields = {
        event: setting.name,
        requestId,
        request: request?.kind,
        outcome: outcome.outcome,
        durationMs: Math.round(performance.now() - start),
        ...(drifted === undefined ? {} : { [DRIFTED]: drifted }),
      };
      write(`${JSON.stringify(fields)}\n`);
    };
    try {
      request = parseRequest(event);
      line(await run(setting, request));
      return request.kind === 'Check' ? {} : { PhysicalResourceId: request.physicalId };
    } catch (error) {
      const known =
        error instanceof AccountSettingError
          ? error
          : new AccountSettingError('INTERNAL', 'the handler failed; look for its request id in the log');
      line({ outcome: known.code });
      throw known;
    }
  };
}

async function run<Wanted>(setting: AccountSetting<Wanted>, request: Request): Promise<Outcome> {
  switch (request.kind) {
    case 'Check':
      return setting.check(setting.parse(request.properties));
    case 'Create':
    case 'Update':
      return setting.apply(setting.parse(request.properties), earlier(setting, request.before));
    case 'Delete': {
      const wanted = readable(setting, request.properties);
      // what cannot be read was never applied, and must not keep a stack from going
      return wanted === undefined ? { outcome: 'LEFT' } : setting.remove(wanted);
    }
  }
}

function earlier<Wanted>(setting: AccountSetting<Wanted>, before: Properties | undefined) {
  return before === undefined ? undefined : readable(setting, before);
}

/** What another version of this library wrote may not be understood any more. */
function readable<Wanted>(setting: AccountSetting<Wanted>, properties: Properties): Wanted | undefined {
  try {
    return setting.parse(properties);
  } catch (error) {
    if (error instanceof AccountSettingError) return undefined;
    throw error;
  }
}
