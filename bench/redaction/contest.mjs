// Ours and its peers over the same documents, and then, in turn, over the same sample for speed.
import { Child } from './child.mjs';
import { installPeer } from './install.mjs';
import { OURS, PEERS } from './peers.mjs';

const ROUNDS = 5;
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** @param wanted whether a peer of that name takes part; @param seconds the most that one answer may take */
export async function hold({ engine, tools, sources, sample, peersFolder, wanted, seconds, say }) {
  const skipped = [];
  const skip = (contender, reason) => {
    if (contender === OURS) throw new Error(`the engine itself could not be measured: ${reason}`);
    skipped.push(`${contender.name}: ${reason}`);
  };

  const running = [];
  for (const contender of [OURS, ...PEERS.filter(({ name }) => wanted(name))]) {
    say(`${contender.name}: accuracy`);
    let child;
    try {
      const from = contender === OURS ? engine : installPeer(contender, peersFolder);
      child = new Child();
      const { ms } = await child.ask({ do: 'load', name: contender.name, from }, seconds);
      const results = await accuracy(contender, child);
      running.push({ contender, child, loadMs: ms, results, notes: [], prompts: [] });
    } catch (error) {
      child?.end();
      skip(contender, error.message);
    }
  }

  say('speed');
  const finished = new Set(running);
  for (let round = 0; round < ROUNDS; round += 1) {
    // in turn, so that a neighbour on the machine slows all alike
    for (const each of finished) {
      try {
        for (const kind of ['notes', 'prompts'])
          each[kind].push((await each.child.ask({ do: 'speed', texts: sample[kind] }, seconds)).mbPerSecond);
      } catch (error) {
        finished.delete(each);
        skip(each.contender, `${error.message} while its speed was measured`);
      }
    }
  }
  for (const { child } of running) child.end();
  const [ours, ...peers] = [...finished].map(({ contender, loadMs, results, notes, prompts }) => ({
    name: contender.name,
    loadMs,
    results,
    notes: median(notes),
    prompts: median(prompts),
    hit: meanHit(results),
  }));
  return { ours, peers, skipped };

  async function accuracy(contender, child) {
    const results = [];
    for (const { name, notes, labelled } of sources) {
      const { found } = await child.ask({ do: 'find', texts: notes.map(({ text }) => text) }, seconds);
      const places = found.map((each, index) => placesOf(contender, notes[index].text, each));
      const judged = notes.map((note, index) => ({ note, removed: places[index] ?? [] }));
      const lost = places.filter((each) => !each).length;
      results.push({ name, labelled, lost, score: tools.score(judged) });
    }
    return results;
  }

  /** Nothing where a peer failed or its text is too far from the original: it counts as nothing found. */
  function placesOf(contender, text, { places, output, failed }) {
    if (failed) return undefined;
    return places ?? tools.removedPlaces(text, output, contender.placeholder);
  }
}

/** Each source weighs the same: one has more identifiers than all others together. */
function meanHit(results) {
  const hits = results
    .filter(({ labelled }) => labelled)
    .map(({ score }) => score.overall.hit / score.overall.identifiers);
  return hits.reduce((sum, hit) => sum + hit, 0) / hits.length;
}
