/** A resource of an example in YAML, each property on a line of its own. */
export function yaml(id: string, type: string, ...properties: readonly string[]): string {
  const lines = [`${id}:`, `  Type: AWS::${type}`];
  if (properties.length > 0) lines.push('  Properties:', ...properties.map((property) => `    ${property}`));
  return `\n${lines.join('\n')}\n`;
}

/** A key to refer to in examples. */
export const KEY_IN_YAML = yaml('Key', 'KMS::Key', 'EnableKeyRotation: true');
