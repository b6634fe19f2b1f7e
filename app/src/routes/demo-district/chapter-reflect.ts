import { writeLesson } from '../../reflect/lesson/server.ts';
import { writeReview } from '../../reflect/review/server.ts';
import type { Memory } from './memory.ts';
import { recall } from './memory.ts';
import type { Stage } from './stage.ts';

/** The first cycle ends: a review of the goal, and the lesson that others may have. */
export async function lookBack(stage: Stage, memory: Memory): Promise<void> {
  stage.on(148, 13);
  const review = await stage.as('tran', (ctx) =>
    writeReview(ctx, recall(memory, 'attendance'), {
      title: 'Review: fewer children miss a tenth of the year',
      result: 'reached',
      measured: '15.9',
      contentNote:
        'From 24 to 15.9 in 100 in nine months; the target was 16. The elementary schools moved most. We cannot say how much each step did: buses, messages and follow-up came close together.',
      processScore: 4,
      processNote:
        'People spoke openly from the third meeting on. Drivers and secretaries knew things that none of us had on paper. Families came when we met at the school in the evening.',
      successes:
        'Messages before 9:30 in the family’s language.\nDrivers who text the school.\nOne person who knows the child makes the call.',
      challenges:
        'Release time came three months late.\nThe high school needs something else; messages did nothing there.',
      nextStep: 'close',
      heldOn: stage.day(148),
    }),
  );
  memory.set('review', review);
  stage.on(140, 11);
  const lesson = await stage.as('kowalski', (ctx) =>
    writeLesson(ctx, {
      title: 'A short message before 9:30, in the family’s language, brings children back sooner',
      context:
        'A district with six schools and many families who speak Spanish at home. Absences were followed up by post, in English, after the third day.',
      change:
        'Schools text the family before 9:30 on the first day, in the language the family chose, and somebody who knows the child answers the reply. Drivers text the school when a bus is late.',
      evidence:
        'Students absent on a tenth of days: 24 to 15.9 in 100 within nine months in all schools together. No comparison group, and the bus schedule changed in the same fall, so do not credit the messages alone.',
      effort:
        'A messaging contract of about 2 dollars a student and year; 15 minutes of a secretary’s morning.',
      conditions:
        'Languages on file for every family. An agreement with support staff about who answers and when.',
      whatFailed:
        'Automatic calls did nothing. At the high school the messages did nothing either.',
      contactSeat: stage.seat('kowalski').seatId,
      visibleTo: 'public',
      reviewId: review,
    }),
  );
  memory.set('lesson', lesson);
}
