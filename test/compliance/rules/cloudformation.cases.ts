import { nestedStackReadable } from '../../../lib/compliance/rules/cloudformation/nested-stack-readable';
import { resourceReadable } from '../../../lib/compliance/rules/cloudformation/resource-readable';
import { stackRetained } from '../../../lib/compliance/rules/cloudformation/stack-retained';
import { body, casesOf, OPEN, resource, seen, stack, subject } from '../../support/judge-template';

const STACK = 'AWS::CloudFormation::Stack';

export const cloudformationCases = [
  casesOf(nestedStackReadable, {
    'a template in the assembly is compliant': {
      stacks: [...subject(STACK, { TemplateURL: 'https://assets/nested.json' }).stacks, body({})],
      nested: { Subject: 'stack-2' },
    },
    'a template elsewhere is unknown': seen(
      subject(STACK, { TemplateURL: 'https://example.com/nested.json' }),
      'Properties.TemplateURL',
    ),
  }),
  casesOf(resourceReadable, {
    'a serverless type that is worked out is compliant': subject('AWS::Serverless::SimpleTable'),
    'an include among the properties is unknown': seen(
      subject('AWS::S3::Bucket', { 'Fn::Transform': { Name: 'AWS::Include' } }),
      'Properties',
    ),
    'an include deep in a property is unknown': seen(
      subject('AWS::S3::Bucket', { Tags: [{ 'Fn::Transform': { Name: 'AWS::Include' } }] }),
      'Properties.Tags.0',
    ),
    'a resource without a type is unknown': seen(stack({ Subject: { Properties: {} } }), ''),
    'a resource that is a text is unknown': seen(stack({ Subject: 'AWS::S3::Bucket' }), ''),
    'a resource that is a list is unknown': seen(stack({ Subject: [] }), ''),
    'a type that CloudFormation cannot have is unknown': seen(subject('aws s3 bucket'), ''),
    'a module is unknown': seen(subject('Org::Storage::Bucket::MODULE'), ''),
    'a list for properties is unknown': seen(
      stack({ Subject: { Type: 'AWS::S3::Bucket', Properties: [] } }),
      'Properties',
    ),
    'a serverless type nobody knows is unknown': seen(subject('AWS::Serverless::Novelty'), ''),
  }),
  casesOf(stackRetained, {
    'a stack that stays is compliant': stack({
      Subject: resource(STACK, {}, { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' }),
    }),
    'nothing said is a finding': seen(subject(STACK), 'DeletionPolicy', 'UpdateReplacePolicy'),
    'a stack that goes is a finding': stack({
      Subject: resource(STACK, {}, { DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Retain' }),
    }),
    'a policy left to a parameter is unknown': stack({
      Subject: resource(STACK, {}, { DeletionPolicy: OPEN, UpdateReplacePolicy: 'Retain' }),
    }),
  }),
];
