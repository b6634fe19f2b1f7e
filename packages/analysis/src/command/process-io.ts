import { readFile } from 'node:fs/promises';
import type { CommandIo } from './command.ts';
import { decodeText } from './decode-text.ts';
import { InputFileError } from './input-file-error.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'this file may not be read',
  EISDIR: 'this is a folder, not a file',
};

/** The real terminal and disk. */
export const processIo: CommandIo = {
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  readFile: async (path) => {
    try {
      return decodeText(await readFile(path), path);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      const reason = reasons[code];
      if (reason === undefined) throw error;
      throw new InputFileError(path, 0, 0, reason);
    }
  },
};
