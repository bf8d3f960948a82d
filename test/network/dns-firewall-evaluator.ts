// Reads DNS firewall rules by what they mean, so that tests ask "does this name resolve?" and not how it is written.
import { at, list, onlyResource, type CloudTemplate } from '../support/synthesize';
import { REGION, text } from '../encryption/policy-evaluator';

/** `*` for everything, `*.name` for what is below a name, or the name itself. Source: Route 53 guide, "Managing your own domain lists". */
function covers(pattern: string, name: string): boolean {
  if (pattern === '*') return true;
  return pattern.startsWith('*.') ? name.endsWith(pattern.slice(1)) : pattern === name;
}

/** What the first rule that matches does; a query that none matches goes out. */
export function resolves(template: CloudTemplate, name: string): 'resolved' | 'blocked' {
  const rules = list(
    onlyResource(template, 'AWS::Route53Resolver::FirewallRuleGroup').Properties['FirewallRules'],
  );
  const ordered = [...rules].sort(
    (one, other) => Number(at(one, 'Priority')) - Number(at(other, 'Priority')),
  );
  const first = ordered.find((rule) =>
    namesIn(template, text(at(rule, 'FirewallDomainListId'))).some((pattern) => covers(pattern, name)),
  );
  return first !== undefined && at(first, 'Action') === 'BLOCK' ? 'blocked' : 'resolved';
}

/** How a rule treats names that the one it allows leads to. */
export function redirectionOf(template: CloudTemplate, name: string): string | undefined {
  const rules = list(
    onlyResource(template, 'AWS::Route53Resolver::FirewallRuleGroup').Properties['FirewallRules'],
  );
  const rule = rules.find((each) =>
    namesIn(template, text(at(each, 'FirewallDomainListId'))).some((pattern) => covers(pattern, name)),
  );
  return rule === undefined ? undefined : text(at(rule, 'FirewallDomainRedirectionAction'));
}

function namesIn(template: CloudTemplate, reference: string): readonly string[] {
  const id = /^<(\w+)\.Id>$/u.exec(reference)?.[1] ?? '';
  return list(template.Resources[id]?.Properties['Domains']).map((name) =>
    text(name).replaceAll('<AWS::URLSuffix>', 'amazonaws.com').replaceAll('<AWS::Region>', REGION),
  );
}
