import { rmSync } from 'node:fs';
import path from 'node:path';
import {
  CfnResource,
  Stack,
  Stage,
  type IPolicyValidationContext,
  type PolicyValidationPluginReport,
} from 'aws-cdk-lib';
import { NagPack } from 'cdk-nag';
import type { Construct } from 'constructs';
import { accessMatrix } from '../access-matrix/access-matrix';
import { withEligibleServices } from '../eligibility';
import { buildEvidence } from '../evidence/build-evidence';
import { EVIDENCE_FILES, type Evidence } from '../evidence/evidence';
import { writeEvidence } from '../evidence/write-evidence';
import { generator } from '../generator';
import { judge } from '../judge';
import type { EligibleServices } from '../law/eligible-services-file';
import type { ParameterValues } from '../parameter';
import type { Profile } from '../profile';
import type { Rule } from '../rule';
import { ruleSet, type RuleSet } from '../rule-set';
import { RULES } from '../rules/registry';
import type { Assembly } from '../template/assembly';
import { readAssembly } from '../template/read-assembly';
import type { Template } from '../template/template';
import type { WaiverFile } from '../waivers/parse-waivers';
import { acknowledgementsIn } from './acknowledgements';
import { HipaaSecurityRecorder } from './hipaa-security-recorder';
import { PACK_NAME } from '../pack-name';
import { failure, reportOf } from './report';
import { sourceOf } from './source-of';

export interface HipaaAiChecksProps {
  /**
   * The date that waivers and records with a last day are judged against, YYYY-MM-DD. An input and not the clock, so that the same input gives the same
   * evidence; an app that has no better idea passes `new Date().toISOString().slice(0, 10)`.
   */
  readonly asOf: string;
  /**
   * Name of the environment, for waivers that name theirs.
   * @default - waivers for named environments do not count
   */
  readonly environment?: string;
  /**
   * What `parseWaivers` made of the waiver file.
   * @default - nothing is waived
   */
  readonly waivers?: WaiverFile;
  /**
   * Also runs cdk-nag's `HIPAASecurityChecks`, with its answers in the same evidence and under the same waivers. Do not
   * register that pack a second time.
   * @default false
   */
  readonly hipaaSecurityChecks?: boolean;
  /**
   * Which rules to run: `hipaa`, `ai`, `hipaa-nprm-2025` or `strict`.
   * @default 'hipaa'
   */
  readonly profile?: Profile;
  /**
   * Directory of the repository, such as `process.cwd()`: findings then name the file and line of the code that made the
   * resource, relative to it. SARIF needs that to show findings in a pull request.
   * @default - no source lines in the evidence
   */
  readonly sourceRoot?: string;
  /**
   * Values for parameters of rules, by rule id and name; the evidence shows them.
   * @default - each parameter's own
   */
  readonly parameters?: ParameterValues;
  /**
   * What `parseEligibleServices` made of a list of HIPAA eligible services that is newer than ours. A list that is more than
   * 90 days old at `asOf`, ours or yours, is a warning in the evidence.
   * @default - our list, of 2025-04-16
   */
  readonly eligibleServices?: EligibleServices;
  /**
   * The rules to choose from. Add your own: `[...RULES, mine]`.
   * @default RULES
   */
  readonly rules?: readonly Rule[];
}

/**
 * Judges what will deploy, as a cdk-nag 3 pack: `Validations.of(app).addPlugins(new HipaaAiChecks(app, { asOf }))`.
 *
 * It reads the synthesized templates, so overrides and raw resources count; it fails synthesis on every finding that no
 * waiver covers; and it leaves `evidence/` in the cloud assembly for `hipaa-ai gate`. Deviations are accepted in the waiver
 * file, or beside the construct with {@link acknowledgeRule}; a bare CDK acknowledgement silences nothing, because CDK takes
 * one without a reason, and stops the synthesis.
 */
export class HipaaAiChecks extends NagPack {
  readonly name = PACK_NAME;
  override readonly version = generator().version;
  /**
   * Empty on purpose: CDK (2.276) writes all ids as one name into the metadata of every stack, and fails with a stack
   * overflow on as many as we have. The evidence lists the rules.
   */
  override readonly ruleIds: string[] = [];
  private readonly ruleSet: RuleSet;
  private readonly stage: Stage;

  /**
   * @param scope what is judged: the app, one stage of it, or one stack with its nested stacks. The evidence goes to the
   * cloud assembly of the app or the stage; what an earlier synthesis left there is removed. One pack for each: two would
   * overwrite each other's evidence.
   * @throws InvalidRuleSelection for a profile or parameter that does not exist, or a list that parameters give as well
   * @throws Error when the scope is in no app or stage
   */
  constructor(
    private readonly scope: Construct,
    private readonly props: HipaaAiChecksProps,
  ) {
    super(scope);
    this.packName = PACK_NAME;
    const stage = Stage.isStage(scope) ? scope : Stage.of(scope);
    if (!stage) throw new Error(`${scope.node.path} is in no app or stage; give the app, a stage or a stack`);
    this.stage = stage;
    const { profile, parameters, eligibleServices } = props;
    this.ruleSet = ruleSet(
      props.rules ?? RULES,
      withEligibleServices({ profile, parameters }, eligibleServices),
    );
    // CDK refuses plugins that change files, and evidence of other templates must not outlive them
    rmSync(path.join(stage.outdir, EVIDENCE_FILES.directory), { recursive: true, force: true });
  }

  /** Never throws: the CDK CLI (2.1148.1) takes a plugin that throws for one that found nothing. */
  override validate(_context: IPolicyValidationContext): PolicyValidationPluginReport {
    try {
      const evidence = this.evidence(this.stage);
      writeEvidence(this.stage.outdir, evidence);
      return reportOf(evidence, this.stage.outdir);
    } catch (error) {
      return failure(error instanceof Error ? `${error.name}: ${error.message}` : 'an unknown error');
    }
  }

  /** cdk-nag asks packs for typed resources; this one judges templates and has nothing to add there. */
  protected override checkResource(): void {}

  private evidence(root: Stage): Evidence {
    const assembly = readAssembly(root.outdir);
    const constructs = resourcesByPlace(root);
    const constructOf = (template: string, logicalId: string) =>
      constructs().get(`${template}\n${logicalId}`);
    const {
      asOf,
      environment,
      waivers,
      eligibleServices,
      sourceRoot,
      hipaaSecurityChecks = false,
    } = this.props;
    const foreignPacks = hipaaSecurityChecks
      ? [new HipaaSecurityRecorder().record(this.scope, root.outdir)]
      : [];
    const judged = judgedTemplates(assembly, this.scope, root);
    const known = new Set([
      ...this.ruleSet.rules.map((rule) => rule.id),
      ...this.ruleSet.idle,
      ...foreignPacks.flatMap((pack) => pack.rules.map(({ id }) => id)),
    ]);
    const acknowledged = acknowledgementsIn(this.scope, (id) => known.has(id));
    return buildEvidence({
      generator: generator(),
      asOf,
      environment,
      templates: judged,
      ...(judged.length === assembly.templates.length ? {} : { scope: this.scope.node.path }),
      packName: PACK_NAME,
      ruleSet: this.ruleSet,
      outcomes: judge(assembly, this.ruleSet.rules, this.ruleSet.parameters, judged, asOf),
      constructPathOf: (template, logicalId) => constructOf(template, logicalId)?.node.path,
      sourceOf: (template, logicalId) => {
        const construct = sourceRoot === undefined ? undefined : constructOf(template, logicalId);
        return construct && sourceOf(construct, sourceRoot ?? '');
      },
      accessMatrix: accessMatrix(assembly, judged),
      foreignPacks,
      waiverFile: waivers,
      eligibleServices,
      inlineWaivers: acknowledged.waivers,
      problems: acknowledged.problems,
    });
  }
}

/** The templates of a stack and the stacks nested in it; all of them when the scope is no stack. */
function judgedTemplates(assembly: Assembly, scope: Construct, root: Stage): readonly Template[] {
  if (!Stack.isStack(scope)) return assembly.templates;
  const found = new Set<Template>();
  const add = (name: string) => {
    const template = assembly.template(name);
    if (!template || found.has(template)) return;
    found.add(template);
    for (const nested of template.nestings()) add(nested.path);
  };
  add(templateOf(root, scope));
  return [...found];
}

function templateOf(root: Stage, stack: Stack): string {
  const file = path.join((Stage.of(stack) ?? root).outdir, stack.templateFile);
  return path.relative(root.outdir, file).split(path.sep).join('/');
}

/** Constructs by template and logical id; built when the first is asked for. */
function resourcesByPlace(root: Stage): () => ReadonlyMap<string, CfnResource> {
  let index: Map<string, CfnResource> | undefined;
  const build = () => {
    index = new Map();
    for (const construct of root.node.findAll()) {
      if (CfnResource.isCfnResource(construct)) index.set(key(root, construct), construct);
    }
    return index;
  };
  return () => index ?? build();
}

function key(root: Stage, resource: CfnResource): string {
  const stack = Stack.of(resource);
  return `${templateOf(root, stack)}\n${String(stack.resolve(resource.logicalId))}`;
}
