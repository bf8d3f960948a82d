import { dnsNamesOf, PRIVATE_SERVICES } from '../../lib/network/private-service';
import { PUBLIC_AI_AS_OF, PUBLIC_AI_SERVICES } from '../../lib/contract/public-ai-services';
import { buildEgress as build, refusedEgress as refused } from './egress';
import { redirectionOf, resolves } from './dns-firewall-evaluator';
import { text, texts } from '../encryption/policy-evaluator';
import { at, list, logicalIdsOf, onlyResource, resourcesOf } from '../support/synthesize';

describe('in a closed VPC', () => {
  const template = build({ internalNames: ['*.mesh.internal', 'gateway.internal'] });

  test.each(['kms.us-east-1.amazonaws.com', 'ledger.mesh.internal', 'gateway.internal'])(
    '%s resolves',
    (name) => {
      expect(resolves(template, name)).toBe('resolved');
    },
  );

  test.each([
    'mesh.internal',
    'other.internal',
    'kms.us-west-2.amazonaws.com',
    'secretsmanager.us-east-1.amazonaws.com',
    'aGVsbG8.tunnel.example.com',
    'api.openai.com',
    '8.8.8.8.in-addr.arpa',
    'com',
  ])('%s does not', (name) => {
    expect(resolves(template, name)).toBe('blocked');
  });

  test('a blocked name has no address, and nothing is said of names below it', () => {
    const rules = list(
      onlyResource(template, 'AWS::Route53Resolver::FirewallRuleGroup').Properties['FirewallRules'],
    );
    const blocks = rules.filter((rule) => at(rule, 'Action') === 'BLOCK');
    expect(blocks.map((rule) => at(rule, 'BlockResponse'))).toEqual(['NODATA']);
    // CloudFormation refuses a response for anything but a block
    for (const rule of rules.filter((each) => at(each, 'Action') === 'ALLOW'))
      expect(rule).not.toHaveProperty('BlockResponse');
  });

  test('AWS may lead its names on; names of ours are followed by listed names only', () => {
    expect(redirectionOf(template, 'kms.us-east-1.amazonaws.com')).toBe('TRUST_REDIRECTION_DOMAIN');
    expect(redirectionOf(template, 'gateway.internal')).toBe('INSPECT_REDIRECTION_DOMAIN');
  });

  test('a query that the firewall cannot judge is not answered', () => {
    expect(onlyResource(template, 'AWS::Route53Resolver::FirewallConfig').Properties).toEqual({
      ResourceId: 'vpc-0a1b2c3d',
      FirewallFailOpen: 'DISABLED',
    });
  });

  test('the firewall holds for the VPC, cannot be changed in passing, and leaves room before and after', () => {
    const { Properties, DependsOn } = onlyResource(
      template,
      'AWS::Route53Resolver::FirewallRuleGroupAssociation',
    );
    expect(Properties).toMatchObject({ VpcId: 'vpc-0a1b2c3d', MutationProtection: 'ENABLED', Priority: 500 });
    // fails closed, and logs, before it filters
    const before = (type: string) =>
      expect(DependsOn).toEqual(expect.arrayContaining([...logicalIdsOf(template, type)]));
    before('AWS::Route53Resolver::FirewallConfig');
    before('AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation');
  });

  test('without internal names there is no list for them', () => {
    expect(resourcesOf(build(), 'AWS::Route53Resolver::FirewallDomainList')).toHaveLength(2);
    expect(resourcesOf(template, 'AWS::Route53Resolver::FirewallDomainList')).toHaveLength(3);
  });
});

describe('the names', () => {
  test.each([
    ['*', 'has fewer than two labels'],
    ['*.com', 'has fewer than two labels'],
    ['localhost', 'has fewer than two labels'],
    ['a.*.internal', 'is no host name in lower case'],
    ['Mesh.internal', 'is no host name in lower case'],
    ['mesh.internal.', 'is no host name in lower case'],
    ['-a.internal', 'is no host name in lower case'],
    [`${'a'.repeat(64)}.internal`, 'is no host name in lower case'],
    [`${'a.'.repeat(128)}aa`, 'is longer than 255 characters'],
  ])('%s are refused', (name, why) => {
    const error = refused({ internalNames: [name] });
    expect(error.code).toBe('Names');
    expect(error.message).toContain(`the name '${name}' ${why}`);
    expect(refused({ endpointNames: [name] }).code).toBe('Names');
  });

  test.each(['*.b.c', 'b.c', `${'a'.repeat(63)}.internal`, '_x.internal', `${'a.'.repeat(127)}a`])(
    '%s are taken',
    (name) => {
      expect(resolves(build({ internalNames: [name] }), name.replace('*', 'x'))).toBe('resolved');
    },
  );

  test('none at all are refused, as nothing would resolve', () => {
    expect(refused({ endpointNames: [] }).code).toBe('Names');
    expect(resolves(build({ endpointNames: [], internalNames: ['a.internal'] }), 'a.internal')).toBe(
      'resolved',
    );
  });
});

describe('in a watched VPC', () => {
  const template = build({ mode: 'watched', endpointNames: [] });

  test.each(['openai.com', 'api.openai.com', 'claude.ai', 'generativelanguage.googleapis.com'])(
    '%s does not resolve',
    (name) => {
      expect(resolves(template, name)).toBe('blocked');
    },
  );

  test.each(['storage.googleapis.com', 'example.com', 'notopenai.com'])('%s does', (name) => {
    expect(resolves(template, name)).toBe('resolved');
  });

  test('every name of AWS that an endpoint answers to does', () => {
    const names = PRIVATE_SERVICES.flatMap((service) => dnsNamesOf(service, 'us-east-1'));
    for (const name of names)
      expect([
        name,
        resolves(template, name.replace(/^\*/u, 'x').replace(/\$\{Token[^}]*\}/gu, 'amazonaws.com')),
      ]).toEqual([name, 'resolved']);
  });

  test('the alarm says what was asked for', () => {
    expect(text(onlyResource(template, 'AWS::CloudWatch::Alarm').Properties['AlarmDescription'])).toContain(
      'asked for a public AI service',
    );
  });
});

describe('the list of public AI services', () => {
  const domains = PUBLIC_AI_SERVICES.flatMap((service) => service.domains);

  test('has a day, and each name once, without wildcards', () => {
    expect(PUBLIC_AI_AS_OF).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
    expect(new Set(domains).size).toBe(domains.length);
    for (const domain of domains) expect(domain).toMatch(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/u);
  });

  test('is in order, so that a change is seen', () => {
    const names = PUBLIC_AI_SERVICES.map(({ name }) => name.toLowerCase());
    expect(names).toEqual([...names].sort());
  });

  test('never hits AWS', () => {
    for (const domain of domains)
      expect(domain).not.toMatch(/(?:^|\.)(?:amazonaws|amazon|aws|awsapps|cloudfront)\./u);
    for (const domain of domains) expect(domain).not.toMatch(/(?:^|\.)aws$/u);
  });
});

describe('queries', () => {
  const template = build();
  const group = onlyResource(template, 'AWS::Logs::LogGroup');
  const [groupId = ''] = logicalIdsOf(template, 'AWS::Logs::LogGroup');

  test('are logged for the VPC, under our key, for as long as was asked', () => {
    const config = onlyResource(template, 'AWS::Route53Resolver::ResolverQueryLoggingConfig');
    expect(text(config.Properties['DestinationArn'])).toBe(`<${groupId}.Arn>`);
    expect(
      onlyResource(template, 'AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation').Properties,
    ).toMatchObject({ ResourceId: 'vpc-0a1b2c3d' });
    expect(text(group.Properties['KmsKeyId'])).toMatch(/^<LogKey.*\.Arn>$/u);
    expect(group).toMatchObject({ Properties: { RetentionInDays: 2192 }, UpdateReplacePolicy: 'Retain' });
  });

  test('are written by log delivery for this account alone', () => {
    const policy = onlyResource(template, 'AWS::Logs::ResourcePolicy').Properties['PolicyDocument'];
    const written = text(policy);
    expect(written).toContain('delivery.logs.amazonaws.com');
    expect(written).toContain('"aws:SourceAccount":"111122223333"');
    expect(written).toContain('"aws:SourceArn":"arn:aws:logs:us-east-1:111122223333:*"');
    expect(onlyResource(template, 'AWS::Route53Resolver::ResolverQueryLoggingConfig').DependsOn).toEqual(
      logicalIdsOf(template, 'AWS::Logs::ResourcePolicy'),
    );
  });

  test('that were blocked ring from the first on', () => {
    const filter = onlyResource(template, 'AWS::Logs::MetricFilter').Properties;
    expect(filter['FilterPattern']).toBe('{ $.firewall_rule_action = "BLOCK" }');
    expect(text(filter['LogGroupName'])).toBe(`<${groupId}>`);
    const alarm = onlyResource(template, 'AWS::CloudWatch::Alarm').Properties;
    expect(alarm).toMatchObject({
      Threshold: 1,
      EvaluationPeriods: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      Statistic: 'Sum',
      Namespace: 'HipaaAi/Egress',
      MetricName: at(filter['MetricTransformations'], 0, 'MetricName'),
    });
    const [topic = ''] = logicalIdsOf(template, 'AWS::SNS::Topic');
    expect(texts(alarm['AlarmActions'])).toEqual([`<${topic}>`]);
    expect(texts(alarm['InsufficientDataActions'])).toEqual([`<${topic}>`]);
  });
});
