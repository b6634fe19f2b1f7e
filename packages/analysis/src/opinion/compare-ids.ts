const wholeNumber = /^-?\d{1,15}$/;

/** The order of ids in every result: whole numbers by value and first, then text by code unit. */
export function compareIds(a: string, b: string): number {
  const [aIsNumber, bIsNumber] = [wholeNumber.test(a), wholeNumber.test(b)];
  if (aIsNumber && bIsNumber && Number(a) !== Number(b)) return Number(a) - Number(b);
  if (aIsNumber !== bIsNumber) return aIsNumber ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
