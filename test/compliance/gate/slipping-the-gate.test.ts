import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { evidenceSchema, type Evidence } from '../../../lib/compliance/evidence/evidence';
import { CdkApp, GATED_ON } from '../../support/cdk-cli';
import { commandHere } from '../../support/command-here';

jest.setTimeout(120_000);

let app: CdkApp;
beforeAll(() => {
  app = new CdkApp('breakable-app.ts');
});
afterAll(() => app.dispose());

const gateHere = (assembly: string) => commandHere(['gate', assembly, '--as-of', GATED_ON]);

async function expectClosed(reason: RegExp, assembly?: string): Promise<void> {
  // of a tampered copy the program is asked here, which spares starting it
  const gated = await (assembly === undefined ? app.gate() : gateHere(assembly));
  expect(gated.stderr).toMatch(reason);
  expect(gated.stdout).not.toContain('open');
  expect(gated.code).toBe(1);
}

describe('the gate stays closed when', () => {
  test('another plugin throws, which the CLI takes for success', async () => {
    await app.synth({ BREAK: 'plugin throws' });
    await expectClosed(/blocked: Throwing failed/u);
  });

  test('a finding sits on a Stage, which the CLI drops', async () => {
    await app.synth({ BREAK: 'finding on a stage' });
    await expectClosed(/blocked: OnStage failed/u);
  });

  test('a rule of the pack throws', async () => {
    const synthesized = await app.synth({ BREAK: 'rule throws' });
    expect(synthesized.code).toBe(1);
    await expectClosed(/findings have no waiver/u);
  });

  test('every stack is in a Stage and plain `cdk synth` selects none of them', async () => {
    await app.synth({ BREAK: 'property override' }, []);
    await expectClosed(/findings have no waiver/u);
  });

  test('`--ignore-errors` lets the synthesis exit 0', async () => {
    const synthesized = await app.synth({ BREAK: 'property override' }, ['**', '--ignore-errors']);
    expect(synthesized.code).toBe(0);
    await expectClosed(/findings have no waiver/u);
  });

  test('a finding is acknowledged in code, without a reason', async () => {
    const synthesized = await app.synth({ BREAK: 'acknowledgement' });
    expect(synthesized.code).toBe(1);
    await expectClosed(/findings have no waiver/u);
  });

  describe('after a clean synthesis', () => {
    let clean: string;
    let assembly: string;
    beforeAll(async () => {
      const { code } = await app.synth({ BREAK: 'nothing' });
      expect(code).toBe(0);
      clean = app.copy();
    });
    beforeEach(() => {
      assembly = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-tampered-'));
      cpSync(clean, assembly, { recursive: true });
    });
    afterEach(() => rmSync(assembly, { recursive: true, force: true }));

    const evidenceFile = () => path.join(assembly, 'evidence', 'evidence.json');
    const readEvidence = () => evidenceSchema.parse(JSON.parse(readFileSync(evidenceFile(), 'utf8')));
    const rewriteEvidence = (change: (evidence: Evidence) => Evidence) =>
      writeFileSync(evidenceFile(), JSON.stringify(change(readEvidence())));

    test('nothing is touched, it opens', async () => {
      const gated = await app.gate(assembly);
      expect(gated.code).toBe(0);
      // the list of eligible services is old, which closes nothing
      expect(gated.stderr).toMatch(/^warning: the list of HIPAA eligible services is of [^\n]*\n$/u);
    });

    test('the evidence is deleted', async () => {
      rmSync(path.dirname(evidenceFile()), { recursive: true });
      await expectClosed(/evidence\.json is missing/u, assembly);
    });

    test('the report that people read is another one', async () => {
      writeFileSync(path.join(assembly, 'evidence', 'index.html'), '<p>Nothing blocks deployment.</p>');
      await expectClosed(/evidence\/index\.html was changed after it was written/u, assembly);
    });

    test('the table is gone', async () => {
      rmSync(path.join(assembly, 'evidence', 'evidence.csv'));
      await expectClosed(/evidence\/evidence\.csv is missing/u, assembly);
    });

    test('the manifest is gone', async () => {
      rmSync(path.join(assembly, 'evidence', 'manifest.json'));
      await expectClosed(/evidence\/manifest\.json is missing or damaged/u, assembly);
    });

    test('a template is changed', async () => {
      const file = path.join(assembly, readEvidence().inputs.templates[0]?.path ?? '');
      writeFileSync(file, `${readFileSync(file, 'utf8')}\n`);
      await expectClosed(/is not the template that was judged/u, assembly);
    });

    test('a verdict is painted over', async () => {
      rewriteEvidence((evidence) => ({
        ...evidence,
        verdicts: evidence.verdicts.map((verdict, index) =>
          index === 0
            ? { ...verdict, verdict: verdict.verdict === 'compliant' ? 'not-applicable' : 'compliant' }
            : verdict,
        ),
      }));
      await expectClosed(/verdicts in the evidence are not what the rules say/u, assembly);
    });

    test("a finding of cdk-nag's is painted over", async () => {
      rewriteEvidence((evidence) => ({
        ...evidence,
        verdicts: evidence.verdicts.map((verdict) =>
          verdict.verdict === 'waived' ? { ...verdict, verdict: 'compliant' as const } : verdict,
        ),
      }));
      await expectClosed(/verdicts in the evidence are not what the rules say/u, assembly);
    });

    test('who can invoke a model is painted over', async () => {
      rewriteEvidence(({ accessMatrix: _matrix, ...evidence }) => evidence);
      await expectClosed(/access matrix in the evidence is not what the templates say/u, assembly);
    });

    test('a zone, or all of the network map, is painted over', async () => {
      const { networkMap } = readEvidence();
      if (!networkMap) throw new Error('the evidence has no network map');
      const zones = networkMap.zones.filter(({ id }) => id !== 'internet');
      rewriteEvidence((evidence) => ({ ...evidence, networkMap: { ...networkMap, zones } }));
      await expectClosed(/the network map in the evidence is not that of these templates/u, assembly);
      rewriteEvidence((evidence) => ({ ...evidence, networkMap: undefined }));
      await expectClosed(/the network map in the evidence is not that of these templates/u, assembly);
    });

    test('a template is struck from the evidence', async () => {
      rewriteEvidence((evidence) => ({
        ...evidence,
        inputs: { ...evidence.inputs, templates: evidence.inputs.templates.slice(1) },
      }));
      await expectClosed(/was not judged/u, assembly);
    });

    test('the evidence is no JSON', async () => {
      writeFileSync(evidenceFile(), '{');
      await expectClosed(/damaged or of another version/u, assembly);
    });

    test('the evidence is of other rules', async () => {
      const rules = { count: 1, sha256: '0'.repeat(64), profile: 'hipaa' as const, parameters: {} };
      rewriteEvidence((evidence) => ({ ...evidence, inputs: { ...evidence.inputs, rules } }));
      await expectClosed(/made with other rules/u, assembly);
    });

    test('the waiver file is another one now', async () => {
      const waivers = { path: 'config/waivers.yaml', sha256: '0'.repeat(64) };
      rewriteEvidence((evidence) => ({ ...evidence, inputs: { ...evidence.inputs, waivers } }));
      await expectClosed(/config\/waivers\.yaml changed since it was applied/u, assembly);
    });

    test('a waiver ran out after the synthesis', async () => {
      rewriteEvidence((evidence) => ({
        ...evidence,
        waivers: evidence.waivers.map((waiver) => ({ ...waiver, expires: '2026-11-23' })),
      }));
      await expectClosed(/expired on 2026-11-23/u, assembly);
    });

    test("CDK's own report is gone", async () => {
      rmSync(path.join(assembly, 'validation-report.json'));
      await expectClosed(/validation-report\.json is missing/u, assembly);
    });
  });
});
