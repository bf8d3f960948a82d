import { parseArgs } from 'node:util';
import { diffEvidence } from '../../../lib/compliance/evidence/diff-evidence';
import { renderDiff } from '../../../lib/compliance/evidence/render-diff';
import { oneOf, parsed } from '../arguments';
import { EXIT, UsageError, type Verb } from '../verb';
import { readEvidence } from './read-evidence';

export const diffEvidences: Verb = async (argv, io) => {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { format: { type: 'string', default: 'table' } },
    }),
  );
  const format = oneOf('format', values.format, ['table', 'json']);
  const [before, after, ...more] = positionals;
  if (before === undefined || after === undefined || more.length > 0)
    throw new UsageError(
      `give two cloud assemblies, the earlier one first; ${positionals.length} were given`,
    );
  const diff = diffEvidence(readEvidence(before), readEvidence(after));
  io.stdout.write(format === 'json' ? `${JSON.stringify(diff, undefined, 2)}\n` : renderDiff(diff));
  // who judges less finds less: that is no better state
  return diff.appeared.length + diff.unjudged.length === 0 ? EXIT.fine : EXIT.findings;
};
