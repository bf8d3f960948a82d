import { Duration, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { PromptClass } from '../../contract/data-class';
import { ConfigurationError } from '../../errors';
import type { PhiKnowledgeBase } from '../knowledge/phi-knowledge-base';
import { checkActions, type AgentAction } from './agent-action';

/** A knowledge base an agent may ask. */
export interface AgentKnowledge {
  readonly base: PhiKnowledgeBase;
  /** When the agent should ask it: 1 to 200 characters. */
  readonly description: string;
}

/** Source: Bedrock API reference, CreateAgent, AssociateAgentKnowledgeBase. */
const NAME = /^(?:[0-9a-zA-Z][_-]?){1,100}$/u;
const INSTRUCTION = { least: 40, most: 4000 } as const;
const LONGEST_DESCRIPTION = 200;
const SESSION = { least: Duration.minutes(1), most: Duration.minutes(30) } as const;

export interface AgentChecks {
  readonly name: string;
  readonly instruction: string;
  readonly dataClass: PromptClass;
  readonly knowledge: readonly AgentKnowledge[];
  readonly actions: readonly AgentAction[];
  readonly idleSession: Duration;
}

/** @throws ConfigurationError for the first thing that cannot be used */
export function checkAgent(scope: IConstruct, props: AgentChecks): void {
  const refuse = (code: string, message: string): never => {
    throw new ConfigurationError(scope, code, message);
  };
  const { name, instruction, knowledge, dataClass, idleSession } = props;
  if (!Token.isUnresolved(name) && !NAME.test(name))
    refuse('AgentName', `name is '${name}'; give 1 to 100 letters, digits, and single '-' and '_'`);
  const { length } = instruction;
  if (!Token.isUnresolved(instruction) && (length < INSTRUCTION.least || length > INSTRUCTION.most))
    refuse(
      'AgentInstruction',
      `instruction has ${length} characters; give ${INSTRUCTION.least} to ${INSTRUCTION.most}`,
    );
  const seconds = idleSession.toSeconds();
  if (seconds < SESSION.least.toSeconds() || seconds > SESSION.most.toSeconds())
    refuse(
      'AgentSession',
      `idleSession is ${seconds} seconds; give ${SESSION.least.toSeconds()} to ${SESSION.most.toSeconds()}`,
    );
  for (const { base, description } of knowledge) {
    if (base.dataClass !== dataClass)
      refuse(
        'AgentKnowledge',
        `dataClass is ${dataClass} and the knowledge base ${base.node.path} is of ${base.dataClass}; an agent and what it looks up have one class`,
      );
    if (description.trim() === '' || description.length > LONGEST_DESCRIPTION)
      refuse(
        'AgentKnowledge',
        `the description of ${base.node.path} has ${description.length} characters; give 1 to ${LONGEST_DESCRIPTION}`,
      );
  }
  checkActions(scope, props.actions);
}
