import { size } from './tables.mjs';

const rounded = (value, digits) => Number(value.toFixed(digits));
const figure = (name, value, unit, better, more = {}) => ({ name, value, unit, better, ...more });

/** What a machine reads: bench/results/redaction.json. `peer` is our value where the figure is a peer's. */
export function figuresOf({ ours, peers, growth, sizes, fresh, tools }) {
  return [
    ...[ours, ...peers].flatMap((each) => accuracy(each, tools)),
    ...[ours, ...peers].flatMap((each) => speed(each, ours)),
    ...growth.curve.map(({ bytes, ms }) =>
      figure(`document of ${size(bytes)}`, rounded(bytes / 1000 / ms, 3), 'MB per CPU second', 'higher'),
    ),
    ...growth.hostile.map(({ name, growth: rate }) =>
      figure(`hostile ${name}`, rounded(rate, 3), 'time per doubling', 'lower'),
    ),
    figure('engine', rounded(sizes.engine / 1000, 1), 'KB', 'lower'),
    figure('handler without the SDK', rounded(sizes.handler / 1000, 1), 'KB', 'lower'),
    figure('added to a cold start', rounded(fresh.coldCpuMs, 1), 'CPU ms', 'lower'),
    figure('memory after the first answer', rounded(fresh.firstMb, 1), 'MB', 'lower'),
    figure('memory after a document of 1 MB', rounded(fresh.documentMb, 1), 'MB', 'lower'),
  ];
}

function accuracy({ name, results }, { wrongPerThousandWords }) {
  return results.flatMap(({ name: source, labelled, score }) => {
    const { identifiers, hit, full } = score.overall;
    const wrong = rounded(wrongPerThousandWords(score), 2);
    const shares = [
      figure(`${name} hit on ${source}`, rounded(hit / identifiers, 4), 'share', 'higher'),
      figure(`${name} fully covered on ${source}`, rounded(full / identifiers, 4), 'share', 'higher'),
    ];
    return [
      ...(labelled ? shares : []),
      figure(`${name} wrong on ${source}`, wrong, 'redactions per 1,000 words', 'lower'),
    ];
  });
}

function speed(each, ours) {
  return ['notes', 'prompts'].map((kind) =>
    figure(`${each.name} on ${kind}`, rounded(each[kind], 3), 'MB per CPU second', 'higher', {
      ...(each !== ours && { peer: rounded(ours[kind], 3), ratio: rounded(each[kind] / ours[kind], 3) }),
    }),
  );
}
