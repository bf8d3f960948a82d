import { createHash } from 'node:crypto';
import type { UseCaseManifest } from '../../lib/contract/use-case';
import type { Caller } from '../../lambda/gateway/caller';

/** The one approved prompt. */
export const PROMPT = {
  id: 'handover',
  version: '1',
  text: 'Write a handover for the next shift.\nPatient: {{name}}\nNote: {{note}}\n',
};

/** Whoever starts it on this machine: nobody has proven who that is, and the record says so. */
export const CALLER: Caller = { principal: 'local:try', authentication: 'none', grants: ['group:try'] };

/** @param models the first one is asked, unless a request names another */
export function useCase(models: UseCaseManifest['models']): UseCaseManifest {
  return {
    id: 'ward-handover',
    version: 1,
    dataClass: 'PHI',
    purposes: ['treatment', 'operations'],
    callers: ['group:try'],
    fields: ['name', 'note'],
    fullRecordJustifications: [],
    prompts: [
      {
        id: PROMPT.id,
        version: PROMPT.version,
        sha256: createHash('sha256').update(PROMPT.text).digest('hex'),
      },
    ],
    freeText: true,
    models,
    redaction: { profile: 'safe-harbor' },
    reidentifiers: ['group:try'],
    maxOutputTokens: 400,
    maxInputLength: 8_000,
    requiresHumanApproval: false,
    bodyRetentionDays: 1,
    requestsPerMinute: 60,
    owner: 'whoever-tries-it',
    riskAnalysisId: 'none-invented-patients',
  };
}
