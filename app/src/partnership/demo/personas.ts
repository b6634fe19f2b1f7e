import type { Constituency } from '../access/index.ts';

/** A person of the demo district whom a visitor may be. */
export interface Persona {
  accountId: string;
  name: string;
  seat: string;
  organization: string;
  constituency: Constituency;
}
