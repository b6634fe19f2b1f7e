import type { ElectionFile } from './election-file.ts';
import { readBlt } from './read-blt.ts';
import { readDebianTally } from './read-debian-tally.ts';
import { readElectionJson } from './read-election-json.ts';
import { readPabulib } from './read-pabulib.ts';

/** Reads ballots in the format that the file's content shows: JSON, .pb, a Debian tally, else .blt. */
export function readElection(text: string, file: string): ElectionFile {
  const content = text.replace(/^\uFEFF/, '');
  if (/^\s*[{[]/.test(content)) return readElectionJson(content, file);
  if (/^\s*META\b/i.test(content)) return readPabulib(content, file);
  if (/^V:\s/m.test(content)) return readDebianTally(content, file);
  return readBlt(content, file);
}
