import type { Action } from '../act/action/index.ts';
import type { DecisionNeed } from '../act/decision/server.ts';
import type { Meeting } from '../act/meeting/index.ts';
import type { SeatedActor } from '../partnership/access/index.ts';
import type { CompactListed } from '../partnership/compact/server.ts';
import { recordPath } from '../partnership/record/index.ts';
import { type SignInReset, signInResetWords } from '../partnership/sign-in-reset/index.ts';
import type { GoalCard } from '../prepare/goal/index.ts';
import type { VoiceRow } from '../prepare/voice/index.ts';
import type { Need } from '../ui/index.ts';
import { tableWords } from './table.words.ts';
import type { Visit } from './visit.ts';

export interface Waiting {
  voices: readonly (VoiceRow & { mine: boolean })[];
  decisions: readonly DecisionNeed[];
  minutes: readonly Meeting[];
  /** Meetings in the open whose agenda this person's seat can post. */
  agendas: readonly { id: string; title: string; due: Date }[];
  actions: readonly Action[];
  compact: CompactListed | undefined;
  goals: readonly GoalCard[];
  /** How many voices of people without an account a lead should read first. */
  held: number;
  /** Two leads are to sign in anew, and any lead may stop it. */
  reset: SignInReset | undefined;
  /** Joint changes that wait for the acting seat; the title only where it may be read. */
  changes: readonly { id: string; kind: string; title: string; lapsesAt: Date }[];
  /** Invitations whose link nobody delivers but this person. */
  invitations: readonly { seatId: string; name: string; expiresAt: Date }[];
}

/** What waits for this person, the verb first, the nearest day on top. */
export function needsOf(visit: Visit, actor: SeatedActor, waiting: Waiting): Need[] {
  const { slug } = actor.partnership;
  const { say, dates } = visit;
  const by = (day: string | Date) => say(tableWords, 'need.by', { date: dates.dayIn(day) });
  const needs: (Need & { order: string })[] = [
    ...waiting.decisions.map((decision) => ({
      verb: say(tableWords, `need.decision.${decision.need}`),
      about: decision.title,
      href: recordPath(slug, { kind: 'decision', id: decision.id }),
      when: decision.by ? by(decision.by) : undefined,
      order: decision.by ? new Date(decision.by).toISOString() : '0',
    })),
    ...waiting.voices
      .filter((voice) => voice.mine)
      .map((voice) => ({
        verb: say(tableWords, 'need.voice'),
        about: voice.title,
        href: recordPath(slug, { kind: 'voice', id: voice.id }),
        when: by(voice.answerBy),
        order: voice.answerBy,
      })),
    ...(waiting.held > 0
      ? [
          {
            verb: say(tableWords, 'need.held'),
            about: say(tableWords, 'need.held.about', { count: waiting.held }),
            href: `/p/${slug}/listening/held`,
            order: '1',
          },
        ]
      : []),
    ...waiting.actions.map((action) => ({
      verb: say(tableWords, 'need.action'),
      about: action.title,
      href: recordPath(slug, action),
      when: by(action.dueOn),
      order: action.dueOn,
    })),
    ...waiting.agendas.map(({ id, title, due }) => ({
      verb: say(tableWords, 'need.agenda'),
      about: title,
      href: `${recordPath(slug, { kind: 'meeting', id })}#notice`,
      when: by(due),
      order: due.toISOString(),
    })),
    ...waiting.minutes.map((meeting) => ({
      verb: say(tableWords, 'need.minutes'),
      about: meeting.title,
      href: recordPath(slug, meeting),
      order: 'a',
    })),
    ...(waiting.compact
      ? [
          {
            verb: say(tableWords, 'need.ratify'),
            about: waiting.compact.title,
            href: recordPath(slug, { kind: 'compact', id: waiting.compact.id }),
            order: 'b',
          },
        ]
      : []),
    ...(waiting.reset
      ? [
          {
            verb: say(signInResetWords, 'need'),
            about: say(signInResetWords, 'title'),
            href: `/p/${slug}/partners/resets/${waiting.reset.id}`,
            when: by(waiting.reset.opensAt),
            order: '0',
          },
        ]
      : []),
    ...waiting.changes.map(({ id, kind, title, lapsesAt }) => ({
      verb: say(tableWords, 'need.change'),
      about: title ? `${kind}: ${title}` : kind,
      href: `/p/${slug}/joint-changes/${id}`,
      when: by(lapsesAt),
      order: lapsesAt.toISOString(),
    })),
    ...waiting.invitations.map(({ seatId, name, expiresAt }) => ({
      verb: say(tableWords, 'need.invitation'),
      about: name,
      href: `/p/${slug}/partners/seats/${seatId}`,
      when: say(tableWords, 'need.invitation.until', { date: dates.day(expiresAt) }),
      order: 'd',
    })),
    ...waiting.goals.map((goal) => ({
      verb: say(tableWords, 'need.endorse'),
      about: goal.title,
      href: recordPath(slug, { kind: 'goal', id: goal.id }),
      order: 'c',
    })),
  ];
  return needs.sort((a, b) => (a.order < b.order ? -1 : 1)).map(({ order: _, ...need }) => need);
}
