import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Stack, Stage, type CfnResource } from 'aws-cdk-lib';
import { HIPAASecurityChecks, NagMessageLevel, NagRuleCompliance, type IApplyRule } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import type { ForeignPack } from '../evidence/build-evidence';
import type { RuleRecord, VerdictRecord } from '../evidence/evidence';
import { isControlId, NEVER_CITED } from '../law/law';

/**
 * cdk-nag's HIPAA pack with its memory restored: cdk-nag 3 reports what is wrong, forgets what is right, and drops
 * acknowledged findings without a trace. This records every answer its rules give, acknowledged or not.
 */
export class HipaaSecurityRecorder extends HIPAASecurityChecks {
  private readonly rules = new Map<string, RuleRecord>();
  private verdicts: VerdictRecord[] = [];
  private assemblyDirectory = '';

  /** @param root the app or stage whose resources are judged */
  record(root: IConstruct, assemblyDirectory: string): ForeignPack {
    this.assemblyDirectory = assemblyDirectory;
    this.rules.clear();
    this.verdicts = [];
    this.validateScope(root);
    const spoke = new Set(this.verdicts.map((verdict) => verdict.rule));
    return {
      name: this.name,
      version: cdkNagVersion(),
      ruleCount: this.rules.size,
      rules: [...this.rules.values()]
        .filter((rule) => spoke.has(rule.id))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
      verdicts: this.verdicts,
    };
  }

  protected override applyRule(params: IApplyRule): void {
    const id = `${this.packName}-${params.ruleSuffixOverride ?? params.rule.name}`;
    if (!this.rules.has(id)) this.rules.set(id, this.ruleRecord(id, params));
    const base = this.subject(params.node, id);
    const observe = (verdict: 'finding' | 'unknown', messages: readonly string[]) =>
      this.verdicts.push({
        ...base,
        verdict,
        observations: messages.map((message) => ({ verdict, property: 'Properties', message })),
      });
    try {
      const result = params.rule(params.node);
      if (result === NagRuleCompliance.COMPLIANT)
        this.verdicts.push({ ...base, verdict: 'compliant', observations: [] });
      else if (result === NagRuleCompliance.NON_COMPLIANT) observe('finding', [params.info]);
      else if (Array.isArray(result) && result.length === 0) {
        this.verdicts.push({ ...base, verdict: 'compliant', observations: [] });
      } else if (Array.isArray(result))
        observe(
          'finding',
          result.map((found) => `${params.info} [${found}]`),
        );
    } catch {
      // cdk-nag's rules throw on values that only the account knows
      observe('unknown', ['cdk-nag could not check this: a property is known only when the stack deploys']);
    }
  }

  private ruleRecord(id: string, params: IApplyRule): RuleRecord {
    const cited = params.info.match(/164\.\d+(?:\([A-Za-z0-9]+\))+/gu) ?? [];
    return {
      id,
      pack: this.name,
      title: params.info.replace(/ - \(Control IDs?:.*$/u, '').trim(),
      severity: params.level === NagMessageLevel.ERROR ? 'error' : 'warning',
      controls: [...new Set(cited)].filter((control) => isControlId(control) && !NEVER_CITED.has(control)),
      why: params.explanation,
      fix: 'see the rule in the documentation of cdk-nag',
    };
  }

  private subject(node: CfnResource, rule: string): Omit<VerdictRecord, 'verdict' | 'observations'> {
    const stack = Stack.of(node);
    const directory = Stage.of(stack)?.outdir ?? this.assemblyDirectory;
    const file = path.join(directory, stack.templateFile);
    return {
      rule,
      template: path.relative(this.assemblyDirectory, file).split(path.sep).join('/'),
      logicalId: String(stack.resolve(node.logicalId)),
      resourceType: node.cfnResourceType,
      constructPath: node.node.path,
    };
  }
}

function cdkNagVersion(): string {
  const { version } = JSON.parse(readFileSync(require.resolve('cdk-nag/package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}
