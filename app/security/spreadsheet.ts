/** Cells of a CSV file that a spreadsheet would calculate instead of showing. */
export function spreadsheetFormulas(csv: string): string[] {
  return cellsOf(csv)
    .filter((cell) => /^[=+\-@\t\r]/.test(cell) && /zqh/.test(cell))
    .map((cell) => `has a cell that a spreadsheet calculates: ${cell}`);
}

function cellsOf(csv: string): string[] {
  const cell = /(?:^|[,;\n])(?:"((?:[^"]|"")*)"|([^,;\n]*))/g;
  return [...csv.matchAll(cell)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}
