import type { Actor, constituencies, SeatedActor } from '../../partnership/access/index.ts';
import type { RecordStateOf } from '../../partnership/record/index.ts';

/** What somebody says to the partnership. Read this first. */
export const voiceSorts = ['concern', 'idea', 'question', 'praise'] as const;
export type VoiceSort = (typeof voiceSorts)[number];

export const longestVoice = 4000;

/** The sides of the table that a person without an account may say they speak from. */
export const voiceSides = [
  'families',
  'students',
  'educators',
  'support',
  'community',
  'administration',
  'board',
  'university',
] as const satisfies readonly (typeof constituencies)[number][];

/** A voice as a list shows it. */
export interface VoiceRow {
  id: string;
  title: string;
  state: RecordStateOf<'voice'>;
  visibleTo: string;
  sort: VoiceSort;
  createdAt: Date;
  siteName: string | null;
  constituency: string | null;
  answerSeat: string;
  /** `YYYY-MM-DD`: when an answer is due. */
  answerBy: string;
  answeredAt: Date | null;
  /** The day has passed without an answer. */
  overdue: boolean;
  /** Raised by the person who is looking; known to nobody else. */
  yours: boolean;
}

/** A voice as its own page shows it. */
export interface Voice extends VoiceRow {
  kind: 'voice';
  changedAt: Date;
  createdBySeat: string | null;
  body: string;
  locale: string;
  /** Only where the person chose to be named, and only for those who read names. */
  namedPerson: string | null;
  /** The listening link by which it came. */
  linkId: string | null;
  linkTitle: string | null;
  answer: string | null;
  answeredBySeat: string | null;
  answerOrganization: string | null;
}

/** The seat that was asked, or a lead of its organization. */
export function mayAnswer(
  actor: Actor,
  voice: Pick<Voice, 'answerSeat' | 'answerOrganization'>,
): actor is SeatedActor {
  const { seat } = actor;
  if (!seat) return false;
  return (
    seat.seatId === voice.answerSeat ||
    (seat.lead && seat.organizationId === voice.answerOrganization)
  );
}

/**
 * A lead brings a voice of the organization's own space to the whole table; so does the person who
 * raised it under their name. Who asked not to be named leaves it to the lead: the trail names whoever does it.
 */
export function mayOpen(
  actor: Actor,
  voice: Pick<Voice, 'visibleTo' | 'answer' | 'yours' | 'createdBySeat'>,
): actor is SeatedActor {
  const { seat } = actor;
  if (!seat || voice.answer !== null) return false;
  if (voice.visibleTo !== `caucus:${seat.organizationId}`) return false;
  return seat.lead || (voice.yours && voice.createdBySeat !== null);
}

/** Who may see a voice, as the person who raises it chooses. */
export const voiceVisibilities = ['partnership', 'caucus', 'public'] as const;
export type VoiceVisibility = (typeof voiceVisibilities)[number];

const titleLength = 90;

/** The beginning of what was said, up to a whole word: people type no title. */
export function titleOf(body: string): string {
  const line = body.trim().split(/\r?\n/, 1)[0] ?? '';
  const sentence = /^.{12,}?[.!?…](?=\s|$)/u.exec(line)?.[0] ?? line;
  if (sentence.length <= titleLength) return sentence;
  const cut = sentence.slice(0, titleLength);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40)).trimEnd()}…`;
}
