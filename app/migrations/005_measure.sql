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
  -- Who keeps the numbers: this seat, and the leads of its organization, enter the values.
  keeper_seat uuid not null,
  created_at timestamptz not null,
  primary key (partnership_id, id),
  unique (partnership_id, id, visible_to),
  foreign key (partnership_id, keeper_seat) references seat (partnership_id, id)
);
select protect('indicator');

create table indicator_value (
  partnership_id uuid not null,
  indicator_id uuid not null,
  measured_on date not null,
  visible_to visibility not null,
  value numeric not null,
  -- Why the number is what it is: a snow day, a new form.
  note text not null default '',
  entered_at timestamptz not null,
  entered_by_seat uuid not null,
  primary key (partnership_id, indicator_id, measured_on),
  foreign key (partnership_id, indicator_id, visible_to) references indicator (partnership_id, id, visible_to)
    on update cascade
);
select protect('indicator_value');
create function may_enter_values(indicator uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select from indicator i where i.partnership_id = me_partnership() and i.id = may_enter_values.indicator
    and (i.keeper_seat = me_seat()
      or me_is_lead() and seat_organization(i.partnership_id, i.keeper_seat) = me_organization())) $$;
create policy keepers_only on indicator_value as restrictive for insert to {{app}}
  with check (may_enter_values(indicator_id) and entered_by_seat = me_seat());
create policy keepers_change on indicator_value as restrictive for update to {{app}}
  using (may_enter_values(indicator_id)) with check (entered_by_seat = me_seat());
