/** Dot product as accurate as if computed with twice the digits. */
export function exactDot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const sum = new DoubleDouble();
  for (let i = 0; i < a.length; i += 1) sum.addProduct(a[i]!, b[i]!);
  return sum.value;
}

/** Sum as accurate as if computed with twice the digits. */
export function exactSum(values: ArrayLike<number>): number {
  const sum = new DoubleDouble();
  for (let i = 0; i < values.length; i += 1) sum.add(values[i]!);
  return sum.value;
}

/**
 * A running sum with about 32 digits.
 * @source Dekker 1971, Numerische Mathematik 18:224-242; Ogita, Rump & Oishi 2005, SIAM J. Sci.
 *   Comput. 26(6):1955-1988.
 */
export class DoubleDouble {
  private high = 0;
  private low = 0;

  get value(): number {
    return this.high + this.low;
  }

  add(x: number): void {
    const sum = this.high + x;
    const part = sum - this.high;
    this.low += this.high - (sum - part) + (x - part);
    this.high = sum;
  }

  addProduct(x: number, y: number): void {
    const product = x * y;
    const [xh, yh] = [upperHalf(x), upperHalf(y)];
    const [xl, yl] = [x - xh, y - yh];
    this.add(product);
    this.low += xl * yl - (product - xh * yh - xl * yh - xh * yl);
  }
}

function upperHalf(x: number): number {
  const scaled = 134_217_729 * x;
  return scaled - (scaled - x);
}
