import { type DateLike, useDates } from './words.ts';

export interface DateTextProps {
  date: DateLike;
  /** day "Tue 24 Nov"; dayIn "Tue 24 Nov, in two days"; moment "Tue 24 Nov, 4:30 PM"; distance "in two days". */
  as?: 'day' | 'dayIn' | 'moment' | 'distance' | undefined;
}

/** A date as people say it; in full as its title. */
export function DateText({ date, as = 'day' }: DateTextProps) {
  const dates = useDates();
  const said =
    as === 'moment' ? dates.moment(date instanceof Date ? date : new Date(date)) : dates[as](date);
  return (
    <time class="date" datetime={dates.machine(date)} title={dates.exact(date)}>
      {said}
    </time>
  );
}
