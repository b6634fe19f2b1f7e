import { choose, follow, pick, sees, send, tick, unfold, write } from '../support/on-page.ts';
import type { Person } from '../support/people.ts';
import { goalTitle } from './adopt-goal.ts';
import { goTo, remember, type Story } from './story.ts';

export const teamTitle = 'On time together';

/** Step 6: a team with its charter; each organization names its own people. */
export async function formTeam(story: Story): Promise<void> {
  const { superintendent, president, boardChair, familyCouncil } = story.cast;
  await goTo(story, superintendent, 'table', '/teams');
  await follow(superintendent, 'Form a team');
  await choose(superintendent, 'What kind of team is it?', 'Working committee');
  await write(superintendent, {
    'Name of the team': teamTitle,
    'What is it for?': 'Children reach their first lesson on time, and lunch lasts long enough.',
    'What does not?': 'We do not change the contract.',
    'How do you want to work together?': 'We start on time ourselves.\nOne speaks at a time.',
  });
  await choose(superintendent, 'How does the team decide?', 'Fist to five');
  await tick(superintendent, 'Luis Ortega, President');
  await pick(superintendent, 'Which goal does it serve?', goalTitle);
  await choose(superintendent, 'Who may see this?', 'Everyone');
  await send(superintendent, 'Form the team');
  await sees(superintendent, 'The team is formed.', 'At work');
  remember(story, superintendent, 'team');

  await nameTo(story, superintendent, 'District office', 'Omar Haddad, Principal');
  await nameTo(story, president, 'Harbor Hills Educators', 'Grace Lin, Building representative');
  await nameTo(story, boardChair, 'Harbor Hills Board', 'Ruth Abelson, Chair');
  await goTo(story, familyCouncil, 'team');
  await unfold(familyCouncil, 'Nombrar a alguien de Harbor Hills Parent Council');
  await pick(familyCouncil, 'Asiento', 'Ana Delgado, Speaker');
  await send(familyCouncil, 'Añadir al equipo');
  await sees(familyCouncil, 'El asiento ya está en el equipo');
}

async function nameTo(story: Story, lead: Person, organization: string, seat: string) {
  await goTo(story, lead, 'team');
  await unfold(lead, `Name somebody from ${organization}`);
  await pick(lead, 'Seat', seat);
  await send(lead, 'Add to the team');
  await sees(lead, 'The seat is on the team now.');
}
