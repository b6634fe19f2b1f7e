type Numbers = Float64Array | Int32Array | Int8Array;

/** A list of numbers of unknown length in the least memory: doubled when it is full. */
export class GrowingColumn<T extends Numbers> {
  length = 0;
  private values: T;
  private readonly make: (size: number) => T;

  constructor(make: (size: number) => T) {
    this.make = make;
    this.values = make(1024);
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const wider = this.make(2 * this.length);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.length++] = value;
  }

  /** What was pushed; not a copy. */
  finish(): T {
    return this.values.subarray(0, this.length) as T;
  }
}
