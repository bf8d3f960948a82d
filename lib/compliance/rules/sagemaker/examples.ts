import type { Examples } from '../example';

export const sagemakerExamples: Examples = {
  'sagemaker-customer-key': {
    bad: `
EndpointConfig:
  Type: AWS::SageMaker::EndpointConfig
  Properties:
    KmsKeyId: alias/aws/sagemaker
`,
    good: `
EndpointConfig:
  Type: AWS::SageMaker::EndpointConfig
  Properties:
    KmsKeyId: !GetAtt Key.Arn
Key:
  Type: AWS::KMS::Key
`,
  },
  'sagemaker-domain-single-sign-on': {
    bad: `
Domain:
  Type: AWS::SageMaker::Domain
  Properties:
    AuthMode: IAM
`,
    good: `
Domain:
  Type: AWS::SageMaker::Domain
  Properties:
    AuthMode: SSO
`,
  },
  'sagemaker-domain-vpc-only': {
    bad: `
Domain:
  Type: AWS::SageMaker::Domain
  Properties:
    AppNetworkAccessType: PublicInternetOnly
`,
    good: `
Domain:
  Type: AWS::SageMaker::Domain
  Properties:
    AppNetworkAccessType: VpcOnly
`,
  },
  'sagemaker-endpoint-no-shell': {
    bad: `
EndpointConfig:
  Type: AWS::SageMaker::EndpointConfig
  Properties:
    ProductionVariants:
      - VariantName: main
        EnableSSMAccess: true
`,
    good: `
EndpointConfig:
  Type: AWS::SageMaker::EndpointConfig
  Properties:
    ProductionVariants:
      - VariantName: main
`,
  },
  'sagemaker-job-in-vpc': {
    bad: `
ProcessingJob:
  Type: AWS::SageMaker::ProcessingJob
  Properties:
    NetworkConfig:
      EnableNetworkIsolation: true
`,
    good: `
ProcessingJob:
  Type: AWS::SageMaker::ProcessingJob
  Properties:
    NetworkConfig:
      VpcConfig:
        Subnets: [!Ref Subnet]
        SecurityGroupIds: [!GetAtt Group.GroupId]
Subnet:
  Type: AWS::EC2::Subnet
Group:
  Type: AWS::EC2::SecurityGroup
`,
  },
  'sagemaker-job-isolated': {
    bad: `
ProcessingJob:
  Type: AWS::SageMaker::ProcessingJob
  Properties:
    NetworkConfig:
      EnableNetworkIsolation: false
`,
    good: `
ProcessingJob:
  Type: AWS::SageMaker::ProcessingJob
  Properties:
    NetworkConfig:
      EnableNetworkIsolation: true
`,
  },
  'sagemaker-job-traffic-encrypted': {
    bad: `
ProcessingJob:
  Type: AWS::SageMaker::ProcessingJob
  Properties:
    NetworkConfig:
      EnableInterContainerTrafficEncryption: false
`,
    good: `
ProcessingJob:
  Type: AWS::SageMaker::ProcessingJob
  Properties:
    NetworkConfig:
      EnableInterContainerTrafficEncryption: true
`,
  },
  'sagemaker-model-in-vpc': {
    bad: `
Model:
  Type: AWS::SageMaker::Model
  Properties:
    EnableNetworkIsolation: true
`,
    good: `
Model:
  Type: AWS::SageMaker::Model
  Properties:
    VpcConfig:
      Subnets: [!Ref Subnet]
      SecurityGroupIds: [!GetAtt Group.GroupId]
Subnet:
  Type: AWS::EC2::Subnet
Group:
  Type: AWS::EC2::SecurityGroup
`,
  },
  'sagemaker-model-isolated': {
    bad: `
Model:
  Type: AWS::SageMaker::Model
`,
    good: `
Model:
  Type: AWS::SageMaker::Model
  Properties:
    EnableNetworkIsolation: true
`,
  },
  'sagemaker-notebook-imds-v2': {
    bad: `
NotebookInstance:
  Type: AWS::SageMaker::NotebookInstance
  Properties:
    InstanceType: ml.t3.medium
`,
    good: `
NotebookInstance:
  Type: AWS::SageMaker::NotebookInstance
  Properties:
    InstanceType: ml.t3.medium
    InstanceMetadataServiceConfiguration:
      MinimumInstanceMetadataServiceVersion: '2'
`,
  },
  'sagemaker-notebook-in-vpc': {
    bad: `
NotebookInstance:
  Type: AWS::SageMaker::NotebookInstance
  Properties:
    InstanceType: ml.t3.medium
`,
    good: `
NotebookInstance:
  Type: AWS::SageMaker::NotebookInstance
  Properties:
    InstanceType: ml.t3.medium
    SubnetId: !Ref Subnet
    SecurityGroupIds: [!GetAtt Group.GroupId]
Subnet:
  Type: AWS::EC2::Subnet
Group:
  Type: AWS::EC2::SecurityGroup
`,
  },
  'sagemaker-notebook-no-internet': {
    bad: `
NotebookInstance:
  Type: AWS::SageMaker::NotebookInstance
  Properties:
    InstanceType: ml.t3.medium
`,
    good: `
NotebookInstance:
  Type: AWS::SageMaker::NotebookInstance
  Properties:
    InstanceType: ml.t3.medium
    DirectInternetAccess: Disabled
`,
  },
  'sagemaker-notebook-no-root': {
    bad: `
NotebookInstance:
  Type: AWS::SageMaker::NotebookInstance
  Properties:
    InstanceType: ml.t3.medium
`,
    good: `
NotebookInstance:
  Type: AWS::SageMaker::NotebookInstance
  Properties:
    InstanceType: ml.t3.medium
    RootAccess: Disabled
`,
  },
  'sagemaker-sharing-no-output': {
    bad: `
UserProfile:
  Type: AWS::SageMaker::UserProfile
  Properties:
    UserSettings:
      SharingSettings:
        NotebookOutputOption: Allowed
`,
    good: `
UserProfile:
  Type: AWS::SageMaker::UserProfile
  Properties:
    UserSettings:
      SharingSettings:
        NotebookOutputOption: Disabled
`,
  },
  'sagemaker-storage-encrypted': {
    bad: `
NotebookInstance:
  Type: AWS::SageMaker::NotebookInstance
  Properties:
    InstanceType: ml.t3.medium
`,
    good: `
NotebookInstance:
  Type: AWS::SageMaker::NotebookInstance
  Properties:
    InstanceType: ml.t3.medium
    KmsKeyId: !GetAtt Key.Arn
Key:
  Type: AWS::KMS::Key
`,
  },
  'sagemaker-workforce-source-ip': {
    bad: `
Workforce:
  Type: AWS::SageMaker::Workforce
  Properties:
    SourceIpConfig:
      Cidrs: [0.0.0.0/0]
`,
    good: `
Workforce:
  Type: AWS::SageMaker::Workforce
  Properties:
    SourceIpConfig:
      Cidrs: [192.0.2.0/24]
`,
  },
  'sagemaker-cluster-in-vpc': {
    bad: `
Cluster:
  Type: AWS::SageMaker::Cluster
  Properties:
    ClusterName: training
`,
    good: `
Cluster:
  Type: AWS::SageMaker::Cluster
  Properties:
    ClusterName: training
    VpcConfig:
      Subnets: [!Ref Subnet]
Subnet:
  Type: AWS::EC2::Subnet
`,
  },
  'sagemaker-domain-no-docker': {
    bad: `
Domain:
  Type: AWS::SageMaker::Domain
  Properties:
    DomainSettings:
      DockerSettings:
        EnableDockerAccess: ENABLED
`,
    good: `
Domain:
  Type: AWS::SageMaker::Domain
  Properties:
    DomainName: research
`,
  },
  'sagemaker-domain-user-identity': {
    bad: `
Domain:
  Type: AWS::SageMaker::Domain
  Properties:
    DomainName: research
`,
    good: `
Domain:
  Type: AWS::SageMaker::Domain
  Properties:
    DomainSettings:
      ExecutionRoleIdentityConfig: USER_PROFILE_NAME
`,
  },
  'sagemaker-endpoint-isolated': {
    bad: `
EndpointConfig:
  Type: AWS::SageMaker::EndpointConfig
  Properties:
    ExecutionRoleArn: arn:aws:iam::111122223333:role/model
`,
    good: `
EndpointConfig:
  Type: AWS::SageMaker::EndpointConfig
  Properties:
    ExecutionRoleArn: arn:aws:iam::111122223333:role/model
    EnableNetworkIsolation: true
    VpcConfig:
      Subnets: [!Ref Subnet]
Subnet:
  Type: AWS::EC2::Subnet
`,
  },
  'sagemaker-idle-shutdown': {
    bad: `
Space:
  Type: AWS::SageMaker::Space
  Properties:
    SpaceSettings:
      JupyterLabAppSettings:
        AppLifecycleManagement:
          IdleSettings:
            IdleTimeoutInMinutes: 1440
`,
    good: `
Space:
  Type: AWS::SageMaker::Space
  Properties:
    SpaceSettings:
      JupyterLabAppSettings:
        AppLifecycleManagement:
          IdleSettings:
            IdleTimeoutInMinutes: 60
`,
  },
  'sagemaker-policy-not-public': {
    bad: `
ModelPackageGroup:
  Type: AWS::SageMaker::ModelPackageGroup
  Properties:
    ModelPackageGroupPolicy:
      Statement:
        Effect: Allow
        Principal: '*'
        Action: sagemaker:DescribeModelPackage
        Resource: '*'
`,
    good: `
ModelPackageGroup:
  Type: AWS::SageMaker::ModelPackageGroup
  Properties:
    ModelPackageGroupPolicy:
      Statement:
        Effect: Allow
        Principal:
          AWS: '111122223333'
        Action: sagemaker:DescribeModelPackage
        Resource: '*'
`,
  },
  'sagemaker-stores-retained': {
    bad: `
FeatureGroup:
  Type: AWS::SageMaker::FeatureGroup
`,
    good: `
FeatureGroup:
  Type: AWS::SageMaker::FeatureGroup
  DeletionPolicy: Retain
  UpdateReplacePolicy: Retain
`,
  },
  'sagemaker-workforce-in-vpc': {
    bad: `
Workforce:
  Type: AWS::SageMaker::Workforce
  Properties:
    WorkforceName: coders
`,
    good: `
Workforce:
  Type: AWS::SageMaker::Workforce
  Properties:
    WorkforceName: coders
    WorkforceVpcConfig:
      Subnets: [!Ref Subnet]
Subnet:
  Type: AWS::EC2::Subnet
`,
  },
  'sagemaker-domain-in-vpc': {
    bad: `
Domain:
  Type: AWS::SageMaker::Domain
  Properties:
    AuthMode: SSO
`,
    good: `
Domain:
  Type: AWS::SageMaker::Domain
  Properties:
    AuthMode: SSO
    SubnetIds: [subnet-0a1b2c3d4e5f60718]
`,
  },
};
