import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describeRedactionAsset } from '../support/redaction-asset-cases';

const node22 = existing(process.env['HIPAA_AI_NODE22']);
const assembly = existing(path.resolve(process.env['HIPAA_AI_CDK_OUT'] ?? 'cdk.out'));

// Without the binary or an assembly jest counts these as skipped
const suite = node22 !== undefined && assembly !== undefined ? describe : describe.skip;

suite('the redaction asset of the cloud assembly on Node 22', () => {
  describeRedactionAsset(() => ({ asset: redactionAsset(assembly ?? ''), node: node22 ?? '' }));
});

function existing(file: string | undefined): string | undefined {
  return file !== undefined && file !== '' && existsSync(file) ? file : undefined;
}

interface Template {
  readonly Resources?: Readonly<Record<string, { readonly Type: string; readonly Metadata?: Metadata }>>;
}
interface Metadata {
  readonly 'aws:cdk:path'?: string;
  readonly 'aws:asset:path'?: string;
}

/** The very directory that a template names as the code of the redaction function. */
function redactionAsset(folder: string): string {
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.template.json')) continue;
    const { Resources = {} } = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Template;
    for (const { Type, Metadata } of Object.values(Resources)) {
      const asset = Metadata?.['aws:asset:path'];
      if (Type !== 'AWS::Lambda::Function' || asset === undefined) continue;
      if (!/redaction/i.test(Metadata?.['aws:cdk:path'] ?? '')) continue;
      // a stack of a Stage has its template one folder down; assets lie where the path, read from there, leads
      const found = [path.dirname(file), '.']
        .map((from) => path.resolve(folder, from, asset))
        .find((at) => existsSync(at));
      if (found !== undefined) return found;
    }
  }
  throw new Error(`no template in ${folder} names the code of a redaction function; synthesize first`);
}
