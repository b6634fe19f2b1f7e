import { RecordState } from '../../partnership/record/index.ts';
import { DateText, RecordList, RecordRow } from '../../ui/index.ts';
import type { Meeting } from './meeting.ts';

export interface MeetingRowsProps {
  base: string;
  label: string;
  meetings: readonly Meeting[];
  /** Names of teams by id, where a list mixes them. */
  teams?: ReadonlyMap<string, string>;
}

export function MeetingRows({ base, label, meetings, teams }: MeetingRowsProps) {
  return (
    <RecordList label={label}>
      {meetings.map((meeting) => (
        <RecordRow
          key={meeting.id}
          href={`${base}/meetings/${meeting.id}`}
          title={meeting.title}
          kind={teams?.get(meeting.teamId)}
          state={<RecordState head={meeting} />}
          when={
            <>
              <DateText date={meeting.startsAt} as="moment" />
              {meeting.state === 'planned' && (
                <>
                  {', '}
                  <DateText date={meeting.startsAt} as="distance" />
                </>
              )}
            </>
          }
          who={meeting.place}
        />
      ))}
    </RecordList>
  );
}
