import { day } from '../support/days.ts';
import { choose, follow, pick, sees, send, tick, unfold, write } from '../support/on-page.ts';
import { goTo, remember, type Story } from './story.ts';

export const goalTitle = 'Every child is in class when the day begins';

/** Step 5: a goal from both voices, with a number, behind which a second side puts its name. */
export async function adoptGoal(story: Story): Promise<void> {
  const { president, superintendent } = story.cast;
  await goTo(story, president, 'teacher’s voice');
  await follow(president, 'Propose a goal from this');
  await tick(president, 'Mi hijo llega tarde porque el autobús no pasa a su hora.');
  await write(president, {
    'What do we want?': goalTitle,
    'How much?': 'from 81% to 92% on time',
    'For whom?': 'all children at Lakeview Elementary',
    'By when?': day(200),
    'Why this one?': 'A teacher and a parent told us the same story from two ends.',
    'What do we look at?': 'Children in class at the first bell',
    Unit: '%',
    'Where does it stand now?': '81',
    'Measured on': day(-60),
    'Where should it be by then?': '92',
  });
  await pick(president, 'Who keeps the goal in view?', 'Omar Haddad, Principal');
  await choose(president, 'Who may see it?', 'Everyone');
  await send(president, 'Propose this goal');
  await sees(president, 'The goal is on the table.');
  remember(story, president, 'goal');

  await goTo(story, superintendent, 'goal');
  await send(superintendent, 'Endorse for District office');
  await sees(superintendent, 'this is a shared goal now');
  await enterValues(story);
}

/** One by one, and many at once; a line that cannot be read is named and stops nothing. */
async function enterValues(story: Story): Promise<void> {
  const { principal } = story.cast;
  await goTo(story, principal, 'goal');
  await unfold(principal, 'Enter values');
  const one = principal.getByRole('form', { name: 'Enter a value' });
  await write(one, { 'Measured on': day(-50), Value: '82.5', Note: 'First week of counting' });
  await send(one, 'Save the value');
  await sees(principal, 'The value is saved.');
  await unfold(principal, 'Enter many at once');
  const many = principal.getByRole('form', { name: 'Enter many at once' });
  await many.getByLabel('Or choose a CSV file').setInputFiles({
    name: 'arrivals.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      `date,value\n${day(-40)},84\n${day(-30)},nobody counted\n${day(-20)},88\n${day(-10)},90.5\n`,
    ),
  });
  await send(many, 'Save these values');
  await sees(principal, '3 values were saved.', 'the value should be a number');
  await goTo(story, principal, 'goal');
  await unfold(principal, 'Show the numbers as a table');
  await sees(principal, 'First week of counting', '90.5%');
}
