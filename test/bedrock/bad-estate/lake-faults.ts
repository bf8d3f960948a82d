import { aws_iam as iam } from 'aws-cdk-lib';
import type { Fault } from './fault';
import { resourceOf } from './parts';

export const LAKE_FAULTS: readonly Fault[] = [
  {
    name: 'shared data lake: the bucket of records lets research in',
    make: ({ lake }) =>
      lake.records.addToResourcePolicy(
        new iam.PolicyStatement({
          principals: [new iam.ArnPrincipal(lake.research.roleArn)],
          actions: ['s3:GetObject'],
          resources: [lake.records.arnForObjects('*')],
        }),
      ),
    findings: [
      'graph-grant-in-one-zone Lake/Records/Resource/Policy/Resource',
      'graph-principal-in-one-zone Lake/Research/Resource',
    ],
  },
  {
    name: 'role that reads records and writes what is published',
    make: ({ lake }) =>
      lake.care.addStatements(
        new iam.PolicyStatement({
          actions: ['s3:PutObject'],
          resources: [lake.published.arnForObjects('*')],
        }),
      ),
    findings: ['graph-principal-in-one-zone Lake/Care/Resource'],
  },
  {
    name: 'records outside production',
    make: ({ lake }) =>
      resourceOf(lake.records).addPropertyOverride('Tags', [
        { Key: 'hipaa-ai:data-class', Value: 'PHI' },
        { Key: 'hipaa-ai:stage', Value: 'non-production' },
      ]),
    findings: ['governance-phi-in-production Lake/Records/Resource/Resource'],
  },
  {
    name: 'store that does not say what it holds',
    make: ({ knowledge }) =>
      knowledge.collection.addPropertyOverride('Tags', [{ Key: 'owner', Value: 'library' }]),
    findings: ['governance-store-classified Knowledge/Collection'],
  },
];
