import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { accessProblems } from './pages/axe.ts';
import { unsoundIn } from './pages/unsound.ts';
import { openBrowser } from './support/browser.ts';
import { be, openDemo } from './support/demo.ts';
import { choose, copied, follow, pick, sees, send, unfold, write } from './support/on-page.ts';
import { expectNoComplaints, newPerson, type Person } from './support/people.ts';

const { address } = inject('concord');
const home = `${address}/p/riverbend-public-schools`;
const queue = `${home}/listening/held`;
const phone = { viewport: { width: 320, height: 640 } };
const worker = /proof[.]worker/;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
  const visitor = await browser.newPage();
  visitor.setDefaultTimeout(60_000);
  await openDemo(visitor, address);
  await visitor.context().close();
});
afterAll(() => browser.close());
afterEach(expectNoComplaints);

async function lead(name: string): Promise<Person> {
  const person = await newPerson(browser, name);
  await be(person, address, name);
  return person;
}

/** A listening link of the superintendent's: its address for people without an account. */
async function makeLink(person: Person, title: string, device: string): Promise<string> {
  await person.goto(`${home}/listening/new`);
  await write(person, { 'What do you want to hear about?': title });
  await unfold(person, 'Whom and what it asks');
  await choose(person, 'How many answers from one phone or computer?', device);
  await send(person, 'Make the link');
  return copied(person, 'The link');
}

describe('a person without an account', () => {
  test('with a phone, in Spanish: speaks while the phone works in the background', async () => {
    const okafor = await lead('Dr. Maya Okafor');
    const url = await makeLink(okafor, 'Round of the phone', 'One from each device');
    const guest = await newPerson(browser, 'guest', { ...phone, locale: 'es-US' });
    const asked: string[] = [];
    guest.on('request', (request) => asked.push(request.url()));
    expect(await unsoundIn(guest, url)).toEqual([]);
    expect(await accessProblems(guest)).toEqual([]);
    // Nothing of it is fetched before the person begins.
    expect(asked.filter((one) => worker.test(one) || one.endsWith('/challenge'))).toEqual([]);
    await choose(guest, '¿Qué es?', 'Preocupación');
    await write(guest, { '¿Qué quiere decir?': 'El autobús llega tarde por las mañanas.' });
    await choose(guest, 'Usted habla como', 'Familiar o persona que cuida a un niño');
    await send(guest, 'Enviar');
    await sees(guest, 'Gracias. Su voz ha llegado.', /Se le ha pedido una respuesta/);
    expect(asked.filter((one) => worker.test(one))).toHaveLength(1);
    expect(asked.filter((one) => !one.startsWith(address))).toEqual([]);
    expect(await accessProblems(guest)).toEqual([]);

    // The same phone once more: told kindly, and somebody else may still speak.
    await guest.goto(url);
    await sees(guest, 'Desde este dispositivo ya se respondió.');
    expect(await accessProblems(guest)).toEqual([]);
    await choose(guest, '¿Qué es?', 'Idea');
    await write(guest, { '¿Qué quiere decir?': 'Que salga diez minutos antes.' });
    await choose(guest, 'Usted habla como', 'Estudiante');
    await send(guest, 'Enviar');
    await sees(guest, /marque la casilla y envíelo de nuevo/);
    expect(await guest.getByRole('textbox').inputValue()).toBe('Que salga diez minutos antes.');
    await guest.getByRole('checkbox').check();
    await send(guest, 'Enviar');
    await sees(guest, 'Espera a que alguien la lea');

    await okafor.goto(`${home}/listening`);
    await follow(okafor, 'Round of the phone');
    await sees(okafor, 'El autobús llega tarde por las mañanas.', /One voice waits to be read/);
  });

  test('without JavaScript: a lead reads it first and passes it on', async () => {
    const okafor = await lead('Dr. Maya Okafor');
    const url = await makeLink(okafor, 'Box without script', 'As many as people like');
    const plain = { ...phone, javaScriptEnabled: false };
    const guest = await newPerson(browser, 'guest without JavaScript', plain);
    await guest.goto(url);
    await choose(guest, 'What is it?', 'Question');
    await write(guest, { 'What would you like to say?': 'Who drives route nine?' });
    await choose(guest, 'You speak as', 'I would rather not say');
    await send(guest, 'Send');
    await sees(guest, 'Waiting to be read', /Perhaps JavaScript is turned off/);
    const receipt = await copied(guest, 'Your receipt');

    await okafor.goto(queue);
    expect(await accessProblems(okafor)).toEqual([]);
    await send(okafor.locator('section', { hasText: 'Who drives route nine?' }), 'Pass it on');
    await sees(okafor, 'Passed on. It waits for its answer now.');
    await guest.goto(receipt);
    await sees(guest, 'Read and passed on', /has been asked/);
  });

  test('is told why two sides set a voice aside', async () => {
    const okafor = await lead('Dr. Maya Okafor');
    const url = await makeLink(okafor, 'Box of the ads', 'As many as people like');
    const guest = await newPerson(browser, 'guest with an ad', phone);
    await guest.goto(url);
    await choose(guest, 'What is it?', 'Idea');
    await write(guest, { 'What would you like to say?': 'Cheap shoes at https://shoes.example' });
    await choose(guest, 'You speak as', 'Neighbor or community member');
    await send(guest, 'Send');
    await sees(guest, 'Waiting to be read', 'It contains a web address.');
    const receipt = await copied(guest, 'Your receipt');

    await okafor.goto(queue);
    const held = (person: Person) => person.locator('section', { hasText: 'Cheap shoes' });
    await unfold(held(okafor), 'Set it aside');
    await send(held(okafor), 'Ask another side to agree');
    await sees(okafor, /Choose|choose/);
    await pick(held(okafor), 'Why should it be set aside?', 'It advertises something.');
    await send(held(okafor), 'Ask another side to agree');
    await sees(okafor, 'Noted. A lead of another side has to agree');
    expect(await held(okafor).getByRole('button', { name: 'Agree to set it aside' }).count()).toBe(
      0,
    );

    const kim = await lead('Jordan Kim');
    await kim.goto(queue);
    await sees(held(kim), 'It advertises something.');
    await send(held(kim), 'Agree to set it aside');
    await sees(kim, 'Set aside. Whoever spoke reads the reason on their receipt.');
    await guest.goto(receipt);
    await sees(guest, 'It advertises something.', 'Cheap shoes at https://shoes.example');
  });

  test('finds a kind page where a link is not open', async () => {
    const guest = await newPerson(browser, 'late guest', phone);
    expect((await guest.goto(`${address}/listen/nobody-made-this`))?.status()).toBe(404);
    await sees(guest, 'This listening link is not open', 'Este enlace de escucha no está abierto');
    expect(await accessProblems(guest)).toEqual([]);
  });
});
