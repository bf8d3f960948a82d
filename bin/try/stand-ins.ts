import {
  ModelError,
  type Model,
  type ModelAnswer,
  type ModelCall,
  type ModelEvent,
} from '../../lambda/gateway/model/model';

/** Models that run here: one that repeats what it sees, and three that misbehave. */
export const STAND_INS = {
  echo: 'stand-in.echo',
  /** Repeats a patient that somebody planted in it, in a stream cut where no detector would cut. */
  leaks: 'stand-in.leaks',
  /** Says nothing; in a stream, nothing more. */
  silent: 'stand-in.silent',
  /** Turns away whoever asks, so that the next one is asked. */
  busy: 'stand-in.busy',
} as const;

/** Of the patient that `leaks` repeats, who is in no request. */
export const LEAKED = ['Dorian', 'Ashgrove', '512-45-7788'] as const;

const LEAK = ` It is as with ${LEAKED[0]} ${LEAKED[1]}, SSN ${LEAKED[2]}, who stayed longer.`;
const PIECE = { echo: 12, leaks: 3 } as const;
/** Enough for text to leave a stream: 256 units may be held back. */
const MORE = 40;
/** UTF-16 units a token, roughly. */
const UNITS_A_TOKEN = 4;

/** All of them as one service, by the id of the model. It is in the place of Bedrock, behind the same gateway. */
export function createStandIns(): Model {
  return {
    async converse(call, signal) {
      if (call.model === STAND_INS.silent) return forever(signal);
      return answerOf(call, wordsOf(call));
    },
    async *converseStream(call, signal): AsyncGenerator<ModelEvent, void, undefined> {
      const text = wordsOf(call);
      const size = call.model === STAND_INS.leaks ? PIECE.leaks : PIECE.echo;
      for (let at = 0; at < text.length; at += size) {
        yield { kind: 'text', text: text.slice(at, at + size) };
      }
      if (call.model === STAND_INS.silent) await forever(signal);
      const { stop, tokens, verdict } = answerOf(call, text);
      yield { kind: 'end', stop, tokens, verdict };
    },
  };
}

function wordsOf(call: ModelCall): string {
  if (call.model === STAND_INS.busy) throw new ModelError('throttled');
  const given = call.blocks
    .flatMap(({ text, guarded }) => (guarded === 'no' ? [] : [text.trim()]))
    .join('; ');
  if (call.model === STAND_INS.leaks) return `Noted.${LEAK}`;
  const answer = `Noted: ${given}`;
  // a stream that breaks off has let something out by then
  return call.model === STAND_INS.silent ? `${answer}${' And so on.'.repeat(MORE)}` : answer;
}

function answerOf(call: ModelCall, text: string): ModelAnswer {
  return {
    text,
    stop: 'end',
    uses: [],
    tokens: {
      input: Math.ceil(givenTo(call).length / UNITS_A_TOKEN),
      output: Math.ceil(text.length / UNITS_A_TOKEN),
    },
    verdict: { action: 'none' },
  };
}

/** Prompt and documents as a model gets them. */
export function givenTo({ blocks }: ModelCall): string {
  return blocks.map(({ text }) => text).join('');
}

function forever(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new ModelError('timed-out')), { once: true });
  });
}
