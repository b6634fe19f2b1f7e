import { expect, it } from 'vitest';
import { reasonsIn } from './holding.ts';

it.each([
  'The bus is late on three days out of five.',
  'El autobús de la ruta 4 llega tarde casi todas las mañanas, a las 7:45.',
  'We asked on 10/12/2026 and on 2026-11-03. It costs $1,250,000 a year.',
  'Room 214 has 31 desks for 34 students, and grades 9-12 share one counselor.',
  'Nooooo. Why again? Please please please.',
  'Mr. Brandt was kind. Ms. Ivanova too.e',
  'In 2024-2025 it was 3.75 of 4.00, in 2025-2026 3.5.',
  'The school board meets on 1.2.2026 at 6.30 p.m.',
])('lets through: %s', (body) => expect(reasonsIn(body)).toEqual([]));

it.each([
  ['web-address', 'Buy at https://cheap.example now'],
  ['web-address', 'See www.example'],
  ['web-address', 'look at bargains.shop please'],
  ['email-address', 'Write to me at ana.b@mail.example.org please'],
  ['phone-number', 'Call me, 555-010-1234'],
  ['phone-number', 'Llámeme al (415) 555 2671'],
  ['phone-number', '+34 600 123 456 es mi número'],
  ['repeats', 'aaaaaaaaaaaaaaaaaaaaaaaa'],
  ['repeats', 'spam and more '.repeat(20)],
])('holds for %s: %s', (reason, body) => expect(reasonsIn(body)).toEqual([reason]));

it('takes no longer for what somebody made up to take long', () => {
  const started = performance.now();
  for (const body of ['1 '.repeat(2000), '@'.repeat(4000), 'a.'.repeat(2000), '('.repeat(4000)])
    reasonsIn(body);
  expect(performance.now() - started).toBeLessThan(500);
});
