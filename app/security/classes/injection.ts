import type { LeakActor } from '../../leaks/may-see.ts';
import { maySeeRow } from '../../leaks/may-see-row.ts';
import type { Address } from '../../leaks/requests.ts';
import { addressesOf } from '../../leaks/requests.ts';
import { tableCalled } from '../../leaks/tables.ts';
import { type Attack, type AttackClass, actorCalled, slugOf, type Target } from '../attack.ts';
import { formsFor } from '../form-fields.ts';
import { hostileTexts } from '../hostile-texts.ts';

type About = NonNullable<Address['about']>;

/** Every field of every form, with texts that would be more than text somewhere. */
export const injection: AttackClass = {
  name: 'injection in fields',
  ownChanges: true,
  *attacks(target): Generator<Attack> {
    const texts = Object.values(hostileTexts);
    let place = 0;
    for (const key of ['superintendent', 'visitor']) {
      const actor = actorCalled(target, key);
      for (const { route, address, fields, typed } of formsFor(target, actor)) {
        // Whoever has no seat finds none of the partnership's forms.
        if (actor.seat === null && route.path.startsWith('/p/')) continue;
        const reader = address.holder ?? actor;
        for (const field of fields)
          for (let turn = 0; turn < 2; turn += 1) {
            const body = typed();
            body.set(field, texts[place % texts.length]!);
            place += 1;
            yield { actor, reader, method: 'POST', path: address.path, body };
          }
      }
    }
  },
};

/** Every one of the texts, where any text is welcome: as a voice. */
export const injectionStored: AttackClass = {
  name: 'injection stored',
  ownChanges: true,
  *attacks(target): Generator<Attack> {
    const actor = actorCalled(target, 'board');
    const path = `/p/${slugOf(actor)}/voices`;
    for (const text of Object.values(hostileTexts))
      yield { actor, method: 'POST', path, body: voiceOf(actor, text), must: 'be accepted' };
  },
};

export const voiceOf = ({ seat }: LeakActor, body: string): URLSearchParams =>
  new URLSearchParams({
    sort: 'idea',
    body,
    visibility: 'partnership',
    named: 'yes',
    answerSeat: seat?.seatId ?? '',
    answerDays: '3',
  });

/** What was stored comes back on pages, in exports and in feeds: as text. */
export const injectionShown: AttackClass = {
  name: 'injected text shown',
  ownChanges: false,
  *attacks(target): Generator<Attack> {
    for (const key of ['superintendent', 'board', 'visitor']) {
      const actor = actorCalled(target, key);
      for (const { method, path } of target.routes.list) {
        if (method !== 'GET' || path.includes(':token')) continue;
        for (const address of addressesOf(target.matrix, path, slugOf(actor))) {
          const { about, holder, told } = address;
          if (holder || told) continue;
          if (about && !mayShow(target, actor, about)) continue;
          yield { actor, method: 'GET', path: address.path };
        }
      }
    }
  },
};

/** A page about something that was written by these attacks, and that this person may read. */
function mayShow({ matrix }: Target, actor: LeakActor, { table, row }: About): boolean {
  const head = tableCalled(matrix.tables, 'record').rows.find(({ id }) => id === row.id);
  if (!JSON.stringify([row, head]).includes('zqh')) return false;
  return maySeeRow(matrix.tables, actor, tableCalled(matrix.tables, table), row);
}

/** The same texts as questions in addresses. */
export const injectionInQueries: AttackClass = {
  name: 'injection in queries',
  ownChanges: false,
  *attacks(target): Generator<Attack> {
    const texts = Object.values(hostileTexts);
    const actor = actorCalled(target, 'superintendent');
    const questions = [
      'lang',
      'done',
      'next',
      'from',
      'goal',
      'team',
      'page',
      'q',
      'sort',
      'state',
    ];
    let place = 0;
    for (const { method, path } of target.routes.list) {
      if (method !== 'GET' || /:(id|\w+Id|token)/.test(path)) continue;
      for (let turn = 0; turn < 3; turn += 1) {
        const text = texts[place % texts.length]!.toWellFormed();
        place += 1;
        const query = new URLSearchParams(questions.map((name) => [name, text]));
        yield { actor, method: 'GET', path: `${path.replace(':slug', slugOf(actor))}?${query}` };
      }
    }
  },
};
