import type { Say } from '../../ui/words.ts';
import type { ImportCounts, ImportPlan } from './import-plan.ts';
import type { rosterWords } from './roster.words.ts';

type T = Say<keyof (typeof rosterWords)['messages']['en']>;

/** "12 new, 3 changed, …": for lists, where what stays as it is does not matter. */
export function peopleInShort(t: T, counts: ImportCounts): string {
  return t('people.short', {
    added: counts.newPeople,
    changed: counts.changedPeople,
    gone: counts.gonePeople,
  });
}

/** The facts of an import, each a term and a sentence. */
export function summaryOf(t: T, source: string, plan: ImportPlan, counts: ImportCounts) {
  return [
    { term: t('summary.files'), value: `${source} · OneRoster ${plan.version}` },
    {
      term: t('summary.sites'),
      value: t('summary.sites.value', {
        added: counts.newSites,
        changed: counts.changedSites,
        same: plan.unchanged.sites,
      }),
    },
    {
      term: t('summary.people'),
      value: t('summary.people.value', {
        added: counts.newPeople,
        changed: counts.changedPeople,
        gone: counts.gonePeople,
        same: plan.unchanged.people,
      }),
    },
    {
      term: t('summary.terms'),
      value: t('summary.terms.value', { ended: counts.endedTerms, flagged: counts.flaggedTerms }),
    },
    { term: t('summary.not-staff'), value: t('summary.not-staff.value', { ...plan.notStaff }) },
    {
      term: t('summary.lines'),
      value: t('summary.lines.value', { n: counts.leftOut, all: plan.lines }),
    },
  ];
}
