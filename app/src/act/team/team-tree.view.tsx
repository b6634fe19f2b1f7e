import { RecordState } from '../../partnership/record/index.ts';
import { RecordList, RecordRow } from '../../ui/index.ts';
import { useWords } from '../../ui/words.ts';
import type { Team, TeamMember } from './team.ts';
import { teamWords } from './team.words.ts';
import { TeamTable } from './team-table.view.tsx';

export interface TeamTreeProps {
  base: string;
  teams: readonly Team[];
  seats: ReadonlyMap<string, readonly TeamMember[]>;
}

/** Teams, each with those that report to it beneath. A team whose parent is not shown stands on top. */
export function TeamTree({ base, teams, seats }: TeamTreeProps) {
  const t = useWords(teamWords);
  const shown = new Set(teams.map(({ id }) => id));
  const under = (parentId: string | null) =>
    teams.filter(({ parentTeamId }) =>
      parentId === null
        ? parentTeamId === null || !shown.has(parentTeamId)
        : parentTeamId === parentId,
    );
  const branch = (team: Team) => {
    const members = seats.get(team.id) ?? [];
    const children = under(team.id);
    const chairs = members.filter(({ role }) => role === 'co-chair');
    return (
      <li key={team.id}>
        <RecordList>
          <RecordRow
            href={`${base}/teams/${team.id}`}
            title={team.title}
            kind={t(`sort.${team.sort}`)}
            state={<RecordState head={team} />}
            who={chairs.map(({ holder, title }) => holder ?? title).join(', ')}
            figure={members.length > 0 && <TeamTable members={members} size="small" />}
          >
            {team.purpose}
          </RecordRow>
        </RecordList>
        {children.length > 0 && <ul class="tree">{children.map(branch)}</ul>}
      </li>
    );
  };
  return (
    <ul class="tree" aria-label={t('list.label')}>
      {under(null).map(branch)}
    </ul>
  );
}
