import { pipeline } from 'node:stream/promises';
import { addCounts, type Counts } from '../../../lambda/redaction/category';
import type { RedactionContext, Subject } from '../../../lambda/redaction/operators/operator';
import type { TokenMap } from '../../../lambda/redaction/operators/token-map';
import type { Redaction, Redactor } from '../../../lambda/redaction/redactor';
import type { StructuredRedactorOptions } from '../../../lambda/redaction/structured';
import { UsageError, type Io } from '../verb';
import type { Format, Owner, Pass } from './format';
import type { Progress } from './progress';
import { redactionFailed } from './structured-kind';
import type { Source } from './source';

export interface JobProps {
  readonly redactor: Redactor;
  readonly progress: Progress;
  /** Whose texts all are that do not say so themselves. */
  readonly subject: string | undefined;
  /** Where the values behind tokens go. */
  readonly tokens: TokenMap | undefined;
}

/** One run of the verb: what it counted and what it could not use. */
export class Job {
  readonly counts: Counts = {};
  leftOut = 0;
  #subject: Subject = { reference: '' };

  readonly #pass: Pass = {
    redact: (text, owner) => this.#redact(text, owner),
    structured: (owner) => this.#structured(owner),
    count: (counts) => addCounts(this.counts, counts),
    leaveOut: (complaint) => {
      this.leftOut++;
      this.props.progress.clear();
      this.io.stderr.write(`hipaa-ai: ${complaint}\n`);
    },
    done: (bytes) => this.props.progress.add(bytes),
  };

  constructor(
    private readonly io: Io,
    private readonly props: JobProps,
  ) {}

  /** Writes under back-pressure. False when the reader has gone (`| head`), which is no error. */
  async run(source: Source, format: Format): Promise<boolean> {
    try {
      await pipeline(format(source, this.#pass), this.io.stdout, { end: false });
      return true;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EPIPE' || code === 'ERR_STREAM_PREMATURE_CLOSE') return false;
      if (error instanceof UsageError) throw error;
      if (typeof code === 'string') throw new UsageError(`cannot read ${source.name}: ${code}`);
      throw error;
    } finally {
      this.props.progress.clear();
    }
  }

  #redact(text: string, owner: Owner): Redaction {
    let redaction: Redaction;
    try {
      redaction = this.props.redactor.redact(text, this.#contextOf(owner));
    } catch {
      throw redactionFailed();
    }
    addCounts(this.counts, redaction.counts);
    return redaction;
  }

  #structured(owner: Owner): Required<StructuredRedactorOptions> {
    const context = this.#contextOf(owner);
    const { redactor } = this.props;
    return {
      redactor: { redact: (text) => redactor.redact(text, context) },
      replaceField: (field, value) => redactor.redactField(field, value, context),
    };
  }

  #contextOf(owner: Owner): RedactionContext {
    return { subject: this.#subjectOf(owner), tokens: this.props.tokens };
  }

  /** One object for texts of one subject that follow each other: their names keep their fakes. */
  #subjectOf(owner: Owner): Subject {
    const subject = 'subject' in owner ? owner.subject : this.props.subject;
    const reference =
      subject === undefined && 'record' in owner ? `record ${owner.record}` : `subject ${subject}`;
    if (this.#subject.reference !== reference) this.#subject = { reference };
    return this.#subject;
  }
}
