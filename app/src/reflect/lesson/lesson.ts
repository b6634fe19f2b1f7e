export interface LessonShown {
  context: string;
  change: string;
  evidence: string;
  effort: string;
  conditions: string;
  whatFailed: string;
  contactSeat: string | null;
}

/** The parts of a lesson card, in reading order. */
export const lessonParts = [
  'context',
  'change',
  'evidence',
  'effort',
  'conditions',
  'whatFailed',
] as const;
