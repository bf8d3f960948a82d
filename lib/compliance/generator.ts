/** Who writes the evidence. A test holds the version to package.json. */
const GENERATOR = { name: 'hipaa-ai-cdk', version: '0.1.0' } as const;

export function generator(): { readonly name: string; readonly version: string } {
  return GENERATOR;
}
