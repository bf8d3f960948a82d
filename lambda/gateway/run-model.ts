import type { Answered } from './conclude';
import type { Engine } from './engine';
import type { Call } from './gateway-props';
import { askModels, type Asking } from './model/ask-model';
import type { ModelAnswer } from './model/model';
import type { Prepared } from './prepared';
import {
  requireGrounded,
  requireNoLeak,
  requireOrdinary,
  requireWhole,
  withoutIdentifiers,
} from './stages/inspect-output';
import type { OutputFindings } from './stages/output-findings';
import { askWithTools } from './tool-rounds';

/** Asks for a whole answer and reads it again. */
export async function runModel(prepared: Prepared, call: Call, engine: Engine): Promise<Answered> {
  const { draft, manifest } = prepared;
  const { answer, findings } = await askWithTools(prepared, engine, (modelCall) =>
    draft.stage('model', () =>
      askModels(askingOf(prepared, call, engine), modelCall, async (each, signal) => ({
        ...(await engine.model.converse(each, signal)),
        model: each.model,
      })),
    ),
  );
  tellVerdict(prepared, answer);
  const text = await draft.stage('output', () => {
    requireWhole(answer);
    const clean = withoutIdentifiers(answer.text, engine.redactorOf(manifest), findings);
    tellOutput(prepared, findings, clean.length, answer, 0);
    // before anything else may refuse: what it says must be on record
    requireNoLeak(findings, engine.onLeak);
    const entropy = requireOrdinary(clean, manifest);
    tellOutput(prepared, findings, clean.length, answer, entropy);
    requireGrounded(answer, manifest);
    return clean;
  });
  const stop = answer.stop === 'length' ? 'length' : 'end';
  return { text, stop, model: answer.model, tokens: answer.tokens };
}

/** How models are asked for a request; each attempt is told to its draft. */
export function askingOf(
  { models, manifest, draft }: Prepared,
  { remaining }: Call,
  { clock, region, profiles }: Engine,
): Asking {
  const own = profiles?.get(manifest.id);
  return {
    models,
    ...(own === undefined ? {} : { profiles: own }),
    remaining,
    clock,
    attempt: (id, attempts, fallback) => {
      draft.tell({ model: { id, region, attempts, fallback } });
    },
  };
}

export function tellVerdict(
  { draft, call }: Prepared,
  answer: Pick<ModelAnswer, 'verdict' | 'tokens'>,
): void {
  const { guardrail } = call;
  draft.tell({
    tokens: answer.tokens,
    ...(guardrail === undefined ? {} : { guardrail: { ...guardrail, action: answer.verdict.action } }),
  });
}

export function tellOutput(
  { draft }: Prepared,
  { redactions, leaks }: OutputFindings,
  characters: number,
  { verdict }: Pick<ModelAnswer, 'verdict'>,
  entropyMillibits: number,
): void {
  const { grounding } = verdict;
  draft.tell({
    output: {
      redactions: { ...redactions },
      leaks,
      entropyMillibits,
      characters,
      ...(grounding === undefined ? {} : { groundingPercent: Math.round(grounding * 100) }),
    },
  });
}
