import type { Examples } from '../example';

const database = (password: string) => `
Database:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
    MasterUserPassword: ${password}
`;
const instance = (line: string) => `
Instance:
  Type: AWS::EC2::Instance
  Properties:
    UserData:
      Fn::Base64: |
        #!/bin/bash
        ${line}
`;
const variable = (name: string, value: string) => `
Function:
  Type: AWS::Lambda::Function
  Properties:
    Environment:
      Variables:
        ${name}: ${value}
`;
const authentication = (entry: string) => `
Instance:
  Type: AWS::EC2::Instance
  Metadata:
    AWS::CloudFormation::Authentication:
      Packages:
        ${entry}
`;
const FROM_SECRET = "'{{resolve:secretsmanager:records-database:SecretString:password}}'";

export const secretsExamples: Examples = {
  'secrets-authentication-metadata': {
    bad: authentication('{ type: basic, username: reader, password: not-a-real-one }'),
    good: authentication('{ type: S3, roleName: reader, buckets: [packages] }'),
  },
  'secrets-environment': {
    bad: variable('DB_PASSWORD', 'not-a-real-one'),
    good: variable('DB_SECRET', '!Ref Secret'),
  },
  'secrets-from-secure-service': { bad: database('not-a-real-one'), good: database(FROM_SECRET) },
  'secrets-no-credentials': {
    bad: variable('KEY', 'AKIAIOSFODNN7EXAMPLE'),
    good: variable('ROLE', '!GetAtt Role.Arn'),
  },
  'secrets-no-literal': { bad: database('not-a-real-one'), good: database(FROM_SECRET) },
  'secrets-user-data': {
    bad: instance('export DB_PASSWORD=not-a-real-one'),
    good: instance('export DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id db)'),
  },
  'secrets-user-name': {
    bad: database(`${FROM_SECRET}\n    MasterUsername: root`),
    good: database(
      `${FROM_SECRET}\n    MasterUsername: '{{resolve:secretsmanager:records-database:SecretString:username}}'`,
    ),
  },
};
