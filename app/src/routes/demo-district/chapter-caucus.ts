import { demoPassphrase } from '../../partnership/caucus/index.ts';
import { type CaucusPlay, playCaucus } from '../../partnership/caucus/server.ts';
import type { Memory } from './memory.ts';
import { people } from './people.ts';
import type { Stage } from './stage.ts';

/**
 * Passphrases of the demo are known to everybody, so a costly key derivation would protect nothing,
 * and would make every visitor wait for it sixty times.
 */
const scryptWork = 10;

/** What stays inside one organization. Every organization has its key, and most of its people. */
export async function prepareInCaucus(stage: Stage, _memory: Memory): Promise<void> {
  stage.on(21, 9);
  const spaces = new Map<string, CaucusPlay<string>>();
  const leads = new Map([
    ['administration', 'okafor'],
    ['educators', 'ortega'],
  ]);
  for (const [organization, lead] of leads) spaces.set(organization, await begin(stage, lead));
  for (const { key, organization, lead } of people) {
    const known = leads.get(organization);
    // One of the association's people is still to be let in: visitors can try it.
    if (key === 'haddad') await spaces.get(organization)?.knock(key);
    else if (known) await spaces.get(organization)?.join(key, known);
    else if (!known && lead) {
      leads.set(organization, key);
      spaces.set(organization, await begin(stage, key));
    }
  }
  await talkAmongEducators(stage, spaces.get('educators')!);
  await talkInTheCabinet(stage, spaces.get('administration')!);
}

async function begin(stage: Stage, lead: string): Promise<CaucusPlay<string>> {
  const space = playCaucus<string>(stage.as, { passphrase: demoPassphrase, scryptWork });
  await space.begin(lead);
  return space;
}

async function talkAmongEducators(stage: Stage, space: CaucusPlay<string>): Promise<void> {
  stage.on(12, 20);
  const thread = await space.open('ortega', {
    sort: 'discussion',
    title: 'Before the decision on early mornings',
    body: 'I like the idea. I also want to hear from you what it means for people who open the buildings. What do your members say?',
  });
  stage.on(11, 19);
  await space.write(
    'kowalski',
    thread,
    'At Lincoln people would do it if it is paid time and voluntary. Two said they cannot, with small children of their own.',
  );
  stage.on(10, 7);
  await space.write(
    'price',
    thread,
    'The high school does not need it. Please do not make it a rule for everybody.',
  );
  stage.on(9, 18);
  const draft = await space.open('adler', {
    sort: 'draft',
    title: 'What we could offer on early mornings',
    body: 'We support a trial at schools where staff volunteer.',
  });
  stage.on(8, 18);
  await space.write(
    'ortega',
    draft,
    'We support a trial at schools where staff volunteer, paid by the hour, with a review in spring.\n\nNobody is asked to open a building alone.',
  );
}

async function talkInTheCabinet(stage: Stage, space: CaucusPlay<string>): Promise<void> {
  stage.on(14, 16);
  await space.open('okafor', {
    sort: 'note',
    title: 'For the next cabinet meeting',
    body: 'Peter: what would two paid adults each morning cost for four schools? Denise offered to start at Lincoln.',
  });
}
