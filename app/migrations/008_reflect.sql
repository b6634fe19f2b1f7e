-- Reviews and lessons.
create table review (
  partnership_id uuid not null,
  id uuid not null,
  visible_to visibility not null,
  goal_id uuid not null,
  result text not null check (result in ('reached', 'partly', 'not-reached', 'too-early')),
  measured numeric,
  measured_on date,
  -- Content and process are judged separately: what we did, and how we worked together.
  content_note text not null default '',
  process_score integer check (process_score between 1 and 5),
  process_note text not null default '',
  successes text not null default '',
  challenges text not null default '',
  next_step text not null check (next_step in ('carry-over', 'close', 'change')),
  held_on date not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, id, visible_to) references record (partnership_id, id, visible_to) on update cascade,
  foreign key (partnership_id, goal_id) references goal (partnership_id, id)
);
select protect('review');

create table lesson (
  partnership_id uuid not null,
  id uuid not null,
  visible_to visibility not null,
  context text not null default '',
  change text not null,
  evidence text not null default '',
  effort text not null default '',
  conditions text not null default '',
  what_failed text not null default '',
  contact_seat uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, id, visible_to) references record (partnership_id, id, visible_to) on update cascade,
  foreign key (partnership_id, contact_seat) references seat (partnership_id, id)
);
select protect('lesson');
