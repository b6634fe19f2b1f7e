/** A file that cannot be read as what it should be; line and column count from 1, 0 when there is none. */
export class InputFileError extends Error {
  readonly file: string;
  readonly line: number;
  readonly column: number;

  constructor(file: string, line: number, column: number, message: string) {
    super(line > 0 ? `${file}, line ${line}, column ${column}: ${message}` : `${file}: ${message}`);
    this.name = 'InputFileError';
    this.file = file;
    this.line = line;
    this.column = column;
  }
}
