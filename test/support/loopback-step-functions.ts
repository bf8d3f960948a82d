import { randomUUID } from 'node:crypto';
import { GATEWAY_STATE_PREFIX, TASK_TOKEN_OBJECT } from '../../lib/contract/gateway';
import type { LoopbackS3 } from './loopback-s3';
import { LoopbackService, type ServiceAnswer, type ServiceRequest } from './loopback-service';

/** An execution as the service knows it. */
export interface Execution {
  readonly name: string;
  readonly input: string;
  readonly token: string;
  /** Undefined while it waits. */
  output?: string;
}

type Fault = ServiceAnswer | undefined;

/**
 * Step Functions on loopback with one state machine whose only task waits: it leaves its token in a bucket, as the machine of
 * `HumanOversight` does, and takes an answer once.
 */
export class LoopbackStepFunctions {
  static readonly MACHINE = 'arn:aws:states:us-east-1:111122223333:stateMachine:oversight';
  readonly executions = new Map<string, Execution>();
  /** What goes wrong with an operation, before anything is done. */
  fault: (operation: string) => Fault = () => undefined;
  /** The answer is lost when all is done. */
  losesAnswers = false;
  /** Whether tasks leave their tokens when they begin. */
  leavesTokens = true;
  #service: LoopbackService | undefined;

  private constructor(
    private readonly s3: LoopbackS3,
    private readonly bucket: string,
  ) {}

  static async start(s3: LoopbackS3, bucket: string): Promise<LoopbackStepFunctions> {
    const made = new LoopbackStepFunctions(s3, bucket);
    made.#service = await LoopbackService.start('http1', (request) => made.#answer(request));
    return made;
  }

  get endpoint(): string {
    return this.#service?.endpoint ?? '';
  }

  /** Every call, as `operation body`. */
  get calls(): readonly string[] {
    return (this.#service?.requests ?? []).map(
      ({ target, body }) => `${operationOf(target)} ${JSON.stringify(body)}`,
    );
  }

  async stop(): Promise<void> {
    await this.#service?.stop();
  }

  /** A task that begins late leaves its token now. */
  leave(name: string): void {
    const { before, after } = TASK_TOKEN_OBJECT;
    const taskToken = this.executions.get(name)?.token;
    const key = `${GATEWAY_STATE_PREFIX}${before}${name}${after}`;
    this.s3.put(this.bucket, key, Buffer.from(JSON.stringify({ taskToken })));
  }

  /** The time of a task is over. */
  expire(name: string): void {
    const execution = this.executions.get(name);
    if (execution !== undefined) execution.output = '{"decision":"expired"}';
  }

  #answer({ target, body }: ServiceRequest): ServiceAnswer {
    const operation = operationOf(target);
    const fault = this.fault(operation);
    if (fault !== undefined) return fault;
    const given = body as Readonly<Record<string, string>>;
    const done = operation === 'StartExecution' ? this.#start(given) : this.#succeed(given);
    return this.losesAnswers ? 'hang-up' : done;
  }

  #start({ name = '', input = '', stateMachineArn }: Readonly<Record<string, string>>): ServiceAnswer {
    if (stateMachineArn !== LoopbackStepFunctions.MACHINE) return failure('StateMachineDoesNotExist');
    const before = this.executions.get(name);
    // the same input while it waits is the same execution
    if (before !== undefined && (before.input !== input || before.output !== undefined))
      return failure('ExecutionAlreadyExists');
    if (before === undefined) {
      this.executions.set(name, { name, input, token: randomUUID() });
      if (this.leavesTokens) this.leave(name);
    }
    return { body: { executionArn: `${stateMachineArn}:${name}`, startDate: 1 } };
  }

  #succeed({ taskToken, output = '' }: Readonly<Record<string, string>>): ServiceAnswer {
    const execution = [...this.executions.values()].find(({ token }) => token === taskToken);
    if (execution === undefined) return failure('InvalidToken');
    if (execution.output !== undefined) return failure('TaskTimedOut');
    execution.output = output;
    return { body: {} };
  }
}

export function failure(name: string, status = 400): ServiceAnswer {
  return { status, body: { __type: `com.amazonaws.swf.service.v2.model#${name}`, message: name } };
}

function operationOf(target: string | undefined): string {
  return target?.split('.').at(-1) ?? '';
}
