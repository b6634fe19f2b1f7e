import { tableSeats } from '../../partnership/seat/index.ts';
import { RoundTable } from '../../ui/index.ts';
import { useLocale, useWords } from '../../ui/words.ts';
import type { TeamMember } from './team.ts';
import { teamWords } from './team.words.ts';

/** The team from above: its seats, who holds them, who chairs. */
export function TeamTable({
  members,
  size,
}: {
  members: readonly TeamMember[];
  size: 'small' | 'large';
}) {
  const t = useWords(teamWords);
  const { locale } = useLocale();
  const roleOf = new Map(members.map(({ id, role }) => [id, role]));
  return (
    <RoundTable
      size={size}
      title={t('table.title')}
      centre={size === 'large' ? String(members.length) : undefined}
      centreNote={t('table.note', { count: members.length })}
      seats={tableSeats(locale, members, ({ id }) => {
        const role = roleOf.get(id);
        return role === 'co-chair' || role === 'facilitator' ? { note: t(`role.${role}`) } : {};
      })}
    />
  );
}
