import { unknown, type Rule } from '../../rule';
import { placesOf } from '../cloudformation/places';
import { requireSet } from '../cloudformation/set';
import { requireNumberedVersion } from './numbered-version';

/** Nodes that call a model; a knowledge base node without a model only looks up. Loops hold a flow of their own. */
const NODES = ['Definition.Nodes[]', 'Definition.Nodes[].Configuration.Loop?.Definition.Nodes[]'];
const CONFIGURATIONS = NODES.flatMap((node) => [
  `${node}.Configuration.Prompt?`,
  `${node}.Configuration.KnowledgeBase?`,
]);

export const flowGuardrail: Rule = {
  id: 'bedrock-flow-guardrail',
  title: 'nodes of flows that call a model have a guardrail of a numbered version',
  severity: 'error',
  controls: ['164.502(b)', '164.312(c)(1)', '164.308(a)(5)(ii)(B)'],
  profiles: ['hipaa', 'ai'],
  why: 'A flow calls models in its own name, past every guardrail that its callers are bound to.',
  fix: 'set GuardrailConfiguration on each prompt and knowledge base node, with the Version of a GuardrailVersion',
  resourceTypes: ['AWS::Bedrock::Flow'],
  check(flow) {
    const elsewhere = ['DefinitionString', 'DefinitionS3Location'].filter(
      (name) => flow.property(name).isPresent,
    );
    return [
      ...elsewhere.map((name) => unknown(`Properties.${name}`, 'is not read; its nodes need a guardrail')),
      ...placesOf(flow, ...CONFIGURATIONS)
        .filter((node) => !node.path.endsWith('.KnowledgeBase') || node.at('ModelId').isPresent)
        .flatMap((node) => {
          const guardrail = node.at('GuardrailConfiguration');
          const named = requireSet(guardrail.at('GuardrailIdentifier'), 'must name a guardrail');
          const present = guardrail.alternatives().filter((each) => each.isPresent);
          return [
            ...named,
            ...present.flatMap((each) => requireNumberedVersion(each.at('GuardrailVersion'))),
          ];
        }),
    ];
  },
};
