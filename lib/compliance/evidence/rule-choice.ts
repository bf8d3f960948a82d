import type { Evidence } from './evidence';

/** Which rules were asked for, in words. A threshold that was moved is as much a choice as the profile. */
export function ruleChoice({ inputs: { rules } }: Evidence): string {
  const moved = Object.entries(rules.parameters).flatMap(([id, values]) =>
    Object.entries(values).map(([name, value]) => `${id}.${name} = ${JSON.stringify(value)}`),
  );
  return moved.length === 0 ? rules.profile : `${rules.profile}, with ${moved.join(', ')}`;
}
