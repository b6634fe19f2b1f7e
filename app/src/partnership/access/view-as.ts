import { type Constituency, constituencies } from './constituency.ts';

/** As whom somebody looks at a page. Read as text from the address: `?view-as=seat-families`. */
export type ViewAs =
  | { what: 'visitor' }
  | { what: 'colleague' }
  | { what: 'seat'; side: Constituency }
  | { what: 'team'; side: Constituency; teamId: string };

/** What the page says about it. */
export interface SeenAs {
  key: string;
  what: ViewAs['what'];
  side: Constituency | null;
  /** The team, or the own organization. */
  body: string;
  /** The language of the person who looks. */
  locale: string | null;
}

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const teamKey = new RegExp(`^team-(${uuid})-([a-z]+)$`);

export function viewAsKey(view: ViewAs): string {
  if (view.what === 'seat') return `seat-${view.side}`;
  if (view.what === 'team') return `team-${view.teamId}-${view.side}`;
  return view.what;
}

export function readViewAs(key: string): ViewAs | null {
  if (key === 'visitor' || key === 'colleague') return { what: key };
  const seat = sideCalled(/^seat-([a-z]+)$/.exec(key)?.[1]);
  if (seat) return { what: 'seat', side: seat };
  const [, teamId, name] = teamKey.exec(key) ?? [];
  const side = sideCalled(name);
  return side && teamId ? { what: 'team', side, teamId } : null;
}

const sideCalled = (name: string | undefined) => constituencies.find((side) => side === name);
