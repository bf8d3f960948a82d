/** The least template that breaks a rule, and the same one mended: members of `Resources`, in YAML with short forms. */
export interface Example {
  readonly bad: string;
  readonly good: string;
}

/** Examples by rule id; the docs and `hipaa-ai explain` show them, and a test judges each. */
export type Examples = Readonly<Record<string, Example>>;
