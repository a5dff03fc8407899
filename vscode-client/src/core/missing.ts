import { stepsOf, type Pack, type Place, type Position, type Requirement, type Step } from './status';

/** A requirement that the pack does not meet. */
export interface Missing {
  readonly step: Step;
  readonly requirement: Requirement;
}

/** What a pack does not meet, in the template's order: what is missing, and what is weak if asked. */
export function missingIn(pack: Pack, withWeak = false): Missing[] {
  return stepsOf(pack).flatMap((step) =>
    step.requirements
      .filter((r) => r.status === 'missing' || (withWeak && r.status === 'weak'))
      .map((requirement) => ({ step, requirement })),
  );
}

/** The next (or previous) place in the pack where something is missing, round the corner if need be. */
export function neighbour(pack: Pack, uri: string, at: Position, direction: 1 | -1): Place | undefined {
  const order = new Map(pack.files.map((file, i) => [file.uri, i]));
  const rank = (place: { uri: string; start: Position }): number[] => [
    order.get(place.uri) ?? pack.files.length,
    place.start.line,
    place.start.character,
  ];
  const places = missingIn(pack)
    .map((missing) => missing.requirement.place)
    .filter((place) => place !== undefined)
    .sort((a, b) => compare(rank(a), rank(b)));
  const here = rank({ uri, start: at });
  return direction === 1
    ? (places.find((place) => compare(rank(place), here) > 0) ?? places[0])
    : (places.findLast((place) => compare(rank(place), here) < 0) ?? places.at(-1));
}

function compare(a: readonly number[], b: readonly number[]): number {
  const i = a.findIndex((value, index) => value !== b[index]);
  return i < 0 ? 0 : (a[i] ?? 0) - (b[i] ?? 0);
}
