-- Two-key changes. What is shared is changed by two sides: one proposes, and nothing happens until the
-- others whose agreement it needs have agreed. The application reads joint changes and writes none:
-- the functions below do, and they take who is asking from the transaction's identity alone.

-- Times come from the application's clock. Nobody may claim a time that has not come, except in a
-- database whose owner said that its clock is set by tests.
create table test_clock (
  one boolean primary key default true check (one)
);
alter table test_clock enable row level security;
create function checked_time(at timestamptz) returns timestamptz
  language plpgsql stable security definer set search_path = public as $$
begin
  if at is null or at > now() + interval '1 minute' and not exists (select from test_clock) then
    raise exception 'this time has not come yet' using errcode = '42501';
  end if;
  return at;
end $$;
-- The same for deadlines: an earlier time than it is now keeps nothing open, except where tests or the
-- history of a demo partnership set the clock.
create function time_for_deadlines(at timestamptz) returns timestamptz
  language sql stable security definer set search_path = public as $$
  select case when exists (select from test_clock)
      or exists (select from partnership where id = me_partnership() and demo)
    then checked_time(at) else greatest(checked_time(at), now()) end $$;

-- How many places each organization has on a team. Free while the team forms; once it works, more or
-- fewer places, or another balance of co-chairs, is a joint change.
create table team_place (
  partnership_id uuid not null,
  team_id uuid not null,
  organization_id uuid not null,
  visible_to visibility not null,
  places integer not null check (places between 0 and 60),
  -- Of these, how many chair.
  chairs integer not null check (chairs between 0 and places),
  primary key (partnership_id, team_id, organization_id),
  foreign key (partnership_id, team_id, visible_to) references record (partnership_id, id, visible_to) on update cascade,
  foreign key (partnership_id, organization_id) references organization (partnership_id, id)
);
select protect('team_place');
drop policy changes on team_place;
revoke update on team_place from {{app}};
insert into team_place (partnership_id, team_id, organization_id, visible_to, places, chairs)
  select m.partnership_id, m.team_id, s.organization_id, m.visible_to, count(*), count(*) filter (where m.role = 'co-chair')
  from team_seat m join seat s on s.partnership_id = m.partnership_id and s.id = m.seat_id
  where m.left_on is null group by 1, 2, 3, 4;

create function team_places_now(team uuid) returns jsonb
  language sql stable security definer set search_path = public as $$
  select coalesce(jsonb_agg(jsonb_build_object('organizationId', p.organization_id, 'places', p.places, 'chairs', p.chairs)
    order by p.organization_id), '[]')
  from team_place p where p.partnership_id = me_partnership() and p.team_id = team and p.places > 0 $$;

-- A composition that can be: organizations of this partnership, each once, and co-chairs from two sides.
create function check_places(team uuid, wanted jsonb) returns void
  language plpgsql stable security definer set search_path = public as $$
begin
  if not exists (select from record r where r.partnership_id = me_partnership() and r.id = team
      and r.kind = 'team' and r.state = 'working')
    or exists (select from jsonb_array_elements(wanted) x left join organization o
      on o.partnership_id = me_partnership() and o.id = (x->>'organizationId')::uuid
      where o.id is null or (x->>'places')::integer not between 0 and 60
        or (x->>'chairs')::integer not between 0 and (x->>'places')::integer)
    or (select count(*) <> count(distinct x->>'organizationId') from jsonb_array_elements(wanted) x)
    or exists (select from team_place p where p.partnership_id = me_partnership() and p.team_id = team
      and p.organization_id::text not in (select x->>'organizationId' from jsonb_array_elements(wanted) x))
    or (select count(distinct o.constituency) < 2 from jsonb_array_elements(wanted) x join organization o
      on o.partnership_id = me_partnership() and o.id = (x->>'organizationId')::uuid
      where (x->>'chairs')::integer > 0)
  then raise exception 'no such composition' using errcode = '42501'; end if;
end $$;

create table joint_change (
  partnership_id uuid not null references partnership,
  id uuid not null,
  -- Whoever sees the record sees that somebody wants to change it; nobody without a seat does.
  visible_to visibility not null check (visible_to <> 'public'),
  kind text not null check (kind in ('visibility', 'composition', 'removal', 'compact', 'rules', 'lead', 'first-person')),
  -- What it is about. Kept when the record itself is gone.
  record_id uuid,
  before jsonb not null,
  after jsonb not null,
  reason text not null check (length(reason) between 1 and 2000),
  -- Whose agreement it takes, the proposing side's included: side:district, side:staff,
  -- organization:<id>, other; colleague and witnesses where an organization has lost its lead.
  needs text[] not null check (cardinality(needs) > 0),
  state text not null default 'waiting' check (state in ('waiting', 'agreed', 'declined', 'withdrawn')),
  proposed_at timestamptz not null,
  lapses_at timestamptz not null,
  proposed_by_seat uuid not null,
  proposed_by_person uuid not null,
  proposed_by_organization uuid not null,
  settled_at timestamptz,
  applied_at timestamptz,
  primary key (partnership_id, id),
  unique (partnership_id, id, visible_to),
  foreign key (partnership_id, proposed_by_seat) references seat (partnership_id, id),
  foreign key (partnership_id, proposed_by_person) references person (partnership_id, id),
  foreign key (partnership_id, proposed_by_organization) references organization (partnership_id, id),
  check ((state = 'waiting') = (settled_at is null)),
  check (applied_at is null or state = 'agreed')
);
select protect('joint_change');
drop policy adds on joint_change;
drop policy changes on joint_change;
revoke insert, update on joint_change from {{app}};
create index on joint_change (partnership_id, record_id);
create index on joint_change (partnership_id, proposed_at) where state = 'waiting';

create table joint_change_answer (
  partnership_id uuid not null,
  change_id uuid not null,
  organization_id uuid not null,
  visible_to visibility not null,
  seat_id uuid not null,
  person_id uuid not null,
  answer text not null check (answer in ('agree', 'decline')),
  reason text not null default '' check (length(reason) <= 2000),
  answered_at timestamptz not null,
  primary key (partnership_id, change_id, organization_id),
  -- One person holds one key.
  unique (partnership_id, change_id, person_id),
  foreign key (partnership_id, change_id, visible_to) references joint_change (partnership_id, id, visible_to)
    on update cascade,
  foreign key (partnership_id, organization_id) references organization (partnership_id, id),
  foreign key (partnership_id, seat_id) references seat (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id)
);
select protect('joint_change_answer');
drop policy adds on joint_change_answer;
drop policy changes on joint_change_answer;
revoke insert, update on joint_change_answer from {{app}};

-- An organization that nobody speaks for any more: 'no-lead' while somebody still sits for it,
-- 'nobody' when no term runs or begins later. Null for one that has its lead, and for one whose first
-- person was never invited.
alter table organization add column reopened_at timestamptz;
create function organization_standing(org uuid, at timestamptz) returns text
  language sql stable security definer set search_path = public as $$
  select case when not organization_was_seated(me_partnership(), org) then null
    when not exists (select from seat s join term t on t.partnership_id = s.partnership_id and t.seat_id = s.id
      where s.partnership_id = me_partnership() and s.organization_id = org and t.ended_at is null
        and (t.ends_on is null or t.ends_on >= local_day(t.partnership_id, at))) then 'nobody'
    when not exists (select from seat s join term t on t.partnership_id = s.partnership_id and t.seat_id = s.id
      where s.partnership_id = me_partnership() and s.organization_id = org and s.lead and s.closed_on is null
        and t.ended_at is null and (t.ends_on is null or t.ends_on >= local_day(t.partnership_id, at))) then 'no-lead'
    end $$;
-- As before in 003, but an organization that others brought back begins anew: terms that were over by
-- then do not count.
create or replace function organization_was_seated(p uuid, org uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select from seat s join term t on t.partnership_id = s.partnership_id and t.seat_id = s.id
    join organization o on o.partnership_id = s.partnership_id and o.id = s.organization_id
    where s.partnership_id = p and s.organization_id = org
      and (o.reopened_at is null or coalesce(t.ended_at > o.reopened_at,
        t.ends_on is null or t.ends_on >= local_day(p, o.reopened_at)))) $$;

revoke insert on organization from {{app}};
grant insert (partnership_id, id, visible_to, name, constituency, exclusive_representative, created_at)
  on organization to {{app}};

-- The two sides of the table that employ and are employed: where both are there, neither changes
-- anything shared without the other.
create function side_of(constituency text) returns text language sql immutable as $$
  select case when constituency in ('administration', 'board') then 'side:district'
    when constituency in ('educators', 'support') then 'side:staff' end $$;

-- The seats that speak for their organization about this, with whoever acts for them today: leads; for
-- what only a team sees the leads and co-chairs who sit on it; for who is on a team its co-chairs and
-- the leads of organizations with places on it; and whoever made the record.
create function joint_change_speakers(change_kind text, audience text, about uuid, at timestamptz)
  returns table (seat_id uuid, person_id uuid, organization_id uuid, constituency text)
  language sql stable security definer set search_path = public as $$
  select s.id, t.person_id, o.id, o.constituency
  from seat s
  join organization o on o.partnership_id = s.partnership_id and o.id = s.organization_id
  join term t on t.partnership_id = s.partnership_id and t.seat_id = s.id
    and term_runs(t, local_day(s.partnership_id, at))
  left join record r on r.partnership_id = s.partnership_id and r.id = about
  left join team_seat m on m.partnership_id = s.partnership_id and m.seat_id = s.id and m.left_on is null
    and m.team_id = case when change_kind = 'composition' then about
      when audience like 'team:%' then substr(audience, 6)::uuid end
  where s.partnership_id = me_partnership() and s.closed_on is null
    and case
      when audience like 'caucus:%' then change_kind = 'lead' and audience = 'caucus:' || o.id and t.sort = 'holder'
      when change_kind = 'composition' then m.role = 'co-chair' or s.lead and exists (
        select from team_place p where p.partnership_id = s.partnership_id and p.team_id = about
          and p.organization_id = o.id and p.places > 0)
      when audience like 'team:%' then m.seat_id is not null
        and (s.lead or m.role = 'co-chair' or coalesce(s.id = r.created_by_seat, false))
      when audience = 'partnership' then s.lead or coalesce(s.id = r.created_by_seat, false)
      else false end $$;

-- Whose agreement a change takes. Both sides of the table where both can speak; otherwise somebody of
-- another constituency. The organization whose record it is, and those whose places would change.
create function joint_change_needs(change_kind text, audience text, about uuid, change_after jsonb, at timestamptz)
  returns text[] language plpgsql stable security definer set search_path = public as $$
declare
  sides text[];
  needs text[] := '{}';
  author uuid;
begin
  select array_agg(distinct side_of(s.constituency)) into sides
    from joint_change_speakers(change_kind, audience, about, at) s where side_of(s.constituency) is not null;
  if cardinality(coalesce(sides, '{}')) = 2 then needs := array['side:district', 'side:staff'];
  else needs := array['other'];
  end if;
  if change_kind in ('visibility', 'removal') then
    select seat_organization(r.partnership_id, r.created_by_seat) into author from record r
      where r.partnership_id = me_partnership() and r.id = about;
    if author is not null and exists (select from joint_change_speakers(change_kind, audience, about, at) s
        where s.organization_id = author) then
      needs := needs || ('organization:' || author);
    end if;
  end if;
  if change_kind = 'composition' then
    needs := needs || array(select 'organization:' || (x->>'organizationId')
      from jsonb_array_elements(change_after->'places') x
      left join team_place p on p.partnership_id = me_partnership() and p.team_id = about
        and p.organization_id = (x->>'organizationId')::uuid
      where coalesce(p.places, 0) <> (x->>'places')::integer or coalesce(p.chairs, 0) <> (x->>'chairs')::integer
      order by 1);
  end if;
  return needs;
end $$;

-- Does this organization's agreement meet the need? "other" is met by another constituency than the
-- proposing one; administration and board count as one side here, and so do educators and support.
create function joint_change_meets(change joint_change, need text, org uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select coalesce((select case
    when need like 'organization:%' then substr(need, 14) = org::text
    when need = 'colleague' then org = change.proposed_by_organization
    when need = 'witnesses' then o.constituency <> (select it.constituency from organization it
        where it.partnership_id = change.partnership_id and it.id = (change.after->>'organizationId')::uuid)
      and not exists (select from joint_change_answer a join organization w on w.partnership_id = a.partnership_id
          and w.id = a.organization_id
        where a.partnership_id = change.partnership_id and a.change_id = change.id and w.constituency = o.constituency)
      and (change.kind = 'lead' or o.constituency <> mine.constituency)
    -- Who is only asked onto a team speaks for itself there, and for no side of it yet.
    when change.kind = 'composition' and not exists (select from team_place p
      where p.partnership_id = change.partnership_id and p.team_id = change.record_id and p.organization_id = org
        and p.places > 0) then false
    when need like 'side:%' then side_of(o.constituency) is not distinct from need
    else o.constituency <> mine.constituency
      and (side_of(o.constituency) is null or side_of(o.constituency) is distinct from side_of(mine.constituency)) end
  from organization o, organization mine
  where o.partnership_id = change.partnership_id and o.id = org
    and mine.partnership_id = change.partnership_id and mine.id = change.proposed_by_organization), false) $$;

-- What is still missing.
create function joint_change_missing(change joint_change) returns text[]
  language sql stable security definer set search_path = public as $$
  select array(select need from unnest(change.needs) with ordinality n (need, place)
    where case need
      when 'colleague' then not exists (select from joint_change_answer a
        where a.partnership_id = change.partnership_id and a.change_id = change.id and a.answer = 'agree')
      -- Two constituencies; where others bring an organization back, the proposing one is one of them.
      when 'witnesses' then 2 > (select count(distinct o.constituency) from joint_change_answer a
          join organization o on o.partnership_id = a.partnership_id and o.id = a.organization_id
          where a.partnership_id = change.partnership_id and a.change_id = change.id and a.answer = 'agree')
        + case change.kind when 'first-person' then 1 else 0 end
      else not joint_change_meets(change, need, change.proposed_by_organization)
        and not exists (select from joint_change_answer a where a.partnership_id = change.partnership_id
          and a.change_id = change.id and a.answer = 'agree' and joint_change_meets(change, need, a.organization_id)) end
    order by place) $$;

-- The seats that may answer for their organization: those that speak about it, and the leads of an
-- organization that is asked for its own yes.
create function joint_change_answerers(change joint_change, at timestamptz)
  returns table (seat_id uuid, person_id uuid, organization_id uuid)
  language sql stable security definer set search_path = public as $$
  select s.seat_id, s.person_id, s.organization_id
    from joint_change_speakers(change.kind, change.visible_to, change.record_id, at) s
  union
  select s.id, t.person_id, s.organization_id from seat s
    join term t on t.partnership_id = s.partnership_id and t.seat_id = s.id
      and term_runs(t, local_day(s.partnership_id, at))
    where s.partnership_id = change.partnership_id and s.lead and s.closed_on is null
      and change.visible_to = 'partnership' and 'organization:' || s.organization_id = any (change.needs) $$;

-- May the acting seat answer it now? Never the organization that proposed, nor the person who did, nor
-- the proposing constituency for the other side.
create function joint_change_may_answer(change joint_change, at timestamptz) returns boolean
  language sql stable security definer set search_path = public as $$
  select change.partnership_id = me_partnership() and change.state = 'waiting' and change.lapses_at > at
    and change.visible_to = any (me_audiences())
    and (me_organization() <> change.proposed_by_organization or 'colleague' = any (change.needs))
    and me_person() <> change.proposed_by_person
    and not exists (select from joint_change_answer a where a.partnership_id = change.partnership_id
      and a.change_id = change.id and (a.organization_id = me_organization() or a.person_id = me_person()))
    and exists (select from joint_change_answerers(change, at) s
      where s.seat_id = me_seat() and s.person_id = me_person())
    and exists (select from unnest(joint_change_missing(change)) need
      where joint_change_meets(change, need, me_organization())) $$;

-- What the pages ask about a change that the actor can read.
create function joint_change_standing(change_id uuid, at timestamptz)
  returns table (missing text[], may_answer boolean)
  language sql stable security definer set search_path = public as $$
  select joint_change_missing(c), joint_change_may_answer(c, at) from joint_change c
  where c.partnership_id = me_partnership() and c.id = change_id and c.visible_to = any (me_audiences()) $$;

-- Who speaks for an organization that lost its lead is settled among those who sit for it: one
-- proposes, a colleague confirms. Who sits there alone is confirmed by leads of two constituencies.
-- When nobody is left, leads of two other constituencies let its first person be invited anew.
create function succession_outlook(change_kind text, change_after jsonb, at timestamptz)
  returns table (audience text, may_propose boolean, needs text[])
  language plpgsql stable security definer set search_path = public as $$
declare
  org uuid := (change_after->>'organizationId')::uuid;
  standing text := organization_standing(org, at);
begin
  if change_kind = 'lead' then
    may_propose := coalesce(me_seat() is not null and org = me_organization() and standing = 'no-lead'
      and exists (select from seat s join term t on t.partnership_id = s.partnership_id and t.seat_id = s.id
        where s.partnership_id = me_partnership() and s.id = me_seat() and t.person_id = me_person()
          and t.sort = 'holder' and term_runs(t, local_day(s.partnership_id, at)))
      and (change_after->>'seatId' is null or exists (select from seat s
        join term t on t.partnership_id = s.partnership_id and t.seat_id = s.id
        where s.partnership_id = me_partnership() and s.id = (change_after->>'seatId')::uuid and s.organization_id = org
          and s.closed_on is null and t.sort = 'holder' and term_runs(t, local_day(s.partnership_id, at)))), false);
    if exists (select from seat s join term t on t.partnership_id = s.partnership_id and t.seat_id = s.id
        where s.partnership_id = me_partnership() and s.organization_id = org and s.closed_on is null
          and t.sort = 'holder' and t.person_id <> me_person() and term_runs(t, local_day(s.partnership_id, at))) then
      audience := 'caucus:' || org; needs := array['colleague'];
    else
      audience := 'partnership'; needs := array['witnesses'];
    end if;
  else
    audience := 'partnership'; needs := array['witnesses'];
    may_propose := coalesce(me_is_lead() and standing = 'nobody' and (select o.constituency <> mine.constituency
      from organization o, organization mine where o.partnership_id = me_partnership() and o.id = org
        and mine.partnership_id = me_partnership() and mine.id = me_organization()), false);
  end if;
  return next;
end $$;

-- May the acting seat propose such a change? And whom would it take?
create function joint_change_outlook(change_kind text, about uuid, change_after jsonb, at timestamptz)
  returns table (audience text, may_propose boolean, needs text[])
  language plpgsql stable security definer set search_path = public as $$
begin
  if change_kind in ('lead', 'first-person') then
    return query select * from succession_outlook(change_kind, change_after, at);
    return;
  end if;
  audience := case when about is null then 'partnership' else (
    select case r.visible_to when 'public' then 'partnership' else r.visible_to end from record r
    where r.partnership_id = me_partnership() and r.id = about and (r.visible_to = 'public' or r.visible_to = any (me_audiences()))) end;
  may_propose := coalesce(me_seat() is not null and exists (
    select from joint_change_speakers(change_kind, audience, about, at) s
    where s.seat_id = me_seat() and s.person_id = me_person()), false);
  needs := case when may_propose then joint_change_needs(change_kind, audience, about, change_after, at) end;
  return next;
end $$;

create function propose_joint_change(change_id uuid, change_kind text, about uuid, change_before jsonb,
  change_after jsonb, why text, at timestamptz) returns text
  language plpgsql security definer set search_path = public as $$
declare
  outlook record;
  r record;
  wider text;
begin
  at := time_for_deadlines(at);
  select * into outlook from joint_change_outlook(change_kind, about, change_after, at);
  if not outlook.may_propose then
    raise exception 'not yours to propose' using errcode = '42501';
  end if;
  -- Two who propose the same in one moment wait for each other.
  perform pg_advisory_xact_lock(hashtextextended(me_partnership()::text || change_kind || coalesce(about::text, ''), 0));
  if change_kind <> 'rules' and exists (select from joint_change c where c.partnership_id = me_partnership()
      and c.kind = change_kind and c.record_id is not distinct from about
      and c.after->'organizationId' is not distinct from change_after->'organizationId' and c.state = 'waiting' and c.lapses_at > at) then
    return 'waits-already';
  end if;
  if change_kind = 'visibility' then
    select * into r from public.record x where x.partnership_id = me_partnership() and x.id = about;
    wider := change_after->>'visibleTo';
    if r.kind = 'compact' or wider not in ('public', 'partnership') or wider = r.visible_to then
      raise exception 'no such visibility' using errcode = '42501';
    end if;
    change_before := jsonb_build_object('visibleTo', r.visible_to);
    change_after := jsonb_build_object('visibleTo', wider);
  elsif change_kind = 'lead' then
    if change_after->>'seatId' is null then raise exception 'which seat?' using errcode = '42501'; end if;
    change_before := '{}';
    change_after := jsonb_build_object('organizationId', change_after->>'organizationId', 'seatId', change_after->>'seatId');
  elsif change_kind = 'first-person' then
    change_before := '{}';
    change_after := jsonb_build_object('organizationId', change_after->>'organizationId');
  elsif change_kind = 'composition' then
    change_before := jsonb_build_object('places', team_places_now(about));
    perform check_places(about, change_after->'places');
  end if;
  insert into joint_change (partnership_id, id, visible_to, kind, record_id, before, after, reason, needs,
      proposed_at, lapses_at, proposed_by_seat, proposed_by_person, proposed_by_organization)
    values (me_partnership(), change_id, outlook.audience, change_kind, about, change_before, change_after, why,
      outlook.needs, at, at + interval '30 days', me_seat(), me_person(), me_organization());
  return 'waiting';
end $$;

-- Agree or decline for the acting seat's organization. One no ends it. The last yes puts it into effect:
-- here for what the database itself can change, for the rest in the same transaction by the function
-- that takes the agreed change (take_joint_change).
create function answer_joint_change(change_id uuid, said text, why text, at timestamptz) returns text
  language plpgsql security definer set search_path = public as $$
declare change joint_change;
begin
  at := time_for_deadlines(at);
  select * into change from joint_change c where c.partnership_id = me_partnership() and c.id = change_id
    and c.visible_to = any (me_audiences()) for update;
  if change.id is null then raise exception 'no such change' using errcode = '42501'; end if;
  if change.state <> 'waiting' then return 'settled'; end if;
  if change.lapses_at <= at then return 'lapsed'; end if;
  if not joint_change_may_answer(change, at) then
    raise exception 'not yours to answer' using errcode = '42501';
  end if;
  insert into joint_change_answer (partnership_id, change_id, organization_id, visible_to, seat_id, person_id,
      answer, reason, answered_at)
    values (change.partnership_id, change.id, me_organization(), change.visible_to, me_seat(), me_person(), said, why, at);
  if said = 'decline' then
    update joint_change set state = 'declined', settled_at = at where partnership_id = change.partnership_id and id = change.id;
    return 'declined';
  end if;
  if cardinality(joint_change_missing(change)) > 0 then return 'waiting'; end if;
  update joint_change set state = 'agreed', settled_at = at where partnership_id = change.partnership_id and id = change.id;
  if change.kind = 'visibility' then return apply_visibility(change.id, at); end if;
  if change.kind = 'composition' then return apply_composition(change.id, at); end if;
  if change.kind in ('lead', 'first-person') then return apply_succession(change.id, change.kind, at); end if;
  return 'agreed';
end $$;

-- Whoever proposed, or another lead of that organization, takes it back while it waits.
create function withdraw_joint_change(change_id uuid, at timestamptz) returns text
  language plpgsql security definer set search_path = public as $$
declare change joint_change;
begin
  at := time_for_deadlines(at);
  select * into change from joint_change c where c.partnership_id = me_partnership() and c.id = change_id
    and c.visible_to = any (me_audiences()) for update;
  if change.id is null or not (change.proposed_by_seat = me_seat()
      or me_is_lead() and change.proposed_by_organization = me_organization()) then
    raise exception 'not yours to withdraw' using errcode = '42501';
  end if;
  if change.state <> 'waiting' then return 'settled'; end if;
  update joint_change set state = 'withdrawn', settled_at = at where partnership_id = change.partnership_id and id = change.id;
  return 'withdrawn';
end $$;

-- For the functions that carry out an agreed change: takes it once, and says what was agreed. Nobody
-- else may call it.
create function take_joint_change(change_id uuid, wanted_kind text, at timestamptz) returns joint_change
  language plpgsql security definer set search_path = public as $$
declare change joint_change;
begin
  update joint_change c set applied_at = at
    where c.partnership_id = me_partnership() and c.id = change_id and c.kind = wanted_kind
      and c.state = 'agreed' and c.applied_at is null
    returning * into change;
  if change.id is null then
    raise exception 'both sides have not agreed to this' using errcode = '42501';
  end if;
  return change;
end $$;

-- Everything that hangs on a record follows by its foreign key, except stances, which were private
-- until they were revealed: the revealed ones go with the decision.
create function move_visibility(about uuid, wanted text, at timestamptz) returns void
  language plpgsql security definer set search_path = public as $$
begin
  update record set visible_to = wanted, changed_at = at where partnership_id = me_partnership() and id = about;
  update stance set visible_to = wanted
    where partnership_id = me_partnership() and decision_id = about and revealed_at is not null;
end $$;

create function apply_visibility(change_id uuid, at timestamptz) returns text
  language plpgsql security definer set search_path = public as $$
declare change joint_change := take_joint_change(change_id, 'visibility', at);
begin
  perform from record r where r.partnership_id = change.partnership_id and r.id = change.record_id
    and r.visible_to = change.before->>'visibleTo' for update;
  -- It is not any more what both sides agreed about.
  if not found then return 'stale'; end if;
  perform move_visibility(change.record_id, change.after->>'visibleTo', at);
  return 'agreed';
end $$;

-- Nobody is put out of a team by it: whoever gives up a place leaves it first.
create function apply_composition(change_id uuid, at timestamptz) returns text
  language plpgsql security definer set search_path = public as $$
declare change joint_change := take_joint_change(change_id, 'composition', at);
begin
  perform from team_place p where p.partnership_id = change.partnership_id and p.team_id = change.record_id for update;
  if team_places_now(change.record_id) <> change.before->'places' then return 'stale'; end if;
  perform check_places(change.record_id, change.after->'places');
  if exists (select from jsonb_array_elements(change.after->'places') x
      where (x->>'places')::integer < (select count(*) from team_seat m
          where m.partnership_id = change.partnership_id and m.team_id = change.record_id and m.left_on is null
            and seat_organization(m.partnership_id, m.seat_id) = (x->>'organizationId')::uuid)
        or (x->>'chairs')::integer < (select count(*) from team_seat m
          where m.partnership_id = change.partnership_id and m.team_id = change.record_id and m.left_on is null
            and m.role = 'co-chair'
            and seat_organization(m.partnership_id, m.seat_id) = (x->>'organizationId')::uuid)) then
    return 'places-taken';
  end if;
  insert into team_place (partnership_id, team_id, organization_id, visible_to, places, chairs)
    select change.partnership_id, change.record_id, (x->>'organizationId')::uuid, r.visible_to,
      (x->>'places')::integer, (x->>'chairs')::integer
    from jsonb_array_elements(change.after->'places') x
    join record r on r.partnership_id = change.partnership_id and r.id = change.record_id
    on conflict (partnership_id, team_id, organization_id) do update
      set places = excluded.places, chairs = excluded.chairs;
  return 'agreed';
end $$;

create function apply_succession(change_id uuid, change_kind text, at timestamptz) returns text
  language plpgsql security definer set search_path = public as $$
declare
  change joint_change := take_joint_change(change_id, change_kind, at);
  org uuid := (change.after->>'organizationId')::uuid;
begin
  perform from organization o where o.partnership_id = change.partnership_id and o.id = org for update;
  if change_kind = 'first-person' then
    if organization_standing(org, at) is distinct from 'nobody' then return 'stale'; end if;
    update organization set reopened_at = at where partnership_id = change.partnership_id and id = org;
    return 'agreed';
  end if;
  update seat s set lead = true where s.partnership_id = change.partnership_id and s.organization_id = org
    and s.id = (change.after->>'seatId')::uuid and organization_standing(org, at) = 'no-lead'
    and exists (select from term t where t.partnership_id = s.partnership_id and t.seat_id = s.id
      and t.sort = 'holder' and term_runs(t, local_day(s.partnership_id, at)));
  return case when found then 'agreed' else 'stale' end;
end $$;

-- An organization's own voice: it brings what it said to itself to the whole table, by one key, and
-- asks another seat to answer. Its lead does, or the person who raised it under their name.
create function open_own_voice(about uuid, asked uuid, answer_until date, at timestamptz) returns void
  language plpgsql security definer set search_path = public as $$
begin
  perform from record r join voice v on v.partnership_id = r.partnership_id and v.id = r.id
    where r.partnership_id = me_partnership() and r.id = about and me_seat() is not null
      and r.visible_to = 'caucus:' || me_organization() and v.answer is null
      and (me_is_lead() or r.created_by_seat is not null and v.named_person = me_person())
    for update;
  if not found or not exists (select from seat s where s.partnership_id = me_partnership() and s.id = asked
      and s.visible_to = 'partnership' and s.closed_on is null) then
    raise exception 'not a voice of your own organization' using errcode = '42501';
  end if;
  perform move_visibility(about, 'partnership', checked_time(at));
  update voice set answer_seat = asked, answer_by = answer_until where partnership_id = me_partnership() and id = about;
end $$;

-- Letters to those who may answer, in each one's language. They say that something waits, and where;
-- what it is about is read after signing in.
create function joint_change_letters(change_id uuid, letters jsonb, at timestamptz) returns integer
  language plpgsql security definer set search_path = public as $$
declare
  change joint_change;
  sent integer;
begin
  select * into change from joint_change c where c.partnership_id = me_partnership() and c.id = change_id
    and c.proposed_by_seat = me_seat() and c.state = 'waiting';
  if change.id is null then return 0; end if;
  insert into mail (id, partnership_id, to_address, subject, body, created_at, next_try_at)
    select gen_random_uuid(), change.partnership_id, u.email,
      coalesce(letters->u.locale, letters->'en')->>'subject', coalesce(letters->u.locale, letters->'en')->>'body', at, at
    from (select distinct s.person_id from joint_change_answerers(change, at) s
      where (s.organization_id <> change.proposed_by_organization or 'colleague' = any (change.needs))
        and s.person_id <> change.proposed_by_person
        and exists (select from unnest(joint_change_missing(change)) need
          where joint_change_meets(change, need, s.organization_id))) who
    join person p on p.partnership_id = change.partnership_id and p.id = who.person_id
    join auth."user" u on u.id = p.account_id and not u.demo;
  get diagnostics sent = row_count;
  return sent;
end $$;

-- What the application writes itself, and not one of the functions above, whose owner they run as.
create function written_by_app() returns boolean language sql stable
  as $$ select current_user = trim(both '"' from '{{app}}') $$;
create function me_team_role(team uuid) returns text
  language sql stable security definer set search_path = public as $$
  select m.role from team_seat m where m.partnership_id = me_partnership() and m.team_id = team
    and m.seat_id = me_seat() and m.left_on is null $$;
-- By the audiences of the transaction, or by a place taken in it.
create function me_on_team(team uuid) returns boolean language sql stable
  as $$ select 'team:' || team = any (me_audiences()) or me_team_role(team) is not null $$;
-- Co-chairs, and the leads who sit on it.
create function me_conducts(team uuid) returns boolean language sql stable
  as $$ select coalesce(me_team_role(team) = 'co-chair' or me_is_lead() and me_team_role(team) is not null, false) $$;

-- Each organization names its own seats, to teams that have places for it. The first co-chairs are
-- named by whoever forms the team. (Before, a lead named own seats to any team.)
create or replace function may_join(team uuid, joining uuid, joining_as text) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select from record r where r.partnership_id = me_partnership() and r.id = team
      and r.created_by_seat = me_seat() and r.state = 'forming' and joining_as = 'co-chair')
    or seat_organization(me_partnership(), joining) = me_organization()
      and (me_is_lead() or coalesce(me_team_role(team) = 'co-chair', false))
      and exists (select from team_place p where p.partnership_id = me_partnership() and p.team_id = team
        and p.organization_id = me_organization() and p.places > 0) $$;
-- Nobody is forced to stay, and nobody is sent away by others: a seat leaves by itself or by its own
-- organization.
create function may_leave(team uuid, leaving uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select leaving = me_seat() or seat_organization(me_partnership(), leaving) = me_organization()
    and (me_is_lead() or coalesce(me_team_role(team) = 'co-chair', false)) $$;

create function team_place_is_free(team uuid, joining uuid, joining_as text) returns boolean
  language plpgsql security definer set search_path = public as $$
declare
  org uuid := seat_organization(me_partnership(), joining);
  p team_place;
begin
  -- Two who take the last place in one moment wait for each other.
  select * into p from team_place where partnership_id = me_partnership() and team_id = team
    and organization_id = org for update;
  return p.places > (select count(*) from team_seat m where m.partnership_id = p.partnership_id
      and m.team_id = team and m.left_on is null and m.seat_id <> joining and seat_organization(m.partnership_id, m.seat_id) = org)
    and (joining_as <> 'co-chair' or p.chairs > (select count(*) from team_seat m
      where m.partnership_id = p.partnership_id and m.team_id = team and m.left_on is null and m.seat_id <> joining
        and m.role = 'co-chair' and seat_organization(m.partnership_id, m.seat_id) = org));
end $$;
create function team_is_forming(team uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select from record r where r.partnership_id = me_partnership() and r.id = team and r.state = 'forming') $$;
create function places_kept() returns trigger language plpgsql as $$
begin
  if not written_by_app() then return new; end if;
  if tg_op = 'UPDATE' and not may_join(old.team_id, old.seat_id, new.role)
    and (new.role <> old.role or new.joined_on <> old.joined_on or old.left_on is not null and new.left_on is null) then
    raise exception 'one may leave a team, and not come back by oneself' using errcode = '42501';
  end if;
  if tg_op = 'UPDATE' and new.left_on is not null and new.left_on is distinct from old.left_on
    and not may_leave(old.team_id, old.seat_id) then
    raise exception 'only its own organization takes a seat off a team' using errcode = '42501';
  end if;
  if new.left_on is null and (tg_op = 'INSERT' or old.left_on is not null or new.role <> old.role)
    and not team_is_forming(new.team_id) and not coalesce(team_place_is_free(new.team_id, new.seat_id, new.role), false) then
    raise exception 'the organization has no such place on this team' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger places_kept before insert or update on team_seat for each row execute function places_kept();
-- While a team forms, whoever is named has a place by that.
create function places_grow() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if team_is_forming(new.team_id) then
    insert into team_place (partnership_id, team_id, organization_id, visible_to, places, chairs)
      select new.partnership_id, new.team_id, s.organization_id, new.visible_to, count(*),
        count(*) filter (where m.role = 'co-chair')
      from team_seat m join seat s on s.partnership_id = m.partnership_id and s.id = m.seat_id
      where m.partnership_id = new.partnership_id and m.team_id = new.team_id and m.left_on is null
        and s.organization_id = seat_organization(new.partnership_id, new.seat_id)
      group by s.organization_id
      on conflict (partnership_id, team_id, organization_id) do update
        set places = greatest(team_place.places, excluded.places), chairs = greatest(team_place.chairs, excluded.chairs);
  end if;
  return null;
end $$;
create trigger places_grow after insert or update on team_seat for each row execute function places_grow();
drop policy adds on team_place;
create policy adds on team_place for insert to {{app}} with check (
  partnership_id = (select me_partnership()) and visible_to = any ((select me_audiences())::text[])
  and exists (select from record r where r.partnership_id = team_place.partnership_id and r.id = team_id
    and r.created_by_seat = (select me_seat()) and r.state = 'forming'));

-- Who sees a record changes by the functions above, and every part of it follows its record. What the
-- application may write beyond that is what its use-cases write, and by whom: a mistake in one of them,
-- or words that found their way into a query, change nothing of somebody else's.
revoke update on record, cycle_carried, compact, compact_line, indicator, indicator_value, listening_link,
  voice, voice_author, goal, team, team_seat, meeting_series, meeting, agenda_item, attendance, decision,
  decision_gate, decision_round, decision_elector, stance, action, review, lesson, cycle, site,
  organization, person_contact, roster_import from {{app}};
-- Where nothing is left to update, no policy speaks of it.
drop policy changes on cycle_carried;
drop policy changes on compact_line;
drop policy changes on indicator;
drop policy changes on voice_author;
drop policy changes on decision_gate;
drop policy changes on decision_round;
drop policy changes on review;
drop policy changes on lesson;
grant update (title, state, changed_at) on record to {{app}};
grant update (offered_at, in_force_at) on compact to {{app}};
grant update (value, note, entered_at, entered_by_seat) on indicator_value to {{app}};
grant update (opens_on, closes_on) on listening_link to {{app}};
grant update (answer, answered_at, answered_by_seat) on voice to {{app}};
grant update (adopted_at) on goal to {{app}};
grant update (purpose, in_scope, out_of_scope, norms, decision_rule, sunset_on) on team to {{app}};
grant update (role, joined_on, left_on) on team_seat to {{app}};
grant update (ended_at) on meeting_series to {{app}};
grant update (minutes, minutes_version, minutes_by_seat, minutes_ready_at, approved_at, skipped_because)
  on meeting to {{app}};
grant update (outcome, note) on agenda_item to {{app}};
grant update (presence, noted_at) on attendance to {{app}};
grant update (background, proposal, domain, authority, level, scale, line, fallback, closes_at, review_on, round,
  opened_at, closed_at, outcome, outcome_reasons, outcome_note, reviewed_at, review_note) on decision to {{app}};
grant update (spoken_round) on decision_elector to {{app}};
grant update (value, reason, would_resolve, entered_at, resolved_at, resolution) on stance to {{app}};
grant update (owner_seat, due_on, closed_at, closing_note) on action to {{app}};
grant update (closed_at) on cycle to {{app}};
grant update (name, roster_id) on site to {{app}};
grant update (name) on organization to {{app}};
grant update (email) on person_contact to {{app}};
grant update (state, plan, applied_at) on roster_import to {{app}};

-- Whose business a meeting, a decision or an action is.
create function me_in_meeting(about uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select from meeting m where m.partnership_id = me_partnership() and m.id = about
    and me_on_team(m.team_id)) $$;
-- The team's, and those whose stance was asked for.
create function me_in_decision(about uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select from decision d where d.partnership_id = me_partnership() and d.id = about
    and (me_on_team(d.team_id) or exists (select from decision_elector e
      where e.partnership_id = d.partnership_id and e.decision_id = d.id and e.seat_id = me_seat()))) $$;
create function me_tends_action(about uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select from action a join record r on r.partnership_id = a.partnership_id and r.id = a.id
    where a.partnership_id = me_partnership() and a.id = about and (a.owner_seat = me_seat()
      or case when a.team_id is null then r.created_by_seat = me_seat()
        else coalesce(me_team_role(a.team_id) = 'co-chair', false) end)) $$;
create function me_answers_voice(about uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select from voice v where v.partnership_id = me_partnership() and v.id = about
    and (v.answer_seat = me_seat()
      or me_is_lead() and seat_organization(v.partnership_id, v.answer_seat) = me_organization())) $$;

-- One policy for changing a row: in its audience, and its business. Takes the place of the two.
create function changed_by(protected regclass, business text, kept text) returns void language plpgsql as $$
begin
  execute format('drop policy changes on %s', protected);
  execute format($policy$
    create policy changes on %s for update to {{app}} using (
      (select me_seat()) is not null
      and partnership_id = (select me_partnership())
      and visible_to = any ((select me_audiences())::text[])
      and (%s))
    with check (
      partnership_id = (select me_partnership())
      and visible_to = any ((select me_audiences())::text[])
      and (%s))
    $policy$, protected, business, kept);
end $$;
create function changed_by(protected regclass, business text) returns void language sql
  as $$ select changed_by(protected, business, business) $$;

create function may_touch_record(about uuid, of_kind text, made_by uuid, standing text) returns boolean
  language sql stable security definer set search_path = public as $$
  select me_seat() is not null and case of_kind
    -- Leads ratify; a goal that they make a shared one takes up its voices.
    when 'compact' then me_is_lead()
    when 'voice' then me_is_lead() or me_answers_voice(about)
    -- Everybody who sees a goal may write its review.
    when 'goal' then true
    when 'team' then coalesce(me_team_role(about) = 'co-chair', false)
      or standing = 'forming' and (me_is_lead() or coalesce(made_by = me_seat(), false))
    when 'meeting' then me_in_meeting(about)
    when 'decision' then me_in_decision(about)
    when 'action' then me_tends_action(about)
    else false end $$;
-- A record is made in nobody else's name.
create policy own_name on record as restrictive for insert to {{app}}
  with check (created_by_seat is null or created_by_seat = me_seat());
create policy whose_business on record as restrictive for update to {{app}}
  using (may_touch_record(id, kind, created_by_seat, state)) with check (true);

create function compact_is_ratified(about uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select count(distinct o.constituency) > 1 from ratification r
    join organization o on o.partnership_id = r.partnership_id and o.id = r.organization_id
    where r.partnership_id = me_partnership() and r.compact_id = about $$;
create function goal_is_shared(about uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select count(distinct o.constituency) > 1 from goal_endorsement e
    join organization o on o.partnership_id = e.partnership_id and o.id = e.organization_id
    where e.partnership_id = me_partnership() and e.goal_id = about $$;
create function team_is_ready(about uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select count(distinct o.constituency) > 1 from team_seat m
    join seat s on s.partnership_id = m.partnership_id and s.id = m.seat_id
    join organization o on o.partnership_id = s.partnership_id and o.id = s.organization_id
    where m.partnership_id = me_partnership() and m.team_id = about and m.role = 'co-chair' and m.left_on is null $$;

-- A state follows from what happened: a record that says "ratified" was ratified.
create function state_is_earned(about uuid, of_kind text, before text, wanted text) returns boolean
  language sql stable security definer set search_path = public as $$
  select case of_kind
    when 'compact' then before = 'offered' and wanted = 'in-force' and compact_is_ratified(about)
      or before = 'in-force' and wanted = 'superseded' and exists (select from compact c join record r
        on r.partnership_id = c.partnership_id and r.id = c.id
        where c.partnership_id = me_partnership() and c.id <> about and r.state = 'offered' and compact_is_ratified(c.id))
    when 'voice' then wanted = 'answered' and before = 'waiting' and exists (select from voice v
        where v.partnership_id = me_partnership() and v.id = about and v.answered_at is not null)
      or wanted = 'taken-up' and exists (select from record_link l join record g
        on g.partnership_id = l.partnership_id and g.id = l.to_id
        where l.partnership_id = me_partnership() and l.from_id = about and g.kind = 'goal')
    when 'goal' then wanted = 'adopted' and goal_is_shared(about)
      or wanted <> 'proposed' and exists (select from review v
        where v.partnership_id = me_partnership() and v.goal_id = about)
    when 'team' then before = 'forming' and wanted = 'working' and team_is_ready(about)
    when 'meeting' then wanted <> 'minutes-approved' or exists (select from meeting m
        where m.partnership_id = me_partnership() and m.id = about and m.approved_at is not null)
    when 'decision' then exists (select from decision d left join decision_round n
        on n.partnership_id = d.partnership_id and n.decision_id = d.id and n.round = d.round
        where d.partnership_id = me_partnership() and d.id = about and case wanted
          when 'open' then d.opened_at is not null and n.revealed_at is null
          when 'revealed' then n.revealed_at is not null and d.closed_at is null
          else d.outcome = wanted end)
    when 'action' then before = 'open'
    else false end $$;
create function record_kept() returns trigger language plpgsql as $$
begin
  if not written_by_app() then return new; end if;
  if new.title <> old.title and not (old.kind = 'decision' and old.state = 'draft'
      or old.kind = 'team' and coalesce(me_team_role(old.id) = 'co-chair', false)) then
    raise exception 'a record keeps its title' using errcode = '42501';
  end if;
  if new.state <> old.state and not coalesce(state_is_earned(old.id, old.kind, old.state, new.state), false) then
    raise exception 'nothing happened that would make it so' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger record_kept before update on record for each row execute function record_kept();

-- What came into force stays in force until another version takes its place.
create function steps_kept() returns trigger language plpgsql as $$
begin
  if old.offered_at is not null and new.offered_at is distinct from old.offered_at
    or old.in_force_at is not null and new.in_force_at is distinct from old.in_force_at then
    raise exception 'a compact that was offered or came into force stays so' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger steps_kept before update on compact for each row execute function steps_kept();
select changed_by('compact', 'me_is_lead()', 'me_is_lead() and (in_force_at is null or compact_is_ratified(id))');
-- The text of a compact is written by the organization that offers it.
create function me_wrote(about uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select from record r where r.partnership_id = me_partnership() and r.id = about
    and seat_organization(r.partnership_id, r.created_by_seat) = me_organization()) $$;
create policy own_text on compact_line as restrictive for insert to {{app}} with check (me_wrote(compact_id));
drop policy removes on compact_line;
create policy removes on compact_line for delete to {{app}} using ((select me_seat()) is not null
  and partnership_id = (select me_partnership()) and visible_to = any ((select me_audiences())::text[])
  and me_wrote(compact_id));
select changed_by('voice', 'me_answers_voice(id)');
create policy leads_adopt on goal as restrictive for update to {{app}} using (me_is_lead())
  with check (adopted_at is null or goal_is_shared(id));
select changed_by('team', $$coalesce(me_team_role(id) = 'co-chair', false)$$);
select changed_by('meeting_series', 'me_on_team(team_id)',
  $$me_on_team(team_id) and (ended_at is null or coalesce(me_team_role(team_id) in ('co-chair', 'facilitator'), false))$$);
create policy team_only on meeting_series as restrictive for insert to {{app}} with check (me_on_team(team_id));
create policy team_only on meeting as restrictive for insert to {{app}} with check (me_on_team(team_id));
select changed_by('meeting', 'me_on_team(team_id)');
create policy team_only on agenda_item as restrictive for insert to {{app}} with check (me_in_meeting(meeting_id));
select changed_by('agenda_item', 'me_in_meeting(meeting_id)');
create policy team_only on attendance as restrictive for insert to {{app}} with check (me_in_meeting(meeting_id));
select changed_by('attendance', 'me_in_meeting(meeting_id)');
create policy team_only on decision as restrictive for insert to {{app}} with check (me_on_team(team_id));
select changed_by('decision', 'me_in_decision(id)');
create policy team_only on decision_gate as restrictive for insert to {{app}} with check (me_in_decision(decision_id));
drop policy removes on decision_gate;
create policy removes on decision_gate for delete to {{app}} using ((select me_seat()) is not null
  and partnership_id = (select me_partnership()) and visible_to = any ((select me_audiences())::text[])
  and me_in_decision(decision_id));
create policy team_only on decision_elector as restrictive for insert to {{app}} with check (me_in_decision(decision_id));
select changed_by('decision_elector', 'seat_id = me_seat()');
create policy team_only on decision_round as restrictive for insert to {{app}} with check (me_in_decision(decision_id));
select changed_by('action', 'me_tends_action(id)', 'true');
-- The same for tables of earlier files whose columns have narrowed.
drop policy leads_change on organization;
select changed_by('organization', 'me_is_lead() and id = me_organization()');
drop policy keepers_change on indicator_value;
select changed_by('indicator_value', 'may_enter_values(indicator_id)', 'may_enter_values(indicator_id) and entered_by_seat = me_seat()');
drop policy own_stance_changes on stance;
select changed_by('stance', 'seat_id = me_seat() and decision_is_undecided(partnership_id, decision_id)',
  'seat_id = me_seat() and (revealed_at is not null
    or person_id = me_person() and decision_takes_stances(partnership_id, decision_id, round))');
drop policy own_seats_change on team_seat;
select changed_by('team_seat', 'may_join(team_id, seat_id, role) or may_leave(team_id, seat_id)');

-- Minutes are approved when every organization that chairs the team has approved what was offered last,
-- and a meeting is called off by a co-chair.
create function approval_earned() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if old.approved_at is null and new.approved_at is not null and exists (
      select from team_seat m where m.partnership_id = new.partnership_id and m.team_id = new.team_id
        and m.role = 'co-chair' and m.left_on is null and not exists (
          select from minutes_approval a where a.partnership_id = new.partnership_id and a.meeting_id = new.id
            and a.version = new.minutes_version
            and a.organization_id = seat_organization(m.partnership_id, m.seat_id))) then
    raise exception 'not every organization has approved the minutes' using errcode = '42501';
  end if;
  if me_seat() is not null and new.skipped_because <> old.skipped_because
    and not coalesce(me_team_role(new.team_id) = 'co-chair', false) then
    raise exception 'co-chairs call a meeting off' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger approval_earned before update on meeting for each row execute function approval_earned();
-- Opening, further rounds and closing are for whoever conducts.
create function decision_conducted() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if me_seat() is not null and (new.opened_at, new.round, new.closed_at) is distinct from (old.opened_at, old.round, old.closed_at)
    and not me_conducts(new.team_id) then
    raise exception 'co-chairs and leads on the team conduct its decisions' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger decision_conducted before update on decision for each row execute function decision_conducted();

-- A name belongs to the person: they change it, and the organization whose seat they hold or were
-- invited to; the name of somebody who only stands on the staff roster follows the roster.
create function may_rename(who uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  with known as (
    select seat_organization(t.partnership_id, t.seat_id) as organization_id from term t
      where t.partnership_id = me_partnership() and t.person_id = who
    union all
    select seat_organization(n.partnership_id, n.seat_id) from invitation n
      where n.partnership_id = me_partnership() and n.person_id = who and n.withdrawn_at is null)
  select coalesce(who = me_person(), false) or me_is_lead() and (
    not exists (select from known) or exists (select from known where organization_id = me_organization())) $$;
create function names_kept() returns trigger language plpgsql as $$
begin
  if written_by_app() and new.name <> old.name and not may_rename(old.id) then
    raise exception 'a name is changed by the person, or by the organization they sit for' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger names_kept before update on person for each row execute function names_kept();

-- As before in 007, but what a reveal may do and nobody else is told by whose function writes, and not
-- by a setting that words in a query could make too.
create or replace function stance_kept() returns trigger language plpgsql as $$
begin
  if not written_by_app() then return new; end if;
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
create or replace function round_kept() returns trigger language plpgsql as $$
begin
  if not written_by_app() or tg_op = 'INSERT' and new.revealed_at is null or tg_op = 'UPDATE'
    and (new.round, new.proposal, new.closes_at, new.opened_at, new.revealed_at)
      is not distinct from (old.round, old.proposal, old.closes_at, old.opened_at, old.revealed_at) then
    return new;
  end if;
  raise exception 'a round is kept as it was' using errcode = '42501';
end $$;

-- As before in 007, but nobody reveals early by claiming a later time.
create or replace function reveal_stances(d uuid, at timestamptz) returns integer
  language plpgsql security definer set search_path = public as $$
declare
  it decision;
  shown integer;
begin
  at := checked_time(at);
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
  update stance s set visible_to = it.visible_to, revealed_at = at
    where s.partnership_id = it.partnership_id and s.decision_id = d and s.round = it.round and s.revealed_at is null;
  get diagnostics shown = row_count;
  update decision_round r set revealed_at = at
    where r.partnership_id = it.partnership_id and r.decision_id = d and r.round = it.round;
  return shown;
end $$;

-- PostgreSQL lets everybody call a new function. These are for the application, some of them, and for
-- nobody else.
do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p
    where p.pronamespace = 'public'::regnamespace and has_function_privilege('public', p.oid, 'execute')
  loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to {{app}}', f);
  end loop;
  foreach f in array array[
    'joint_change_speakers(text,text,uuid,timestamptz)', 'joint_change_needs(text,text,uuid,jsonb,timestamptz)',
    'joint_change_meets(joint_change,text,uuid)', 'joint_change_missing(joint_change)',
    'joint_change_answerers(joint_change,timestamptz)', 'joint_change_may_answer(joint_change,timestamptz)', 'take_joint_change(uuid,text,timestamptz)',
    'move_visibility(uuid,text,timestamptz)', 'apply_visibility(uuid,timestamptz)',
    'changed_by(regclass,text)', 'changed_by(regclass,text,text)',
    'apply_composition(uuid,timestamptz)', 'apply_succession(uuid,text,timestamptz)',
    'succession_outlook(text,jsonb,timestamptz)', 'check_places(uuid,jsonb)', 'time_for_deadlines(timestamptz)']::regprocedure[]
  loop
    execute format('revoke execute on function %s from {{app}}', f);
  end loop;
end $$;
