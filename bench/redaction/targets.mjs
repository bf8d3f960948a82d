// What the product aims at. Only those that compare within one run decide the exit code: they hold on any machine.

const share = (value) => `${(100 * value).toFixed(1)} %`;
const atLeast = (what, value, goal, show = share) => ({
  what,
  value,
  goal: `>= ${show(goal)}`,
  met: value >= goal,
  show,
});
const atMost = (what, value, goal, show = share) => ({
  what,
  value,
  goal: `<= ${show(goal)}`,
  met: value <= goal,
  show,
});

const hit = ({ score }) => score.overall.hit / score.overall.identifiers;
const full = ({ score }) => score.overall.full / score.overall.identifiers;
const name = (score) => score.byCategory.get('NAME');
const plain = (value) => value.toFixed(1);

const BY_SOURCE = {
  'asq-phi': (source) => [
    atLeast('asq-phi hit', hit(source), 0.99),
    atLeast('asq-phi fully covered', full(source), 0.98),
    atMost(
      'asq-phi prompts without identifiers altered',
      source.score.plainAltered / source.score.plainDocuments,
      0.15,
    ),
  ],
  'fredhutch-notes': (source) => [
    atLeast('fredhutch-notes fully covered', full(source), 0.995),
    atLeast(
      'fredhutch-notes fully covered, worst category',
      Math.min(...[...source.score.byCategory.values()].map((tally) => tally.full / tally.identifiers)),
      0.99,
    ),
  ],
  'pediatric-handoff': (source) => [atLeast('pediatric-handoff fully covered', full(source), 0.98)],
  'presidio-synth-v2': (source) => [
    atLeast('presidio-synth-v2 hit', hit(source), 0.92),
    atLeast('presidio-synth-v2 names hit', name(source.score).hit / name(source.score).identifiers, 0.95),
  ],
};
const MOST_PER_THOUSAND_WORDS = 6;

export function accuracyTargets(results, wrongPerThousandWords) {
  return results.flatMap((result) => {
    if (!result.labelled)
      return [
        atMost(
          `${result.name} redactions per 1,000 words`,
          wrongPerThousandWords(result.score),
          MOST_PER_THOUSAND_WORDS,
          plain,
        ),
      ];
    return BY_SOURCE[result.name]?.(result) ?? [];
  });
}

export function speedTargets(notes) {
  return [atLeast('MB per CPU second on 2 KB notes', notes, 5, plain)];
}

/** Ratios of one run: `hard` ones fail the benchmark. */
export function ratioTargets({ curve, hostile }, faster) {
  const perByte = ({ bytes, ms }) => ms / bytes;
  const worst = hostile.reduce((a, b) => (a.growth > b.growth ? a : b));
  return [
    atMost(
      'cost per byte, largest text against 10 KB',
      perByte(curve.at(-1)) / perByte(curve[0]),
      1.5,
      plain,
    ),
    atMost(`hostile text, time per doubling (worst: ${worst.name})`, worst.growth, 2.5, plain),
    // twice the time is linear, four times quadratic: between them, with room for a neighbour on the machine
    { ...atMost('hostile text, not quadratic: time per doubling', worst.growth, 3, plain), hard: true },
    ...faster.map((peer) => ({
      ...atLeast(`speed on notes against ${peer.name}`, peer.ratio, 1, plain),
      hard: true,
    })),
  ];
}

export function sizeTargets(sizes, fresh) {
  const rounded = (value) => value.toFixed(0);
  return [
    atMost('handler without the SDK, KB', sizes.handler / 1000, 600, rounded),
    atMost('added to a cold start, CPU ms', fresh.coldCpuMs, 50, rounded),
    atMost('memory after the first answer, MB', fresh.firstMb, 120, rounded),
    atMost('memory after a document of 1 MB, MB', fresh.documentMb, 120, rounded),
  ];
}
