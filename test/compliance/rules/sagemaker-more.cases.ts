import { domainInVpc } from '../../../lib/compliance/rules/sagemaker/domain-in-vpc';
import { clusterInVpc } from '../../../lib/compliance/rules/sagemaker/cluster-in-vpc';
import { domainNoDocker } from '../../../lib/compliance/rules/sagemaker/domain-no-docker';
import { domainUserIdentity } from '../../../lib/compliance/rules/sagemaker/domain-user-identity';
import { endpointIsolated } from '../../../lib/compliance/rules/sagemaker/endpoint-isolated';
import { idleShutdown } from '../../../lib/compliance/rules/sagemaker/idle-shutdown';
import { policyNotPublic } from '../../../lib/compliance/rules/sagemaker/policy-not-public';
import { storesRetained } from '../../../lib/compliance/rules/sagemaker/stores-retained';
import { workforceInVpc } from '../../../lib/compliance/rules/sagemaker/workforce-in-vpc';
import { casesOf, OPEN, resource, seen, stack, subject } from '../../support/judge-template';

export const sagemakerMoreCases = [
  casesOf(clusterInVpc, {
    'the safe setting is compliant': subject('AWS::SageMaker::Cluster', {
      VpcConfig: { Subnets: ['subnet-1'] },
    }),
    'the unsafe setting is a finding': seen(
      subject('AWS::SageMaker::Cluster'),
      'Properties.VpcConfig.Subnets',
    ),
    'a setting left to a parameter is unknown': subject('AWS::SageMaker::Cluster', {
      VpcConfig: { Subnets: OPEN },
    }),
  }),
  casesOf(domainNoDocker, {
    'the safe setting is compliant': subject('AWS::SageMaker::Domain'),
    'the unsafe setting is a finding': seen(
      subject('AWS::SageMaker::Domain', {
        DomainSettings: { DockerSettings: { EnableDockerAccess: 'ENABLED' } },
      }),
      'Properties.DomainSettings.DockerSettings.EnableDockerAccess',
    ),
    'a setting left to a parameter is unknown': subject('AWS::SageMaker::Domain', { DomainSettings: OPEN }),
  }),
  casesOf(domainUserIdentity, {
    'the safe setting is compliant': subject('AWS::SageMaker::Domain', {
      DomainSettings: { ExecutionRoleIdentityConfig: 'USER_PROFILE_NAME' },
    }),
    'the unsafe setting is a finding': seen(
      subject('AWS::SageMaker::Domain'),
      'Properties.DomainSettings.ExecutionRoleIdentityConfig',
    ),
    'a setting left to a parameter is unknown': subject('AWS::SageMaker::Domain', { DomainSettings: OPEN }),
  }),
  casesOf(endpointIsolated, {
    'the safe setting is compliant': subject('AWS::SageMaker::EndpointConfig', {
      ExecutionRoleArn: 'r',
      EnableNetworkIsolation: true,
      VpcConfig: { Subnets: ['subnet-1'] },
    }),
    'the unsafe setting is a finding': seen(
      subject('AWS::SageMaker::EndpointConfig', {
        ExecutionRoleArn: 'r',
        EnableNetworkIsolation: false,
        VpcConfig: { Subnets: ['subnet-1'] },
      }),
      'Properties.EnableNetworkIsolation',
    ),
    'no subnets is a finding': seen(
      subject('AWS::SageMaker::EndpointConfig', { ExecutionRoleArn: 'r', EnableNetworkIsolation: true }),
      'Properties.VpcConfig.Subnets',
    ),
    'variants with models of their own is not applicable': subject('AWS::SageMaker::EndpointConfig'),
    'a setting left to a parameter is unknown': subject('AWS::SageMaker::EndpointConfig', {
      ExecutionRoleArn: 'r',
      EnableNetworkIsolation: OPEN,
      VpcConfig: { Subnets: ['subnet-1'] },
    }),
  }),
  casesOf(idleShutdown, {
    'the safe setting is compliant': subject('AWS::SageMaker::Space', {
      SpaceSettings: {
        JupyterLabAppSettings: { AppLifecycleManagement: { IdleSettings: { IdleTimeoutInMinutes: 120 } } },
      },
    }),
    'the unsafe setting is a finding': seen(
      subject('AWS::SageMaker::Space', {
        SpaceSettings: {
          JupyterLabAppSettings: { AppLifecycleManagement: { IdleSettings: { IdleTimeoutInMinutes: 121 } } },
        },
      }),
      'Properties.SpaceSettings.JupyterLabAppSettings.AppLifecycleManagement.IdleSettings.IdleTimeoutInMinutes',
    ),
    'the default is compliant': subject('AWS::SageMaker::Space'),
    'a user who idles for a day is a finding': subject('AWS::SageMaker::UserProfile', {
      UserSettings: {
        CodeEditorAppSettings: { AppLifecycleManagement: { IdleSettings: { IdleTimeoutInMinutes: 1440 } } },
      },
    }),
    'users of a domain who idle for a day is a finding': subject('AWS::SageMaker::Domain', {
      DefaultUserSettings: {
        JupyterLabAppSettings: { AppLifecycleManagement: { IdleSettings: { IdleTimeoutInMinutes: 1440 } } },
      },
    }),
    'a setting left to a parameter is unknown': subject('AWS::SageMaker::Space', {
      SpaceSettings: {
        JupyterLabAppSettings: { AppLifecycleManagement: { IdleSettings: { IdleTimeoutInMinutes: OPEN } } },
      },
    }),
  }),
  casesOf(policyNotPublic, {
    'the safe setting is compliant': subject('AWS::SageMaker::ModelPackageGroup', {
      ModelPackageGroupPolicy: {
        Statement: { Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: '*', Resource: '*' },
      },
    }),
    'the unsafe setting is a finding': seen(
      subject('AWS::SageMaker::ModelPackageGroup', {
        ModelPackageGroupPolicy: {
          Statement: { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' },
        },
      }),
      'Properties.ModelPackageGroupPolicy.Statement',
    ),
    'a setting left to a parameter is unknown': subject('AWS::SageMaker::ModelPackageGroup', {
      ModelPackageGroupPolicy: OPEN,
    }),
  }),
  casesOf(storesRetained, {
    'one that stays is compliant': stack({
      Subject: resource(
        'AWS::SageMaker::FeatureGroup',
        {},
        { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' },
      ),
    }),
    'one that goes is a finding': seen(
      subject('AWS::SageMaker::FeatureGroup'),
      'DeletionPolicy',
      'UpdateReplacePolicy',
    ),
    'one that goes when replaced is a finding': seen(
      stack({ Subject: resource('AWS::SageMaker::FeatureGroup', {}, { DeletionPolicy: 'Retain' }) }),
      'UpdateReplacePolicy',
    ),
  }),
  casesOf(workforceInVpc, {
    'the safe setting is compliant': subject('AWS::SageMaker::Workforce', {
      WorkforceVpcConfig: { Subnets: ['subnet-1'] },
    }),
    'the unsafe setting is a finding': seen(
      subject('AWS::SageMaker::Workforce'),
      'Properties.WorkforceVpcConfig.Subnets',
    ),
    'a setting left to a parameter is unknown': subject('AWS::SageMaker::Workforce', {
      WorkforceVpcConfig: { Subnets: OPEN },
    }),
  }),
  casesOf(domainInVpc, {
    'subnets is compliant': subject('AWS::SageMaker::Domain', { SubnetIds: ['subnet-1'] }),
    'no subnets is a finding': seen(subject('AWS::SageMaker::Domain'), 'Properties.SubnetIds'),
    'subnets left to a parameter is unknown': subject('AWS::SageMaker::Domain', { SubnetIds: OPEN }),
  }),
];
