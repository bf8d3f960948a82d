interface Gap {
  first: number;
  last: number;
  readonly key: string;
}

/** Numbers that were passed over, until they turn up late or the segment ends. */
export class NumberGaps {
  #gaps: Gap[] = [];

  /** @param key of the object behind the gap */
  add(first: number, last: number, key: string): void {
    this.#gaps.push({ first, last, key });
  }

  /** Takes a number out; whether it was missing. */
  fill(number: number): boolean {
    const gap = this.#gaps.find(({ first, last }) => first <= number && number <= last);
    if (!gap) return false;
    this.#gaps = this.#gaps.filter((each) => each !== gap);
    if (gap.first < number) this.#gaps.push({ ...gap, last: number - 1 });
    if (number < gap.last) this.#gaps.push({ ...gap, first: number + 1 });
    return true;
  }

  /** What is left, and forgotten with that. */
  drain(): readonly Readonly<Gap>[] {
    const left = this.#gaps.toSorted((a, b) => a.first - b.first);
    this.#gaps = [];
    return left;
  }
}
