import { DateText } from '../index.ts';

export const day = (date: string) => <DateText date={date} as="dayIn" />;
