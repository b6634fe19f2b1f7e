-- Indicators: what we look at to know whether a goal is being reached.
create table indicator (
  partnership_id uuid not null,
  id uuid not null,
  visible_to visibility not null,
  name text not null check (length(name) between 1 and 160),
  unit text not null default '',
  wanted text not null check (wanted in ('up', 'down')),
  baseline numeric,
  baseline_on date,
  target numeric,
  target_on date,
  source text not null default '',
  created_at timestamptz not null,
  primary key (partnership_id, id),
  unique (partnership_id, id, visible_to)
);
select protect('indicator');

create table indicator_value (
  partnership_id uuid not null,
  indicator_id uuid not null,
  measured_on date not null,
  visible_to visibility not null,
  value numeric not null,
  note text not null default '',
  entered_at timestamptz not null,
  entered_by_seat uuid not null,
  primary key (partnership_id, indicator_id, measured_on),
  foreign key (partnership_id, indicator_id, visible_to) references indicator (partnership_id, id, visible_to)
    on update cascade
);
select protect('indicator_value');
