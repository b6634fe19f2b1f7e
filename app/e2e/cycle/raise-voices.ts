import { expect } from 'vitest';
import { choose, copied, follow, pick, sees, send, textOf, write } from '../support/on-page.ts';
import { goTo, remember, type Story } from './story.ts';

/** Step 4: a teacher, and a parent without an account, raise their voices and are answered. */
export async function raiseVoices(story: Story): Promise<void> {
  const { principal, superintendent } = story.cast;
  await raiseAsTeacher(story);
  await makeListeningLink(story);
  await raiseAsParent(story);
  await passOn(story);
  await goTo(story, superintendent, 'table', '/voices');
  await follow(superintendent, 'The bell for lunch rings before the younger ones are done.');
  await write(superintendent, { 'Your answer': 'You are right. We will look at the schedule.' });
  await send(superintendent, 'Send the answer');
  await sees(superintendent, 'Your answer is there');

  await goTo(story, principal, 'table');
  await follow(principal, 'Answer Mi hijo llega tarde porque el autobús no pasa a su hora.');
  remember(story, principal, 'parent’s voice');
  await write(principal, { 'Your answer': 'Gracias. Vamos a medir las llegadas cada semana.' });
  await send(principal, 'Send the answer');
  await readAnswerAsParent(story);
}

async function raiseAsTeacher(story: Story): Promise<void> {
  const { teacher } = story.cast;
  await goTo(story, teacher, 'table', '/voices');
  await follow(teacher, 'Raise your voice');
  await choose(teacher, 'What is it?', 'Concern');
  await write(teacher, {
    'What would you like to say?': 'The bell for lunch rings before the younger ones are done.',
  });
  await pick(teacher, 'Which school is it about?', 'Lakeview Elementary');
  await send(teacher, 'Raise your voice');
  await sees(teacher, 'Thank you. Your voice is on the table.');
  remember(story, teacher, 'teacher’s voice');
}

async function makeListeningLink(story: Story): Promise<void> {
  const { superintendent } = story.cast;
  await goTo(story, superintendent, 'table', '/listening/new');
  await write(superintendent, {
    'What do you want to hear about?': '¿Cómo es el camino a la escuela?',
  });
  await pick(superintendent, 'Which school is it about?', 'Lakeview Elementary');
  await pick(superintendent, 'Who answers what comes in?', 'Omar Haddad, Principal');
  await send(superintendent, 'Make the link');
  const link = await copied(superintendent, 'The link');
  story.paths.set('listening link', new URL(link).pathname);
}

async function raiseAsParent(story: Story): Promise<void> {
  const { parent } = story.cast;
  await goTo(story, parent, 'listening link');
  await sees(parent, 'No necesita cuenta y no le preguntamos su nombre.');
  await follow(parent, 'English');
  await sees(parent, 'You need no account, and we do not ask your name.');
  await follow(parent, 'Español');
  // Sent before everything is chosen: told what is missing, and nothing typed is lost.
  const said = 'Mi hijo llega tarde porque el autobús no pasa a su hora.';
  await write(parent, { '¿Qué quiere decir?': said });
  await send(parent, 'Enviar');
  await sees(parent, 'Revise');
  expect(await parent.getByLabel('¿Qué quiere decir?').inputValue()).toBe(said);
  await choose(parent, '¿Qué es?', 'Preocupación');
  await choose(parent, 'Usted habla como', 'Familiar o persona que cuida a un niño');
  await send(parent, 'Enviar');
  await sees(parent, 'Gracias. Su voz ha llegado.', said);
  story.paths.set('receipt', new URL(await copied(parent, 'Su comprobante')).pathname);
}

/** Her phone has no JavaScript, so somebody at the table reads her voice first. */
async function passOn(story: Story): Promise<void> {
  const { parent, superintendent } = story.cast;
  await sees(parent, 'Espera a que alguien la lea');
  await goTo(story, superintendent, 'table');
  await follow(superintendent, 'Read a voice that waits to be passed on');
  await sees(superintendent, 'Mi hijo llega tarde porque el autobús no pasa a su hora.');
  await send(superintendent, 'Pass it on');
  await sees(superintendent, 'Passed on. It waits for its answer now.');
}

async function readAnswerAsParent(story: Story): Promise<void> {
  const { parent } = story.cast;
  await goTo(story, parent, 'receipt');
  await sees(parent, 'Gracias. Vamos a medir las llegadas cada semana.');
  // Seats are told to her, names are not.
  expect(await textOf(parent)).not.toContain('Omar Haddad');
}
