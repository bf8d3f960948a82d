import type { Rule } from './rule';

/**
 * Sets of rules a user picks from.
 * `hipaa`: what the law in force asks of infrastructure, the default. `ai`: what bears on models, prompts and their data.
 * `hipaa-nprm-2025`: `hipaa` with what the proposal of 2025 would add (a proposal, not law). `strict`: every rule there is.
 */
export const PROFILES = ['hipaa', 'ai', 'hipaa-nprm-2025', 'strict'] as const;
export type Profile = (typeof PROFILES)[number];

export const DEFAULT_PROFILE: Profile = 'hipaa';

/** Rules of a profile, in their order. */
export function rulesIn(profile: Profile, rules: readonly Rule[]): readonly Rule[] {
  switch (profile) {
    case 'strict':
      return rules;
    case 'hipaa-nprm-2025':
      return rules.filter((rule) => rule.profiles.includes('hipaa') || rule.profiles.includes(profile));
    case 'hipaa':
    case 'ai':
      return rules.filter((rule) => rule.profiles.includes(profile));
  }
}
