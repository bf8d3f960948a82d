/** What gives an attempt away. Two points refuse; what honest documents may say as well has one. */
const SIGNS = {
  /** "Disregard previous instructions" is said to patients too. */
  IGNORE_INSTRUCTIONS: {
    points: 1,
    pattern:
      /\b(?:ignore|disregard|forget|override|bypass)\b[^.\n]{0,40}\b(?:previous|prior|above|earlier|all|any|your|the)\b[^.\n]{0,30}\b(?:instructions?|prompts?|rules?|guidelines|directions?|context)\b/iu,
  },
  REVEAL_PROMPT: {
    points: 1,
    pattern:
      /\b(?:reveal|print|show|repeat|output|display|leak)\b[^.\n]{0,40}\b(?:system|hidden|initial|original|developer)\s+(?:prompt|instructions?|message)\b/iu,
  },
  NEW_ROLE: {
    points: 1,
    pattern:
      /\byou\s+are\s+(?:now|no\s+longer)\b|\bact\s+as\s+(?:an?\s+)?(?:unrestricted|different|new)\b|\bjailbr(?:eak|oken)\b|\bdeveloper\s+mode\b/iu,
  },
  SPEAKS_TO_MODEL: {
    points: 1,
    pattern:
      /\b(?:ai|language)\s+(?:assistant|model)s?\b[^.\n]{0,40}\b(?:must|should|shall|please|has\s+to|have\s+to)\b|\bas\s+an?\s+(?:ai|llm|language\s+model)\b/iu,
  },
  UNDO_REDACTION: {
    points: 1,
    pattern:
      /\b(?:reconstruct|guess|restore|decode|de-?anonymi[sz]e|re-?identify|unmask)\b[^.\n]{0,60}\b(?:names?|tokens?|placeholders?|redact\w*|identit\w+|patients?)\b/iu,
  },
  /** Marks of chat templates: no document of a clinic has them. */
  ROLE_MARKER: {
    points: 2,
    pattern:
      /<\|(?:im_start|im_end|system|user|assistant|endoftext)\|>|\[\/?INST\]|<<\/?SYS>>|<\/?(?:system|assistant)>|^\s*(?:###\s*)?(?:system|assistant)\s*:/imu,
  },
  /** What a model would write for a browser to fetch. */
  EXFILTRATION: {
    points: 2,
    pattern: /!\[[^\]\n]{0,200}\]\((?:https?:|\[URL)|<img\b[^>]{0,200}\bsrc\b/iu,
  },
  /** Tags of Unicode write ASCII that nobody sees; overrides turn the direction of what is seen. */
  HIDDEN_TEXT: {
    points: 2,
    pattern: /[\u{E0000}-\u{E007F}]|[\u202A-\u202E\u2066-\u2069]|[\u200B\u200C\u2060\uFEFF]{3,}/u,
  },
  ENCODED_PAYLOAD: { points: 1, pattern: /[A-Za-z0-9+/]{200,}={0,2}/u },
  /** The marks that we put around documents. */
  MARK_FORGED: { points: 2, pattern: /<\/?untrusted-/iu },
} as const satisfies Readonly<Record<string, { readonly points: 1 | 2; readonly pattern: RegExp }>>;

export type InjectionSign = keyof typeof SIGNS;

/** Points at which a document is refused. */
export const REFUSING_POINTS = 2;

export interface Screening {
  readonly signs: readonly InjectionSign[];
  readonly refused: boolean;
}

/**
 * Looks for instructions to the model in documents that nobody vouches for. A screen, no proof: whoever words an attack in
 * another way, or another language, passes it. What holds then are the marks around documents, the guardrail, the redaction of
 * what was sent and the reading of what comes back.
 */
export function screenInjection(documents: readonly string[]): Screening {
  const signs = new Set<InjectionSign>();
  let most = 0;
  for (const document of documents) {
    let points = 0;
    const plain = document.normalize('NFKC');
    for (const [name, sign] of Object.entries(SIGNS)) {
      if (!sign.pattern.test(document) && !sign.pattern.test(plain)) continue;
      signs.add(name as InjectionSign);
      points += sign.points;
    }
    most = Math.max(most, points);
  }
  return { signs: [...signs], refused: most >= REFUSING_POINTS };
}
