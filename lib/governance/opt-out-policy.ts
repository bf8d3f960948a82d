import type { PolicyContent } from './organization-policy';

const FIXED = { '@@operators_allowed_for_child_policies': ['@@none'] };

/**
 * No AI service of AWS, also none that is yet to come, may keep content to improve itself, and no policy further down may
 * say otherwise. Source: AWS Organizations user guide, "AI services opt-out policy syntax and examples".
 */
export const AI_SERVICES_OPT_OUT: PolicyContent = {
  services: {
    ...FIXED,
    default: { ...FIXED, opt_out_policy: { ...FIXED, '@@assign': 'optOut' } },
  },
};
