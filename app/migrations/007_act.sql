-- Teams, meetings, decisions, actions.
create table team (
  partnership_id uuid not null,
  id uuid not null,
  visible_to visibility not null,
  sort text not null check (sort in (
    'partner-group', 'district-leadership', 'school-leadership', 'learning-community', 'working-committee',
    'issue-committee', 'crisis-task-force')),
  -- The charter: what the team is for, what belongs to it and what does not.
  purpose text not null check (length(purpose) between 1 and 4000),
  in_scope text not null default '',
  out_of_scope text not null default '',
  norms text not null default '',
  decision_rule text not null check (decision_rule in ('fist-to-five', 'gradients', 'consent', 'majority', 'supermajority')),
  parent_team_id uuid,
  sunset_on date,
  ended_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, id, visible_to) references record (partnership_id, id, visible_to) on update cascade,
  foreign key (partnership_id, parent_team_id) references team (partnership_id, id)
);
select protect('team');

create table team_seat (
  partnership_id uuid not null,
  team_id uuid not null,
  seat_id uuid not null,
  visible_to visibility not null,
  role text not null check (role in ('co-chair', 'member', 'facilitator')),
  joined_on date not null,
  left_on date,
  primary key (partnership_id, team_id, seat_id),
  foreign key (partnership_id, team_id, visible_to) references record (partnership_id, id, visible_to) on update cascade,
  foreign key (partnership_id, seat_id) references seat (partnership_id, id)
);
select protect('team_seat');
create index on team_seat (partnership_id, seat_id);
-- Each organization names its own seats to a team. The first co-chairs are named by whoever forms it.
create function may_join(team uuid, joining uuid, joining_as text) returns boolean
  language sql stable security definer set search_path = public as $$
  select me_is_lead() and seat_organization(me_partnership(), joining) = me_organization()
    or exists (select from record r where r.partnership_id = me_partnership() and r.id = team
      and r.created_by_seat = me_seat() and r.state = 'forming' and joining_as = 'co-chair')
    or exists (select from team_seat t where t.partnership_id = me_partnership() and t.team_id = team
      and t.seat_id = me_seat() and t.role = 'co-chair' and t.left_on is null)
      and seat_organization(me_partnership(), joining) = me_organization() $$;
grant execute on function may_join(uuid, uuid, text) to {{app}};
create policy own_seats_only on team_seat as restrictive for insert to {{app}} with check (may_join(team_id, seat_id, role));
create policy own_seats_change on team_seat as restrictive for update to {{app}} using (may_join(team_id, seat_id, role));

create table meeting_series (
  partnership_id uuid not null,
  id uuid not null,
  visible_to visibility not null,
  team_id uuid not null,
  title text not null check (length(title) between 1 and 160),
  every_weeks integer not null check (every_weeks between 1 and 26),
  starts_at timestamptz not null,
  duration_minutes integer not null check (duration_minutes between 10 and 600),
  place text not null default '',
  quorum_each_side integer not null default 1 check (quorum_each_side between 0 and 50),
  ended_at timestamptz,
  created_at timestamptz not null,
  primary key (partnership_id, id),
  unique (partnership_id, id, visible_to),
  foreign key (partnership_id, team_id) references team (partnership_id, id)
);
select protect('meeting_series');

create table meeting (
  partnership_id uuid not null,
  id uuid not null,
  visible_to visibility not null,
  series_id uuid,
  team_id uuid not null,
  starts_at timestamptz not null,
  duration_minutes integer not null check (duration_minutes between 10 and 600),
  place text not null default '',
  quorum_each_side integer not null,
  minutes text not null default '',
  -- Counts how often minutes were offered: an approval is of one version.
  minutes_version integer not null default 0,
  minutes_by_seat uuid,
  minutes_ready_at timestamptz,
  approved_at timestamptz,
  -- Why it did not take place, where it did not.
  skipped_because text not null default '',
  primary key (partnership_id, id),
  foreign key (partnership_id, id, visible_to) references record (partnership_id, id, visible_to) on update cascade,
  foreign key (partnership_id, series_id) references meeting_series (partnership_id, id),
  foreign key (partnership_id, team_id) references team (partnership_id, id)
);
select protect('meeting');
create index on meeting (partnership_id, starts_at);

create table agenda_item (
  partnership_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  visible_to visibility not null,
  position integer not null,
  title text not null check (length(title) between 1 and 200),
  record_id uuid,
  brought_by_seat uuid,
  carried_from uuid,
  outcome text not null default 'open' check (outcome in ('open', 'done', 'carried')),
  note text not null default '',
  primary key (partnership_id, id),
  -- Unfinished business goes to one later meeting, once.
  unique (partnership_id, carried_from),
  foreign key (partnership_id, carried_from) references agenda_item (partnership_id, id),
  foreign key (partnership_id, meeting_id, visible_to) references record (partnership_id, id, visible_to) on update cascade,
  foreign key (partnership_id, record_id) references record (partnership_id, id)
);
select protect('agenda_item');
create index on agenda_item (partnership_id, meeting_id, position);

create table attendance (
  partnership_id uuid not null,
  meeting_id uuid not null,
  seat_id uuid not null,
  visible_to visibility not null,
  presence text not null check (presence in ('present', 'alternate', 'absent')),
  noted_at timestamptz not null,
  primary key (partnership_id, meeting_id, seat_id),
  foreign key (partnership_id, meeting_id, visible_to) references record (partnership_id, id, visible_to) on update cascade,
  foreign key (partnership_id, seat_id) references seat (partnership_id, id)
);
select protect('attendance');

create table minutes_approval (
  partnership_id uuid not null,
  meeting_id uuid not null,
  organization_id uuid not null,
  version integer not null,
  visible_to visibility not null,
  seat_id uuid not null,
  approved_at timestamptz not null,
  primary key (partnership_id, meeting_id, organization_id, version),
  foreign key (partnership_id, meeting_id, visible_to) references record (partnership_id, id, visible_to) on update cascade,
  foreign key (partnership_id, organization_id) references organization (partnership_id, id),
  foreign key (partnership_id, seat_id) references seat (partnership_id, id)
);
select protect('minutes_approval');
create policy own_organization on minutes_approval as restrictive for insert to {{app}} with check (
  organization_id = me_organization() and seat_id = me_seat());
-- What was written here is never changed.
drop policy changes on minutes_approval;
revoke update on minutes_approval from {{app}};

-- What was offered is what gets approved, and what was approved stays as it was.
create function minutes_kept() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if old.approved_at is not null and (new.minutes, new.minutes_version, new.minutes_ready_at, new.approved_at)
      is distinct from (old.minutes, old.minutes_version, old.minutes_ready_at, old.approved_at) then
    raise exception 'the minutes were approved and stay as they were' using errcode = '42501';
  end if;
  if old.minutes_ready_at is not null and new.minutes_ready_at is not null and new.minutes <> old.minutes then
    raise exception 'the minutes were offered for approval; take them back to change them' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger minutes_kept before update on meeting for each row execute function minutes_kept();
create function agenda_kept() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select from meeting m where m.partnership_id = old.partnership_id and m.id = old.meeting_id
      and m.approved_at is not null)
    and (new.title, new.record_id, new.outcome, new.note, new.meeting_id)
      is distinct from (old.title, old.record_id, old.outcome, old.note, old.meeting_id) then
    raise exception 'the minutes were approved and stay as they were' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger agenda_kept before update on agenda_item for each row execute function agenda_kept();

create table decision (
  partnership_id uuid not null,
  id uuid not null,
  visible_to visibility not null,
  team_id uuid not null,
  background text not null default '',
  proposal text not null,
  domain text not null check (domain in (
    'instruction', 'schedule', 'professional-learning', 'student-support', 'family-engagement', 'safety',
    'facilities', 'budget', 'personnel', 'governance', 'other')),
  authority text not null check (authority in ('administration', 'board', 'educators', 'shared')),
  level text not null check (level in ('informed', 'consulted', 'recommend', 'joint-consent', 'joint-consensus', 'delegated')),
  scale text not null check (scale in ('fist-to-five', 'gradients', 'consent', 'majority', 'supermajority')),
  -- The least a stance may be and still count as support, in the words of the scale.
  line text,
  fallback text not null,
  closes_at timestamptz not null,
  review_on date not null,
  round integer not null default 1,
  opened_at timestamptz,
  closed_at timestamptz,
  outcome text check (outcome in ('passed', 'not-passed')),
  outcome_reasons jsonb,
  outcome_note text not null default '',
  reviewed_at timestamptz,
  review_note text not null default '',
  primary key (partnership_id, id),
  foreign key (partnership_id, id, visible_to) references record (partnership_id, id, visible_to) on update cascade,
  foreign key (partnership_id, team_id) references team (partnership_id, id),
  check ((closed_at is null) = (outcome is null))
);
select protect('decision');

-- Quorum and gate per constituency, declared with the rule.
create table decision_gate (
  partnership_id uuid not null,
  decision_id uuid not null,
  constituency text not null,
  visible_to visibility not null,
  quorum integer not null check (quorum >= 0),
  gate text not null check (gate in ('consent', 'majority', 'supermajority', 'none')),
  primary key (partnership_id, decision_id, constituency),
  foreign key (partnership_id, decision_id, visible_to) references record (partnership_id, id, visible_to) on update cascade
);
select protect('decision_gate');

-- Each round keeps the text that people took a stance on, and its deadline.
create table decision_round (
  partnership_id uuid not null,
  decision_id uuid not null,
  round integer not null check (round >= 1),
  visible_to visibility not null,
  proposal text not null,
  closes_at timestamptz not null,
  opened_at timestamptz not null,
  revealed_at timestamptz,
  primary key (partnership_id, decision_id, round),
  foreign key (partnership_id, decision_id, visible_to) references record (partnership_id, id, visible_to) on update cascade
);
select protect('decision_round');

-- Who has a say: the seats, frozen when the decision opens. Shows that a seat has spoken, never what it said.
create table decision_elector (
  partnership_id uuid not null,
  decision_id uuid not null,
  seat_id uuid not null,
  visible_to visibility not null,
  constituency text not null,
  spoken_round integer not null default 0,
  primary key (partnership_id, decision_id, seat_id),
  foreign key (partnership_id, decision_id, visible_to) references record (partnership_id, id, visible_to) on update cascade,
  foreign key (partnership_id, seat_id) references seat (partnership_id, id)
);
select protect('decision_elector');

create table stance (
  partnership_id uuid not null,
  decision_id uuid not null,
  round integer not null,
  seat_id uuid not null,
  -- 'person:<id>' until the round is closed; then whoever sees the decision.
  visible_to visibility not null,
  person_id uuid not null,
  value text not null,
  reason text not null default '',
  would_resolve text not null default '',
  entered_at timestamptz not null,
  revealed_at timestamptz,
  -- Worked through: what was done about the concern, agreed by the person who raised it.
  resolved_at timestamptz,
  resolution text not null default '',
  primary key (partnership_id, decision_id, round, seat_id),
  foreign key (partnership_id, decision_id) references record (partnership_id, id),
  foreign key (partnership_id, decision_id, seat_id) references decision_elector (partnership_id, decision_id, seat_id)
);
select protect('stance');

-- Dissent is kept, respectfully and for good.
create table dissent (
  partnership_id uuid not null,
  decision_id uuid not null,
  seat_id uuid not null,
  visible_to visibility not null,
  body text not null check (length(body) between 1 and 4000),
  written_at timestamptz not null,
  primary key (partnership_id, decision_id, seat_id),
  foreign key (partnership_id, decision_id, visible_to) references record (partnership_id, id, visible_to) on update cascade,
  -- Those who had a say.
  foreign key (partnership_id, decision_id, seat_id) references decision_elector (partnership_id, decision_id, seat_id)
);
select protect('dissent');
create policy own_words on dissent as restrictive for insert to {{app}} with check (
  seat_id = me_seat() and exists (select from decision d where d.partnership_id = dissent.partnership_id
    and d.id = dissent.decision_id and d.closed_at is not null));
-- What was written here is never changed.
drop policy changes on dissent;
revoke update on dissent from {{app}};

-- Stances are taken in the round that runs, until it is revealed.
create function decision_takes_stances(p uuid, d uuid, in_round integer) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select from decision it join decision_round r on r.partnership_id = it.partnership_id
    and r.decision_id = it.id and r.round = it.round
    where it.partnership_id = p and it.id = d and it.round = in_round and it.closed_at is null
      and r.revealed_at is null) $$;
grant execute on function decision_takes_stances(uuid, uuid, integer) to {{app}};
create function decision_is_undecided(p uuid, d uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select from decision where partnership_id = p and id = d and opened_at is not null and closed_at is null) $$;
grant execute on function decision_is_undecided(uuid, uuid) to {{app}};

-- A stance is one's own, given from an elector's seat, while its round runs. Once revealed, whoever
-- acts for the seat may say that its concern was met.
create policy own_stance on stance as restrictive for insert to {{app}} with check (
  seat_id = me_seat() and person_id = me_person() and visible_to = 'person:' || me_person()
  and revealed_at is null and decision_takes_stances(partnership_id, decision_id, round));
create policy own_stance_changes on stance as restrictive for update to {{app}}
  using (seat_id = me_seat() and decision_is_undecided(partnership_id, decision_id))
  with check (seat_id = me_seat() and (revealed_at is not null
    or person_id = me_person() and decision_takes_stances(partnership_id, decision_id, round)));
-- A revealed stance keeps its words. Before the reveal it stays private.
create function stance_kept() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if current_setting('concord.reveal', true) = 'yes' then return new; end if;
  if (new.decision_id, new.round, new.seat_id, new.person_id)
     is distinct from (old.decision_id, old.round, old.seat_id, old.person_id) then
    raise exception 'a stance stays with whoever gave it' using errcode = '42501';
  end if;
  if old.revealed_at is not null
     and (new.value, new.reason, new.would_resolve, new.visible_to, new.revealed_at, new.entered_at)
         is distinct from
         (old.value, old.reason, old.would_resolve, old.visible_to, old.revealed_at, old.entered_at) then
    raise exception 'a revealed stance is kept as it was' using errcode = '42501';
  end if;
  if old.revealed_at is null and (new.visible_to <> 'person:' || new.person_id or new.revealed_at is not null) then
    raise exception 'stances are revealed together' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger stance_kept before update on stance for each row execute function stance_kept();

-- A seat has one stance in a round. Whoever acts for it now may replace what the holder or the
-- alternate gave before, without ever seeing it.
create function withdraw_stance_of_seat(d uuid) returns boolean
  language plpgsql security definer set search_path = public as $$
begin
  delete from stance s using decision it
    where it.partnership_id = me_partnership() and it.id = d and it.visible_to = any (me_audiences())
      and s.partnership_id = it.partnership_id and s.decision_id = it.id and s.round = it.round
      and s.seat_id = me_seat() and s.person_id is distinct from me_person() and s.revealed_at is null
      and decision_takes_stances(it.partnership_id, it.id, it.round);
  return found;
end $$;
grant execute on function withdraw_stance_of_seat(uuid) to {{app}};

-- Speaking marks the elector; nothing else about the electorate changes once the decision is open.
create function elector_frozen() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'INSERT' then
    if exists (select from decision where partnership_id = new.partnership_id and id = new.decision_id and opened_at is not null) then
      raise exception 'the electorate was frozen when the decision opened' using errcode = '42501';
    end if;
  elsif (new.seat_id, new.constituency, new.decision_id) is distinct from (old.seat_id, old.constituency, old.decision_id)
     or (new.spoken_round <> old.spoken_round and (new.seat_id is distinct from me_seat() or not exists (
       select from stance s where s.partnership_id = new.partnership_id and s.decision_id = new.decision_id
         and s.round = new.spoken_round and s.seat_id = new.seat_id))) then
    raise exception 'the electorate was frozen when the decision opened' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger elector_frozen before insert or update on decision_elector for each row execute function elector_frozen();

-- What was declared stays as it was. A further round follows a revealed one; only then may the
-- proposal and the deadline change. A decision closes after a reveal, once.
create function decision_frozen() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if old.opened_at is not null and
    (new.background, new.domain, new.authority, new.level, new.scale, new.line, new.fallback, new.review_on,
      new.team_id, new.opened_at)
    is distinct from
    (old.background, old.domain, old.authority, old.level, old.scale, old.line, old.fallback, old.review_on,
      old.team_id, old.opened_at) then
    raise exception 'the rule was frozen when the decision opened' using errcode = '42501';
  end if;
  if old.opened_at is not null and new.round = old.round
    and (new.proposal, new.closes_at) is distinct from (old.proposal, old.closes_at) then
    raise exception 'the proposal and the deadline stay until the next round' using errcode = '42501';
  end if;
  if new.round <> old.round or (old.closed_at is null and new.closed_at is not null) then
    if new.round not in (old.round, old.round + 1) or not exists (select from decision_round r
        where r.partnership_id = old.partnership_id and r.decision_id = old.id and r.round = old.round
          and r.revealed_at is not null) then
      raise exception 'stances are revealed first' using errcode = '42501';
    end if;
  end if;
  if old.closed_at is not null and (new.outcome, new.outcome_reasons, new.outcome_note, new.closed_at, new.round)
    is distinct from (old.outcome, old.outcome_reasons, old.outcome_note, old.closed_at, old.round) then
    raise exception 'the decision is closed' using errcode = '42501';
  end if;
  if old.reviewed_at is not null
    and (new.reviewed_at, new.review_note) is distinct from (old.reviewed_at, old.review_note) then
    raise exception 'the review is kept as it was' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger decision_frozen before update on decision for each row execute function decision_frozen();
create function round_kept() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if current_setting('concord.reveal', true) = 'yes' then return new; end if;
  if tg_op = 'INSERT' and new.revealed_at is null or tg_op = 'UPDATE'
    and (new.round, new.proposal, new.closes_at, new.opened_at, new.revealed_at)
      is not distinct from (old.round, old.proposal, old.closes_at, old.opened_at, old.revealed_at) then
    return new;
  end if;
  raise exception 'a round is kept as it was' using errcode = '42501';
end $$;
create trigger round_kept before insert or update on decision_round for each row execute function round_kept();
-- The rule of a draft may still be written anew.
grant delete on decision_gate to {{app}};
create policy removes on decision_gate for delete to {{app}} using (
  (select me_seat()) is not null and partnership_id = (select me_partnership())
  and visible_to = any ((select me_audiences())::text[]));
create function gate_frozen() returns trigger language plpgsql security definer set search_path = public as $$
declare it decision_gate := coalesce(new, old);
begin
  if exists (select from decision where partnership_id = it.partnership_id and id = it.decision_id and opened_at is not null)
    and (tg_op <> 'UPDATE' or (new.quorum, new.gate, new.constituency) is distinct from (old.quorum, old.gate, old.constituency)) then
    raise exception 'the rule was frozen when the decision opened' using errcode = '42501';
  end if;
  return it;
end $$;
create trigger gate_frozen before insert or update or delete on decision_gate for each row execute function gate_frozen();

-- The reveal: all stances of the round at once, by a seat that has a say, when the time is up or
-- everybody has spoken.
create function reveal_stances(d uuid, at timestamptz) returns integer
  language plpgsql security definer set search_path = public as $$
declare
  it decision;
  shown integer;
begin
  select * into it from decision where partnership_id = me_partnership() and id = d for update;
  if it.id is null or not (it.visible_to = any (me_audiences())) or not exists (select from decision_elector e
      where e.partnership_id = it.partnership_id and e.decision_id = d and e.seat_id = me_seat()) then
    raise exception 'no such decision' using errcode = '42501';
  end if;
  if it.opened_at is null or not decision_takes_stances(it.partnership_id, d, it.round) then
    raise exception 'the decision is not open' using errcode = '42501';
  end if;
  if at < it.closes_at and exists (select from decision_elector e
      where e.partnership_id = it.partnership_id and e.decision_id = d and e.spoken_round < it.round) then
    raise exception 'stances are revealed together' using errcode = '42501';
  end if;
  perform set_config('concord.reveal', 'yes', true);
  update stance s set visible_to = it.visible_to, revealed_at = at
    where s.partnership_id = it.partnership_id and s.decision_id = d and s.round = it.round and s.revealed_at is null;
  get diagnostics shown = row_count;
  update decision_round r set revealed_at = at
    where r.partnership_id = it.partnership_id and r.decision_id = d and r.round = it.round;
  perform set_config('concord.reveal', '', true);
  return shown;
end $$;
grant execute on function reveal_stances(uuid, timestamptz) to {{app}};

create table action (
  partnership_id uuid not null,
  id uuid not null,
  visible_to visibility not null,
  -- Whose business it is: its co-chairs may reassign and close it too.
  team_id uuid,
  owner_seat uuid not null,
  due_on date not null,
  details text not null default '',
  -- Done or dropped, as the record's state says, and the note that goes with it.
  closed_at timestamptz,
  closing_note text not null default '',
  primary key (partnership_id, id),
  foreign key (partnership_id, id, visible_to) references record (partnership_id, id, visible_to) on update cascade,
  foreign key (partnership_id, team_id) references team (partnership_id, id),
  foreign key (partnership_id, owner_seat) references seat (partnership_id, id)
);
select protect('action');
create index on action (partnership_id, owner_seat) where closed_at is null;
