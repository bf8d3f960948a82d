import { Deployed } from '../../../lib/compliance/deployed/deployed';
import { Estate } from '../../../lib/compliance/access-matrix/estate';
import { principalsOf } from '../../../lib/compliance/access-matrix/principals';
import { modelsOf } from '../../../lib/compliance/access-matrix/models';
import { rowsOf } from '../../../lib/compliance/access-matrix/rows';
import { assemblyOf } from '../../support/judge-template';
import { synthesize } from '../../support/synthesize';
import { governedStack } from './estate';
test('prof', () => {
  const t = synthesize(governedStack({ organization: true }));
  const out: string[] = [];
  for (let i = 0; i < 5; i++) { const a = assemblyOf(t as never); let s = performance.now();
   const lap = (n: string) => { const e = performance.now(); out.push(n + ' ' + (e - s).toFixed(1)); s = performance.now(); };
   const d = new Deployed(a); lap('deployed'); const e = new Estate(d); lap('estate'); const p = principalsOf(e, new Set(a.templates.map(x => x.path))); lap('principals'); const m = modelsOf(e, p, a); lap('models'); rowsOf(e, p, m.targets); lap('rows'); out.push(''); }
  require('fs').writeFileSync('/tmp/prof.txt', out.join('\n'));
});
test('prof2', () => {
  const t = synthesize(governedStack({ organization: true }));
  const a = assemblyOf(t as never); const d = new Deployed(a); const e = new Estate(d); const p = principalsOf(e, new Set(a.templates.map(x => x.path))); const m = modelsOf(e, p, a);
  rowsOf(e, p, m.targets);
  const { Session } = require('node:inspector');
  const session = new Session(); session.connect();
  session.post('Profiler.enable'); session.post('Profiler.setSamplingInterval', {interval: 200}); session.post('Profiler.start');
  rowsOf(e, p, m.targets); rowsOf(e, p, m.targets);
  session.post('Profiler.stop', (_: unknown, { profile }: any) => {
    const byId = new Map<number, any>(profile.nodes.map((n: any) => [n.id, n])); const parent = new Map<number, number>();
    for (const n of profile.nodes) for (const c of n.children ?? []) parent.set(c, n.id);
    const incl = new Map<string, number>();
    for (const s of profile.samples) { const seen = new Set<string>(); for (let id: number | undefined = s; id !== undefined; id = parent.get(id)) { const n = byId.get(id); const k = n.callFrame.functionName + ' ' + n.callFrame.url.split('/').pop() + ':' + n.callFrame.lineNumber; if (!seen.has(k)) { seen.add(k); incl.set(k, (incl.get(k) ?? 0) + 1); } } }
    require('fs').writeFileSync('/tmp/prof2.txt', [...incl].sort((a, b) => b[1] - a[1]).slice(0, 75).map(([k, v]) => (v / profile.samples.length * 100).toFixed(1) + '% ' + k).join('\n'));
  });
});
