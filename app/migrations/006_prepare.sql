-- Voices and goals.
create table listening_link (
  partnership_id uuid not null references partnership,
  id uuid not null,
  visible_to visibility not null default 'partnership',
  token text not null unique,
  title text not null check (length(title) between 1 and 160),
  prompt text not null default '',
  site_id uuid,
  -- Who answers what arrives by this link, and within how many days.
  answer_seat uuid not null,
  answer_days integer not null check (answer_days between 1 and 60),
  opens_on date not null,
  closes_on date not null,
  created_at timestamptz not null,
  created_by_seat uuid not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, site_id) references site (partnership_id, id),
  foreign key (partnership_id, answer_seat) references seat (partnership_id, id),
  check (closes_on >= opens_on)
);
select protect('listening_link');

create table voice (
  partnership_id uuid not null,
  id uuid not null,
  visible_to visibility not null,
  sort text not null check (sort in ('concern', 'idea', 'question', 'praise')),
  body text not null check (length(body) between 1 and 4000),
  locale text not null,
  -- The constituency the voice speaks from: of the seat, or chosen by a person without an account.
  constituency text,
  -- Shown only where the person chose to be named.
  named_person uuid,
  link_id uuid,
  receipt_hash bytea unique,
  answer_seat uuid not null,
  answer_by date not null,
  answer text,
  answered_at timestamptz,
  answered_by_seat uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, id, visible_to) references record (partnership_id, id, visible_to) on update cascade,
  foreign key (partnership_id, named_person) references person (partnership_id, id),
  foreign key (partnership_id, answer_seat) references seat (partnership_id, id),
  foreign key (partnership_id, link_id) references listening_link (partnership_id, id)
);
select protect('voice');
create index on voice (partnership_id, answer_by) where answered_at is null;

-- Who raised a voice: known to that person alone, so that they can follow it.
create table voice_author (
  partnership_id uuid not null,
  voice_id uuid not null,
  person_id uuid not null,
  visible_to visibility not null check (visible_to like 'person:%'),
  primary key (partnership_id, voice_id),
  foreign key (partnership_id, voice_id) references record (partnership_id, id)
);
select protect('voice_author');

-- A person without an account adds a voice through an open link, and later reads that one voice back
-- with its receipt.
create policy guests_add on record for insert to {{app}} with check (
  (select me_link()) is not null and partnership_id = (select me_partnership())
  and kind = 'voice' and visible_to = 'partnership' and created_by_seat is null);
create policy guests_add on voice for insert to {{app}} with check (
  (select me_link()) is not null and partnership_id = (select me_partnership())
  and link_id = (select me_link()) and named_person is null and answered_at is null and receipt_hash is not null);
create policy guests_read_own on record for select to {{app}} using (
  partnership_id = (select me_partnership()) and id = (select me_voice()));
create policy guests_read_own on voice for select to {{app}} using (
  partnership_id = (select me_partnership()) and id = (select me_voice()));
create policy guests_read on listening_link for select to {{app}} using (
  partnership_id = (select me_partnership()) and id = (select me_link()));

create table goal (
  partnership_id uuid not null,
  id uuid not null,
  visible_to visibility not null,
  how_much text not null default '',
  for_whom text not null default '',
  by_when date not null,
  why text not null default '',
  indicator_id uuid,
  keeper_seat uuid not null,
  adopted_at timestamptz,
  closed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, id, visible_to) references record (partnership_id, id, visible_to) on update cascade,
  foreign key (partnership_id, indicator_id) references indicator (partnership_id, id),
  foreign key (partnership_id, keeper_seat) references seat (partnership_id, id)
);
select protect('goal');

-- A goal is shared when leads of at least two constituencies have put their organization's name to it.
create table goal_endorsement (
  partnership_id uuid not null,
  goal_id uuid not null,
  organization_id uuid not null,
  visible_to visibility not null,
  seat_id uuid not null,
  endorsed_at timestamptz not null,
  primary key (partnership_id, goal_id, organization_id),
  foreign key (partnership_id, goal_id, visible_to) references record (partnership_id, id, visible_to) on update cascade,
  foreign key (partnership_id, organization_id) references organization (partnership_id, id),
  foreign key (partnership_id, seat_id) references seat (partnership_id, id)
);
select protect('goal_endorsement');
create policy own_organization on goal_endorsement as restrictive for insert to {{app}} with check (
  me_is_lead() and organization_id = me_organization() and seat_id = me_seat());
create policy never_changes on goal_endorsement as restrictive for update to {{app}} using (false);
