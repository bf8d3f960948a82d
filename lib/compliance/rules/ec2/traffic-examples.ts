import type { Examples } from '../example';

export const trafficExamples: Examples = {
  'ec2-network-acl-closed': {
    bad: `
Entry:
  Type: AWS::EC2::NetworkAclEntry
  Properties:
    CidrBlock: 0.0.0.0/0
    NetworkAclId: !Ref Acl
    PortRange:
      From: 443
      To: 443
    Protocol: 6
    RuleAction: allow
    RuleNumber: 100
`,
    good: `
Entry:
  Type: AWS::EC2::NetworkAclEntry
  Properties:
    CidrBlock: 10.20.0.0/24
    NetworkAclId: !Ref Acl
    PortRange:
      From: 443
      To: 443
    Protocol: 6
    RuleAction: allow
    RuleNumber: 100
`,
  },
  'ec2-network-acl-deny-all-ranges': {
    bad: `
Entry:
  Type: AWS::EC2::NetworkAclEntry
  Properties:
    NetworkAclId: acl-0a1b2c3d
    RuleNumber: 100
    Protocol: 6
    RuleAction: deny
    CidrBlock: 10.0.0.0/16
    PortRange:
      From: 443
      To: 443
`,
    good: `
Entry:
  Type: AWS::EC2::NetworkAclEntry
  Properties:
    NetworkAclId: acl-0a1b2c3d
    RuleNumber: 100
    Protocol: 6
    RuleAction: deny
    CidrBlock: 0.0.0.0/0
    PortRange:
      From: 443
      To: 443
`,
  },
  'ec2-network-acl-no-duplicates': {
    bad: `
One:
  Type: AWS::EC2::NetworkAclEntry
  Properties:
    { NetworkAclId: acl-1, RuleNumber: 100, Protocol: 6, RuleAction: allow, CidrBlock: 10.0.0.0/16 }
Other:
  Type: AWS::EC2::NetworkAclEntry
  Properties:
    { NetworkAclId: acl-1, RuleNumber: 100, Protocol: 6, RuleAction: deny, CidrBlock: 0.0.0.0/0 }
`,
    good: `
One:
  Type: AWS::EC2::NetworkAclEntry
  Properties:
    { NetworkAclId: acl-1, RuleNumber: 100, Protocol: 6, RuleAction: allow, CidrBlock: 10.0.0.0/16 }
Other:
  Type: AWS::EC2::NetworkAclEntry
  Properties:
    { NetworkAclId: acl-1, RuleNumber: 200, Protocol: 6, RuleAction: deny, CidrBlock: 0.0.0.0/0 }
`,
  },
  'ec2-network-acl-no-open-ingress': {
    bad: `
Entry:
  Type: AWS::EC2::NetworkAclEntry
  Properties:
    NetworkAclId: acl-0a1b2c3d
    RuleNumber: 100
    Protocol: 6
    RuleAction: allow
    CidrBlock: 0.0.0.0/0
    PortRange:
      From: 22
      To: 22
`,
    good: `
Entry:
  Type: AWS::EC2::NetworkAclEntry
  Properties:
    NetworkAclId: acl-0a1b2c3d
    RuleNumber: 100
    Protocol: 6
    RuleAction: allow
    CidrBlock: 0.0.0.0/0
    PortRange:
      From: 443
      To: 443
`,
  },
  'ec2-network-acl-no-overlap': {
    bad: `
Entry:
  Type: AWS::EC2::NetworkAclEntry
  Properties:
    NetworkAclId: acl-0a1b2c3d
    RuleNumber: 100
    Protocol: 6
    RuleAction: allow
    CidrBlock: 10.0.0.0/16
    PortRange:
      From: 443
      To: 443
Other:
  Type: AWS::EC2::NetworkAclEntry
  Properties:
    NetworkAclId: acl-0a1b2c3d
    RuleNumber: 200
    Protocol: 6
    RuleAction: deny
    CidrBlock: 0.0.0.0/0
    PortRange:
      From: 443
      To: 443
`,
    good: `
Entry:
  Type: AWS::EC2::NetworkAclEntry
  Properties:
    NetworkAclId: acl-0a1b2c3d
    RuleNumber: 100
    Protocol: 6
    RuleAction: allow
    CidrBlock: 10.0.0.0/16
    PortRange:
      From: 443
      To: 443
Other:
  Type: AWS::EC2::NetworkAclEntry
  Properties:
    NetworkAclId: acl-0a1b2c3d
    RuleNumber: 200
    Protocol: 6
    RuleAction: allow
    CidrBlock: 10.0.0.0/16
    PortRange:
      From: 444
      To: 500
`,
  },
  'ec2-network-acl-port-range': {
    bad: `
Entry:
  Type: AWS::EC2::NetworkAclEntry
  Properties:
    NetworkAclId: acl-0a1b2c3d
    RuleNumber: 100
    Protocol: 6
    RuleAction: allow
    CidrBlock: 10.0.0.0/16
    PortRange:
      From: 0
      To: 65535
`,
    good: `
Entry:
  Type: AWS::EC2::NetworkAclEntry
  Properties:
    NetworkAclId: acl-0a1b2c3d
    RuleNumber: 100
    Protocol: 6
    RuleAction: allow
    CidrBlock: 10.0.0.0/16
    PortRange:
      From: 443
      To: 443
`,
  },
  'ec2-network-acl-protocol': {
    bad: `
Entry:
  Type: AWS::EC2::NetworkAclEntry
  Properties:
    NetworkAclId: acl-0a1b2c3d
    RuleNumber: 100
    Protocol: -1
    RuleAction: allow
    CidrBlock: 10.0.0.0/16
    PortRange:
      From: 443
      To: 443
`,
    good: `
Entry:
  Type: AWS::EC2::NetworkAclEntry
  Properties:
    NetworkAclId: acl-0a1b2c3d
    RuleNumber: 100
    Protocol: 6
    RuleAction: allow
    CidrBlock: 10.0.0.0/16
    PortRange:
      From: 443
      To: 443
`,
  },
  'ec2-security-group-admin-ports-closed': {
    bad: `
Group:
  Type: AWS::EC2::SecurityGroup
  Properties:
    GroupDescription: portal
    SecurityGroupIngress:
      - IpProtocol: tcp
        FromPort: 22
        ToPort: 22
        CidrIp: 0.0.0.0/0
`,
    good: `
Group:
  Type: AWS::EC2::SecurityGroup
  Properties:
    GroupDescription: portal
    SecurityGroupIngress:
      - IpProtocol: tcp
        FromPort: 22
        ToPort: 22
        CidrIp: 10.0.0.0/8
`,
  },
  'ec2-security-group-cleartext-ports-closed': {
    bad: `
Group:
  Type: AWS::EC2::SecurityGroup
  Properties:
    GroupDescription: portal
    SecurityGroupIngress:
      - IpProtocol: tcp
        FromPort: 80
        ToPort: 80
        CidrIp: 0.0.0.0/0
`,
    good: `
Group:
  Type: AWS::EC2::SecurityGroup
  Properties:
    GroupDescription: portal
    SecurityGroupIngress:
      - IpProtocol: tcp
        FromPort: 443
        ToPort: 443
        CidrIp: 0.0.0.0/0
`,
  },
  'ec2-security-group-data-ports-closed': {
    bad: `
Group:
  Type: AWS::EC2::SecurityGroup
  Properties:
    GroupDescription: portal
    SecurityGroupIngress:
      - IpProtocol: tcp
        FromPort: 5432
        ToPort: 5432
        CidrIp: 0.0.0.0/0
`,
    good: `
Group:
  Type: AWS::EC2::SecurityGroup
  Properties:
    GroupDescription: portal
    SecurityGroupIngress:
      - IpProtocol: tcp
        FromPort: 5432
        ToPort: 5432
        SourceSecurityGroupId: sg-0a1b2c3d
`,
  },
  'ec2-security-group-egress-explicit': {
    bad: `
Group:
  Type: AWS::EC2::SecurityGroup
`,
    good: `
Group:
  Type: AWS::EC2::SecurityGroup
  Properties:
    SecurityGroupEgress:
      - IpProtocol: tcp
        FromPort: 443
        ToPort: 443
        CidrIp: 10.0.0.0/8
`,
  },
  'ec2-security-group-egress-open': {
    bad: `
Group:
  Type: AWS::EC2::SecurityGroup
  Properties:
    GroupDescription: portal
    SecurityGroupEgress:
      - IpProtocol: tcp
        FromPort: 443
        ToPort: 443
        CidrIp: 0.0.0.0/0
`,
    good: `
Group:
  Type: AWS::EC2::SecurityGroup
  Properties:
    GroupDescription: portal
    SecurityGroupEgress:
      - IpProtocol: tcp
        FromPort: 443
        ToPort: 443
        DestinationPrefixListId: pl-0a1b2c3d
`,
  },
  'ec2-security-group-egress-port-range': {
    bad: `
Group:
  Type: AWS::EC2::SecurityGroup
  Properties:
    SecurityGroupEgress:
      - IpProtocol: tcp
        FromPort: 443
        ToPort: 444
        CidrIp: 10.0.0.0/8
`,
    good: `
Group:
  Type: AWS::EC2::SecurityGroup
  Properties:
    SecurityGroupEgress:
      - IpProtocol: tcp
        FromPort: 443
        ToPort: 443
        CidrIp: 10.0.0.0/8
`,
  },
  'ec2-security-group-egress-protocol': {
    bad: `
Group:
  Type: AWS::EC2::SecurityGroup
  Properties:
    SecurityGroupEgress:
      - IpProtocol: '-1'
        CidrIp: 0.0.0.0/0
`,
    good: `
Group:
  Type: AWS::EC2::SecurityGroup
  Properties:
    SecurityGroupEgress:
      - IpProtocol: tcp
        FromPort: 443
        ToPort: 443
        CidrIp: 10.0.0.0/8
`,
  },
  'ec2-security-group-ingress-port-range': {
    bad: `
Group:
  Type: AWS::EC2::SecurityGroup
  Properties:
    SecurityGroupIngress:
      - IpProtocol: tcp
        FromPort: 443
        ToPort: 444
        CidrIp: 10.0.0.0/8
`,
    good: `
Group:
  Type: AWS::EC2::SecurityGroup
  Properties:
    SecurityGroupIngress:
      - IpProtocol: tcp
        FromPort: 443
        ToPort: 443
        CidrIp: 10.0.0.0/8
`,
  },
  'ec2-security-group-ingress-protocol': {
    bad: `
Group:
  Type: AWS::EC2::SecurityGroup
  Properties:
    GroupDescription: portal
    SecurityGroupIngress:
      - IpProtocol: '-1'
        CidrIp: 10.0.0.0/8
`,
    good: `
Group:
  Type: AWS::EC2::SecurityGroup
  Properties:
    GroupDescription: portal
    SecurityGroupIngress:
      - IpProtocol: tcp
        FromPort: 443
        ToPort: 443
        CidrIp: 10.0.0.0/8
`,
  },
  'ec2-security-group-no-open-ingress': {
    bad: `
Group:
  Type: AWS::EC2::SecurityGroup
  Properties:
    GroupDescription: portal
    SecurityGroupIngress:
      - IpProtocol: tcp
        FromPort: 443
        ToPort: 443
        CidrIp: 0.0.0.0/0
`,
    good: `
Group:
  Type: AWS::EC2::SecurityGroup
  Properties:
    GroupDescription: portal
    SecurityGroupIngress:
      - IpProtocol: tcp
        FromPort: 443
        ToPort: 443
        SourcePrefixListId: pl-0a1b2c3d
`,
  },
  'ec2-security-group-rules-described': {
    bad: `
Group:
  Type: AWS::EC2::SecurityGroup
  Properties:
    GroupDescription: portal
    SecurityGroupIngress:
      - IpProtocol: tcp
        FromPort: 443
        ToPort: 443
        CidrIp: 10.0.0.0/8
`,
    good: `
Group:
  Type: AWS::EC2::SecurityGroup
  Properties:
    GroupDescription: portal
    SecurityGroupIngress:
      - IpProtocol: tcp
        FromPort: 443
        ToPort: 443
        CidrIp: 10.0.0.0/8
        Description: from the gateway
`,
  },
  'ec2-security-group-single-source': {
    bad: `
Group:
  Type: AWS::EC2::SecurityGroup
  Properties:
    GroupDescription: portal
    SecurityGroupIngress:
      - IpProtocol: tcp
        FromPort: 443
        ToPort: 443
        CidrIp: 10.0.0.0/8
`,
    good: `
Group:
  Type: AWS::EC2::SecurityGroup
  Properties:
    GroupDescription: portal
    SecurityGroupIngress:
      - IpProtocol: tcp
        FromPort: 443
        ToPort: 443
        SourceSecurityGroupId: sg-0a1b2c3d
`,
  },
};
