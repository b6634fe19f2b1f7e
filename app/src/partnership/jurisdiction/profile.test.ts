import { describe, expect, test } from 'vitest';
import { authorities, profileNames, recordsClasses } from './profile.ts';
import { profiles } from './profiles/index.ts';
import { recordsSchedule, retentionOf } from './records-schedule.ts';

const day = /^\d{4}-\d{2}-\d{2}$/;

describe.each(profileNames)('the profile %s', (name) => {
  const profile = profiles[name];
  const { covered, notice, quorum, serial, oneWay, votes, comment, minutes, bargaining } = profile;
  const rules = [
    ...authorities.map((authority) => covered[authority]),
    ...[notice, quorum, serial, oneWay, votes, comment, minutes, bargaining],
    ...profile.retention,
  ];

  test('says every rule in both languages', () => {
    expect(profile.name).toBe(name);
    expect(profile.edition).toMatch(day);
    for (const { says } of [...rules, { says: profile.title }, { says: profile.about }]) {
      expect(says.en.length).toBeGreaterThan(3);
      expect(says.es.length).toBeGreaterThan(3);
    }
  });

  test('names a statute, an address and a day for every rule that it did not choose itself', () => {
    const sources = rules.flatMap(({ source }) => (source ? [source] : []));
    for (const { citation, url, checkedOn } of sources) {
      expect(citation).toMatch(/\d|Schedule/);
      expect(url).toMatch(/^https?:\/\//);
      expect(checkedOn).toMatch(day);
    }
    if (name === 'generic') expect(sources).toEqual([]);
    else expect(sources.length).toBeGreaterThanOrEqual(rules.length - 1);
  });

  test('always covers the board itself, what it votes for and what a law calls for', () => {
    expect(covered['board-itself'].value).toBe(true);
    expect(covered['board-action'].value).toBe(true);
    expect(covered.law.value).toBe(true);
    expect(covered.association.value).toBe(false);
  });

  test('keeps every class of records, minutes for good', () => {
    expect(recordsSchedule(name).map((one) => one.class)).toEqual([...recordsClasses]);
    expect(retentionOf(name, 'minutes').years).toBe('permanent');
  });
});

test('the hours of notice are those of the statutes', () => {
  expect(profiles.california.notice.value).toMatchObject({ regular: 72, special: 24 });
  expect(profiles.massachusetts.notice.value).toMatchObject({
    regular: 48,
    skips: 'weekends-and-holidays',
  });
  expect(profiles.illinois.notice.value).toMatchObject({ regular: 48, special: 48 });
});
