import { at, capitalized, listAt, present, textAt, type Json } from '../support/json';
import { tags, type Readers } from './reader';

function listed(policy: Json | undefined, member: string): Json | undefined {
  const items = listAt(policy, member);
  return items.length > 0 ? capitalized(items) : undefined;
}

export const bedrock: Readers = {
  'AWS::Bedrock::Guardrail': async (aws, arn) => {
    // by its id: the emulator has no route for an ARN
    const guardrailIdentifier = arn.slice(arn.indexOf('/') + 1);
    const guardrail = await aws.find('bedrock', 'GetGuardrail', { guardrailIdentifier });
    if (!guardrail) return undefined;
    const tagged = await aws.call('bedrock', 'ListTagsForResource', {
      resourceARN: textAt(guardrail, 'guardrailArn'),
    });
    return present({
      Name: at(guardrail, 'name'),
      Description: at(guardrail, 'description'),
      KmsKeyArn: at(guardrail, 'kmsKeyArn'),
      BlockedInputMessaging: at(guardrail, 'blockedInputMessaging'),
      BlockedOutputsMessaging: at(guardrail, 'blockedOutputsMessaging'),
      ContentPolicyConfig: present({ FiltersConfig: listed(at(guardrail, 'contentPolicy'), 'filters') }),
      SensitiveInformationPolicyConfig: present({
        PiiEntitiesConfig: listed(at(guardrail, 'sensitiveInformationPolicy'), 'piiEntities'),
        RegexesConfig: listed(at(guardrail, 'sensitiveInformationPolicy'), 'regexes'),
      }),
      TopicPolicyConfig: present({ TopicsConfig: listed(at(guardrail, 'topicPolicy'), 'topics') }),
      Tags: tags(listAt(tagged, 'tags'), 'key', 'value'),
    });
  },

  'AWS::Bedrock::GuardrailVersion': async (aws, physicalId) => {
    const [guardrailIdentifier = '', guardrailVersion = ''] = physicalId.split('|');
    const version = await aws.find('bedrock', 'GetGuardrail', { guardrailIdentifier, guardrailVersion });
    return (
      version &&
      present({ GuardrailIdentifier: at(version, 'guardrailId'), Description: at(version, 'description') })
    );
  },
};
