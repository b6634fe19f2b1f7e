-- Rules of the place: which bodies an open-meeting law covers, when their agendas must be public, where
-- they vote, and when their members must stop talking a matter over in turns outside a meeting.
-- Refusals of these guards carry codes of their own, so that a page can say them kindly:
--   CS001  one voice more would make a meeting outside a meeting
--   CS002  a public body votes at a meeting that was announced and is being held
--   CS003  what makes a body public is changed by both sides

-- The rules in force, in versions. The highest is in force; both sides agree on every one after the first.
create table jurisdiction (
  partnership_id uuid not null references partnership,
  version integer not null check (version >= 1),
  visible_to visibility not null default 'partnership' check (visible_to = 'partnership'),
  profile text not null,
  edition text not null,
  -- Bodies created in these ways are covered. The board itself always is.
  covered text[] not null,
  notice_regular integer not null check (notice_regular between 0 and 720),
  notice_special integer not null check (notice_special between 0 and 720),
  notice_emergency integer not null check (notice_emergency between 0 and 720),
  notice_skips text not null check (notice_skips in ('nothing', 'weekends-and-holidays')),
  serial text not null check (serial in ('quorum', 'majority-of-quorum')),
  one_way boolean not null,
  -- How many members each board has, by the id of its organization: more than have a seat here.
  board_sizes jsonb not null default '{}',
  -- Where this partnership differs from the profile, and why: by rule, in its own words.
  notes jsonb not null default '{}',
  in_force_at timestamptz not null,
  change_id uuid,
  primary key (partnership_id, version)
);
alter table jurisdiction enable row level security;
create policy reads on jurisdiction for select to {{app}} using (
  partnership_id = (select me_partnership()) and visible_to = any ((select me_audiences())::text[]));
grant select on jurisdiction to {{app}};

-- Every partnership begins with the careful default.
create function begin_with_rules() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into jurisdiction (partnership_id, version, profile, edition, covered, notice_regular, notice_special,
      notice_emergency, notice_skips, serial, one_way, in_force_at)
    values (new.id, 1, 'generic', '2026-11-22', array['board-itself', 'board-action', 'law', 'board-task'],
      72, 24, 0, 'nothing', 'quorum', false, new.created_at);
  return new;
end $$;
create trigger begin_with_rules after insert on partnership for each row execute function begin_with_rules();
insert into jurisdiction (partnership_id, version, profile, edition, covered, notice_regular, notice_special,
    notice_emergency, notice_skips, serial, one_way, in_force_at)
  select id, 1, 'generic', '2026-11-22', array['board-itself', 'board-action', 'law', 'board-task'],
    72, 24, 0, 'nothing', 'quorum', false, created_at from partnership;

-- Which organization read a version, through which lead.
create table jurisdiction_review (
  partnership_id uuid not null,
  version integer not null,
  organization_id uuid not null,
  visible_to visibility not null check (visible_to = 'partnership'),
  seat_id uuid not null,
  person_id uuid not null,
  reviewed_at timestamptz not null,
  primary key (partnership_id, version, organization_id),
  foreign key (partnership_id, version) references jurisdiction (partnership_id, version),
  foreign key (partnership_id, organization_id) references organization (partnership_id, id),
  foreign key (partnership_id, seat_id) references seat (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id)
);
select protect('jurisdiction_review');
create policy own_organization on jurisdiction_review as restrictive for insert to {{app}} with check (
  me_is_lead() and organization_id = me_organization() and seat_id = me_seat() and person_id = me_person());
drop policy changes on jurisdiction_review;
revoke update on jurisdiction_review from {{app}};

create function rules_in_force(p uuid) returns jurisdiction
  language sql stable security definer set search_path = public as $$
  select j from jurisdiction j where j.partnership_id = p order by j.version desc limit 1 $$;

-- Takes over what both sides agreed on, once. Without an agreed joint change it refuses.
create function adopt_rules(change uuid, at timestamptz) returns boolean
  language plpgsql security definer set search_path = public as $$
declare
  agreed jsonb := (take_joint_change(change, 'rules', at)).after;
  last integer;
begin
  if agreed ? 'teamId' then
    perform set_config('concord.rules_agreed', 'yes', true);
    update team set creation_authority = agreed->>'authority'
      where partnership_id = me_partnership() and id = (agreed->>'teamId')::uuid;
    perform set_config('concord.rules_agreed', '', true);
    return true;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('serial ' || me_partnership(), 0));
  select max(version) into last from jurisdiction where partnership_id = me_partnership();
  insert into jurisdiction (partnership_id, version, profile, edition, covered, notice_regular, notice_special,
      notice_emergency, notice_skips, serial, one_way, board_sizes, notes, in_force_at, change_id)
    values (me_partnership(), last + 1, agreed->>'profile', agreed->>'edition',
      array(select jsonb_array_elements_text(agreed->'covered')), (agreed->>'noticeRegular')::integer,
      (agreed->>'noticeSpecial')::integer, (agreed->>'noticeEmergency')::integer, agreed->>'noticeSkips',
      agreed->>'serial', (agreed->>'oneWay')::boolean, coalesce(agreed->'boardSizes', '{}'),
      coalesce(agreed->'notes', '{}'), at, change);
  return true;
end $$;

-- Who called a team into being. Everything about openness follows from it.
alter table team add column creation_authority text not null default 'partners' check (creation_authority in (
  'board-itself', 'board-action', 'law', 'board-task', 'superintendent', 'partners', 'association'));

grant update (creation_authority) on team to {{app}};

-- As before in 013, but a board sits by itself: nobody else chairs it.
create or replace function team_is_ready(about uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select count(distinct o.constituency) > 1 or count(*) > 0 and bool_and(o.constituency = 'board')
      and (select t.creation_authority = 'board-itself' from team t
        where t.partnership_id = me_partnership() and t.id = about)
    from team_seat m
    join seat s on s.partnership_id = m.partnership_id and s.id = m.seat_id
    join organization o on o.partnership_id = s.partnership_id and o.id = s.organization_id
    where m.partnership_id = me_partnership() and m.team_id = about and m.role = 'co-chair' and m.left_on is null $$;

create function authority_is_covered(p uuid, authority text) returns boolean
  language sql stable security definer set search_path = public as $$
  select authority = 'board-itself' or authority = any ((rules_in_force(p)).covered) $$;
create function team_is_covered(p uuid, t uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select coalesce((select authority_is_covered(p, creation_authority) from team where partnership_id = p and id = t), false) $$;

-- Nobody makes a public body private by a stroke of the charter.
create function authority_kept() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.creation_authority is distinct from old.creation_authority
    and authority_is_covered(old.partnership_id, old.creation_authority)
    and not authority_is_covered(old.partnership_id, new.creation_authority)
    and coalesce(current_setting('concord.rules_agreed', true), '') <> 'yes' then
    raise exception 'both sides agree before a public body becomes a private one' using errcode = 'CS003';
  end if;
  return new;
end $$;
create trigger authority_kept before update on team for each row execute function authority_kept();

-- The notice of a meeting: what everybody may read, frozen when it is posted.
alter table meeting add column notice_sort text not null default 'regular'
  check (notice_sort in ('regular', 'special', 'emergency'));
alter table meeting add column notice_reason text not null default '' check (length(notice_reason) <= 1000);
grant update (notice_sort, notice_reason) on meeting to {{app}};
alter table agenda_item add column for_action boolean not null default true;

create table meeting_notice (
  partnership_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  visible_to visibility not null check (visible_to = 'public'),
  team_id uuid not null,
  body_name text not null,
  title text not null,
  starts_at timestamptz not null,
  duration_minutes integer not null,
  place text not null,
  sort text not null check (sort in ('regular', 'special', 'emergency')),
  reason text not null,
  items text[] not null,
  due_at timestamptz not null,
  posted_at timestamptz not null,
  posted_by_seat uuid not null,
  -- When it turned out that the meeting does not take place.
  cancelled_at timestamptz,
  primary key (partnership_id, id),
  unique (partnership_id, meeting_id),
  foreign key (partnership_id, meeting_id) references meeting (partnership_id, id) on delete cascade,
  foreign key (partnership_id, team_id) references team (partnership_id, id),
  foreign key (partnership_id, posted_by_seat) references seat (partnership_id, id),
  check (posted_at <= due_at or sort = 'emergency'),
  check (sort = 'regular' or reason <> '')
);
alter table meeting_notice enable row level security;
create policy reads on meeting_notice for select to {{app}} using (true);
create policy adds on meeting_notice for insert to {{app}} with check (
  partnership_id = (select me_partnership()) and visible_to = any ((select me_audiences())::text[])
  and posted_by_seat = (select me_seat()) and 'team:' || team_id = any ((select me_audiences())::text[]));
grant select, insert on meeting_notice to {{app}};
create index on meeting_notice (partnership_id, starts_at);

-- The notice says what the meeting and its agenda say, whatever was sent.
create function notice_written() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.partnership_id is distinct from me_partnership() then return new; end if;
  select m.team_id, team.title, r.title, m.starts_at, m.duration_minutes, m.place, m.notice_sort, m.notice_reason
    into new.team_id, new.body_name, new.title, new.starts_at, new.duration_minutes, new.place, new.sort, new.reason
    from meeting m
    join record r on r.partnership_id = m.partnership_id and r.id = m.id
    join record team on team.partnership_id = m.partnership_id and team.id = m.team_id
    where m.partnership_id = new.partnership_id and m.id = new.meeting_id;
  new.items := array(select i.title from agenda_item i where i.partnership_id = new.partnership_id
    and i.meeting_id = new.meeting_id order by i.position, i.id);
  return new;
end $$;
create trigger notice_written before insert on meeting_notice for each row execute function notice_written();

-- Who came by the notice learns that the meeting does not take place.
create function notice_cancelled() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update meeting_notice set cancelled_at = new.changed_at
    where partnership_id = new.partnership_id and meeting_id = new.id;
  return null;
end $$;
create trigger notice_cancelled after update on record for each row
  when (new.kind = 'meeting' and new.state = 'skipped' and old.state <> 'skipped') execute function notice_cancelled();

-- What comes after the notice is talked about, and not acted on.
create function agenda_announced() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'INSERT' then
    if exists (select from meeting_notice n where n.partnership_id = new.partnership_id and n.meeting_id = new.meeting_id) then
      new.for_action := false;
    end if;
  elsif new.for_action and not old.for_action then
    raise exception 'what came after the notice is not acted on' using errcode = '42501';
  elsif (new.title, new.record_id, new.meeting_id, new.for_action)
      is distinct from (old.title, old.record_id, old.meeting_id, old.for_action)
    and exists (select from meeting_notice n where n.partnership_id = old.partnership_id and n.meeting_id = old.meeting_id) then
    raise exception 'the agenda was announced and stays as it was' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger agenda_announced before insert or update on agenda_item
  for each row execute function agenda_announced();
-- An announced meeting keeps its day, its place and its sort.
create function meeting_announced() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if (new.starts_at, new.duration_minutes, new.place, new.team_id, new.notice_sort, new.notice_reason)
      is distinct from (old.starts_at, old.duration_minutes, old.place, old.team_id, old.notice_sort, old.notice_reason)
    and exists (select from meeting_notice n where n.partnership_id = old.partnership_id and n.meeting_id = old.id) then
    raise exception 'the meeting was announced and stays as it was' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger meeting_announced before update on meeting for each row execute function meeting_announced();

-- A public body votes at a meeting that was announced with the question on its agenda, while it is held.
alter table decision_round add column meeting_id uuid;
alter table decision_round add foreign key (partnership_id, meeting_id) references meeting (partnership_id, id)
  on delete set null (meeting_id);
create function votes_at_meetings() returns trigger language plpgsql security definer set search_path = public as $$
declare team uuid;
begin
  select d.team_id into team from decision d where d.partnership_id = new.partnership_id and d.id = new.decision_id;
  if not team_is_covered(new.partnership_id, team) then
    new.meeting_id := null;
    return new;
  end if;
  -- Whose business it is not is told so by the policies.
  if not me_in_decision(new.decision_id) then return new; end if;
  if not exists (select from meeting m
      join record r on r.partnership_id = m.partnership_id and r.id = m.id and r.state in ('planned', 'held')
      join meeting_notice n on n.partnership_id = m.partnership_id and n.meeting_id = m.id
      join agenda_item i on i.partnership_id = m.partnership_id and i.meeting_id = m.id
        and i.record_id = new.decision_id and i.for_action
      where m.partnership_id = new.partnership_id and m.id = new.meeting_id and m.team_id = team
        and new.opened_at >= m.starts_at - interval '15 minutes'
        and new.opened_at <= m.starts_at + make_interval(mins => m.duration_minutes) + interval '4 hours'
        and new.closes_at <= m.starts_at + make_interval(mins => m.duration_minutes) + interval '4 hours') then
    raise exception 'a public body votes at its meetings' using errcode = 'CS002';
  end if;
  return new;
end $$;
create trigger votes_at_meetings before insert on decision_round for each row execute function votes_at_meetings();

-- How each member voted at a meeting, for everybody to read.
create table roll_call (
  partnership_id uuid not null,
  decision_id uuid not null,
  round integer not null,
  seat_id uuid not null,
  visible_to visibility not null check (visible_to = 'public'),
  notice_id uuid not null,
  question text not null,
  member text not null,
  seat_title text not null,
  scale text not null,
  vote text not null,
  shown_at timestamptz not null,
  primary key (partnership_id, decision_id, round, seat_id),
  foreign key (partnership_id, notice_id) references meeting_notice (partnership_id, id) on delete cascade
);
alter table roll_call enable row level security;
create policy reads on roll_call for select to {{app}} using (true);
grant select on roll_call to {{app}};
create index on roll_call (partnership_id, notice_id);
create function roll_called() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into roll_call (partnership_id, decision_id, round, seat_id, visible_to, notice_id, question, member,
      seat_title, scale, vote, shown_at)
    select new.partnership_id, new.decision_id, new.round, new.seat_id, 'public', n.id, r.title,
      person.name, seat.title, decision.scale, new.value, new.revealed_at
    from decision_round d
    join meeting_notice n on n.partnership_id = d.partnership_id and n.meeting_id = d.meeting_id
    join decision on decision.partnership_id = d.partnership_id and decision.id = d.decision_id
    join record r on r.partnership_id = d.partnership_id and r.id = d.decision_id
    join person on person.partnership_id = d.partnership_id and person.id = new.person_id
    join seat on seat.partnership_id = d.partnership_id and seat.id = new.seat_id
    where d.partnership_id = new.partnership_id and d.decision_id = new.decision_id and d.round = new.round
    on conflict do nothing;
  return null;
end $$;
create trigger roll_called after update on stance for each row
  when (old.revealed_at is null and new.revealed_at is not null) execute function roll_called();

-- Discussions: what people write beneath a record, seen by whoever sees the record.
create table discussion_post (
  partnership_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  visible_to visibility not null,
  seat_id uuid not null,
  person_id uuid not null,
  -- Empty once it was taken back.
  body text not null check (length(body) <= 4000),
  created_at timestamptz not null,
  changed_at timestamptz,
  withdrawn_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, record_id, visible_to) references record (partnership_id, id, visible_to)
    on update cascade on delete cascade,
  foreign key (partnership_id, seat_id) references seat (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  check ((withdrawn_at is null) = (body <> ''))
);
select protect('discussion_post');
revoke update on discussion_post from {{app}};
grant update (body, changed_at, withdrawn_at) on discussion_post to {{app}};
create index on discussion_post (partnership_id, record_id, created_at);
create policy own_words on discussion_post as restrictive for insert to {{app}} with check (
  person_id = me_person() and seat_id = me_seat() and withdrawn_at is null);
drop policy changes on discussion_post;
create policy changes on discussion_post for update to {{app}} using (
  (select me_seat()) is not null and partnership_id = (select me_partnership())
  and visible_to = any ((select me_audiences())::text[]) and person_id = (select me_person()));

-- Words that were taken back stay with whoever wrote them, as long as records are kept.
create table discussion_withdrawn (
  partnership_id uuid not null,
  post_id uuid not null,
  visible_to visibility not null check (visible_to like 'person:%'),
  body text not null,
  withdrawn_at timestamptz not null,
  primary key (partnership_id, post_id),
  foreign key (partnership_id, post_id) references discussion_post (partnership_id, id) on delete cascade
);
alter table discussion_withdrawn enable row level security;
create policy reads on discussion_withdrawn for select to {{app}} using (
  partnership_id = (select me_partnership()) and visible_to = any ((select me_audiences())::text[]));
grant select on discussion_withdrawn to {{app}};

create function post_kept() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if (new.body, new.withdrawn_at) is not distinct from (old.body, old.withdrawn_at) then
    new.changed_at := old.changed_at;
    return new;
  end if;
  if old.withdrawn_at is not null then
    raise exception 'what was taken back stays taken back' using errcode = '42501';
  end if;
  if new.withdrawn_at is not null then
    new.body := '';
    insert into discussion_withdrawn (partnership_id, post_id, visible_to, body, withdrawn_at)
      values (old.partnership_id, old.id, 'person:' || old.person_id, old.body, new.withdrawn_at);
  elsif new.changed_at is null or new.changed_at > old.created_at + interval '15 minutes' then
    raise exception 'words stay as they were after a while' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger post_kept before update on discussion_post for each row execute function post_kept();

-- The guard against meetings outside meetings.
--
-- A body is a board, with everybody who holds or stands in for one of its seats, or a covered team. A
-- matter is a record with everything linked to it; teams, meetings and the compact belong to every
-- matter and so to none. Whoever wrote, took a stance, dissented or answered on a matter since the body
-- last met has spoken on it. One short of what would be a meeting nobody of the body speaks anew.

-- How many may speak.
create function serial_limit(members integer, serial text) returns integer language sql immutable as $$
  select case when members < 2 then 1
    -- Of five members a quorum counts, in both ways of counting.
    when serial = 'majority-of-quorum' and members <> 5 then (members / 2 + 1) / 2
    else members / 2 end $$;

create function serial_board_size(rules jurisdiction, board uuid, seats integer) returns integer
  language sql immutable as $$
  -- Of a board whose size nobody said, and of which hardly anybody is here, five is the usual size.
  select greatest(seats, coalesce((rules.board_sizes->>board::text)::integer, case when seats < 3 then 5 else 0 end)) $$;

-- When a team last met, with the public told before.
create function serial_last_met(p uuid, t uuid, at timestamptz) returns timestamptz
  language sql stable security definer set search_path = public as $$
  select max(m.starts_at + make_interval(mins => m.duration_minutes)) from meeting m
    join record r on r.partnership_id = p and r.id = m.id
      and r.state in ('held', 'minutes-offered', 'minutes-approved')
    join meeting_notice n on n.partnership_id = p and n.meeting_id = m.id
    where m.partnership_id = p and m.team_id = t
      and m.starts_at + make_interval(mins => m.duration_minutes) <= at $$;

-- The bodies to which a person belongs, and the team at whose meetings each meets.
create function serial_bodies(p uuid, who uuid, at timestamptz)
  returns table (kind text, body uuid, team uuid, members integer, since timestamptz)
  language sql stable security definer set search_path = public as $$
  with mine as (
    select s.id, s.organization_id from term t
      join seat s on s.partnership_id = p and s.id = t.seat_id and s.closed_on is null
      where t.partnership_id = p and t.person_id = who and term_runs(t, local_day(p, at))),
  boards as (
    select o.id, meets.team_id,
      (select count(*)::integer from seat s where s.partnership_id = p and s.organization_id = o.id
        and s.closed_on is null) as seats
    from organization o
    left join lateral (select m.team_id from team_seat m
      join team t on t.partnership_id = p and t.id = m.team_id and t.creation_authority = 'board-itself'
      join record r on r.partnership_id = p and r.id = t.id and r.state <> 'ended'
      join seat s on s.partnership_id = p and s.id = m.seat_id and s.organization_id = o.id
      where m.partnership_id = p and m.role = 'co-chair' and m.left_on is null limit 1) meets on true
    where o.partnership_id = p and o.constituency = 'board'
      and o.id in (select organization_id from mine))
  select 'board', b.id, b.team_id, serial_board_size(rules_in_force(p), b.id, b.seats),
    coalesce(serial_last_met(p, b.team_id, at), '-infinity')
  from boards b
  union all
  select 'team', t.id, t.id, (select count(*)::integer from team_seat m
      where m.partnership_id = p and m.team_id = t.id and m.left_on is null),
    coalesce(serial_last_met(p, t.id, at), '-infinity')
  from team t join record r on r.partnership_id = p and r.id = t.id and r.state <> 'ended'
  where t.partnership_id = p and t.creation_authority <> 'board-itself'
    and authority_is_covered(p, t.creation_authority)
    and exists (select from team_seat m where m.partnership_id = p and m.team_id = t.id
      and m.left_on is null and m.seat_id in (select id from mine)) $$;

create function serial_matter(p uuid, start uuid) returns setof uuid
  language sql stable security definer set search_path = public as $$
  with recursive reach (id) as (
    select start
    union
    select other.id from reach
      join record here on here.partnership_id = p and here.id = reach.id
        and here.kind not in ('team', 'meeting', 'compact')
      join record_link l on l.partnership_id = p and (l.from_id = reach.id or l.to_id = reach.id)
      join record other on other.partnership_id = p
        and other.id = case when l.from_id = reach.id then l.to_id else l.from_id end
        and other.kind not in ('team', 'meeting', 'compact')
        -- What is said inside a caucus or to oneself counts there alone, and shows nowhere else.
        and (other.visible_to !~ '^(caucus|person):' or other.visible_to =
          (select r.visible_to from record r where r.partnership_id = p and r.id = start)))
  select id from reach $$;

-- Does a matter belong to a team's work?
create function serial_touches(p uuid, t uuid, matter uuid[]) returns boolean
  language sql stable security definer set search_path = public as $$
  select t = any (matter)
    or exists (select from meeting m where m.partnership_id = p and m.team_id = t and m.id = any (matter))
    or exists (select from decision d where d.partnership_id = p and d.team_id = t and d.id = any (matter))
    or exists (select from action a where a.partnership_id = p and a.team_id = t and a.id = any (matter))
    or exists (select from record_link l where l.partnership_id = p
      and (l.from_id = t and l.to_id = any (matter) or l.to_id = t and l.from_id = any (matter)))
    or exists (select from record_link l join meeting m on m.partnership_id = p and m.team_id = t
        and m.id in (l.from_id, l.to_id)
      where l.partnership_id = p and (l.from_id = any (matter) or l.to_id = any (matter))) $$;

-- Who spoke on a matter, and when. Stances of a ballot at a public meeting were given before everybody.
-- A voice without a name stays without one, here too.
create function serial_spoken(p uuid, matter uuid[]) returns table (person_id uuid, at timestamptz)
  language sql stable security definer set search_path = public as $$
  select d.person_id, d.created_at from discussion_post d
    where d.partnership_id = p and d.record_id = any (matter)
  union all
  select s.person_id, greatest(s.entered_at, coalesce(s.resolved_at, s.entered_at)) from stance s
    join decision_round r on r.partnership_id = p and r.decision_id = s.decision_id and r.round = s.round
    where s.partnership_id = p and s.decision_id = any (matter) and r.meeting_id is null
  union all
  select t.person_id, d.written_at from dissent d
    join term t on t.partnership_id = p and t.seat_id = d.seat_id and t.sort = 'holder'
      and t.starts_on <= local_day(p, d.written_at) and (t.ended_at is null or t.ended_at > d.written_at)
    where d.partnership_id = p and d.decision_id = any (matter)
  union all
  select v.named_person, r.created_at from voice v join record r on r.partnership_id = p and r.id = v.id
    where v.partnership_id = p and v.id = any (matter) and v.named_person is not null
  union all
  select t.person_id, v.answered_at from voice v
    join term t on t.partnership_id = p and t.seat_id = v.answered_by_seat and t.sort = 'holder'
      and t.starts_on <= local_day(p, v.answered_at) and (t.ended_at is null or t.ended_at > v.answered_at)
    where v.partnership_id = p and v.id = any (matter) and v.answered_at is not null $$;

-- Did this person belong to the body at any time since it last met?
create function serial_belongs(p uuid, body_kind text, wanted uuid, who uuid, since timestamptz) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select from term t join seat s on s.partnership_id = p and s.id = t.seat_id
    where t.partnership_id = p and t.person_id = who and (t.ended_at is null or t.ended_at > since)
      and (t.ends_on is null or t.ends_on >= local_day(p, greatest(since, '2000-01-01'::timestamptz)))
      and case when body_kind = 'board' then s.organization_id = wanted
        else exists (select from team_seat m where m.partnership_id = p and m.team_id = wanted
          and m.seat_id = s.id
          and (m.left_on is null or m.left_on > local_day(p, greatest(since, '2000-01-01'::timestamptz)))) end) $$;

-- How many members of the body can read what is written for this audience. Everybody reads what is public.
create function serial_readers(p uuid, body_kind text, wanted uuid, members integer, audience text, day date)
  returns integer language sql stable security definer set search_path = public as $$
  select case when audience = 'public' then members else (
    select count(distinct t.person_id)::integer from term t
    join seat s on s.partnership_id = p and s.id = t.seat_id and s.closed_on is null
    where t.partnership_id = p and term_runs(t, day)
      and case when body_kind = 'board' then s.organization_id = wanted
        else exists (select from team_seat m where m.partnership_id = p and m.team_id = wanted
          and m.seat_id = s.id and m.left_on is null) end
      and (audience = 'partnership'
        or exists (select from term mine join seat own on own.partnership_id = p and own.id = mine.seat_id
          where mine.partnership_id = p and mine.person_id = t.person_id and term_runs(mine, day)
            and (audience = 'caucus:' || own.organization_id
              or exists (select from team_seat m where m.partnership_id = p and m.seat_id = own.id
                and m.left_on is null and audience = 'team:' || m.team_id))))) end $$;

-- The body for which this person had better not write here, and why; no row when they may. Says no
-- number and nobody's name: who spoke is known from what they wrote.
create function serial_guard(p uuid, who uuid, start uuid, audience text, at timestamptz)
  returns table (kind text, body uuid, team uuid, why text)
  language plpgsql stable security definer set search_path = public as $$
declare
  rules jurisdiction := rules_in_force(p);
  one record;
  matter uuid[];
begin
  for one in select * from serial_bodies(p, who, at) loop
    matter := coalesce(matter, array(select serial_matter(p, start)));
    continue when one.kind = 'team' and not serial_touches(p, one.team, matter);
    -- Where one opinion sent to enough members is deliberation already, the first is one too many.
    if rules.one_way and one.members > 1 and serial_readers(p, one.kind, one.body, one.members, audience,
        local_day(p, at)) > serial_limit(one.members, rules.serial) then
      return query select one.kind, one.body, one.team, 'one-way'::text;
    elsif not exists (select from serial_spoken(p, matter) s where s.person_id = who and s.at > one.since)
      and (select count(distinct s.person_id) from serial_spoken(p, matter) s
        where s.at > one.since and s.person_id <> who
          and serial_belongs(p, one.kind, one.body, s.person_id, one.since))
        >= serial_limit(one.members, rules.serial) then
      return query select one.kind, one.body, one.team, 'count'::text;
    end if;
  end loop;
end $$;

-- The same for whoever acts, about a record that they see.
create function my_serial_guard(start uuid, at timestamptz)
  returns table (kind text, body uuid, team uuid, why text)
  language sql stable security definer set search_path = public as $$
  select g.* from record r cross join lateral serial_guard(me_partnership(), me_person(), r.id, r.visible_to, at) g
  where r.partnership_id = me_partnership() and r.id = start and me_person() is not null
    and (r.visible_to = 'public' or r.visible_to = any (me_audiences())) $$;

-- One after the other: two who write in the same moment are counted together.
create function serial_check(p uuid, who uuid, start uuid, audience text, at timestamptz) returns void
  language plpgsql security definer set search_path = public as $$
declare found_body record;
begin
  if who is null or not exists (select from serial_bodies(p, who, at)) then return; end if;
  perform pg_advisory_xact_lock(hashtextextended('serial ' || p, 0));
  select * into found_body from serial_guard(p, who, start, audience, at) limit 1;
  if found_body.body is not null then
    raise exception 'one more member would make this a meeting' using errcode = 'CS001', detail = found_body.why;
  end if;
end $$;

-- Each guard leaves to the policies what the policies refuse.
create function serial_post() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.partnership_id = me_partnership() and new.person_id = me_person() and new.seat_id = me_seat()
    and new.visible_to = any (me_audiences()) and new.withdrawn_at is null then
    perform serial_check(new.partnership_id, new.person_id, new.record_id, new.visible_to, new.created_at);
  end if;
  return new;
end $$;
create trigger serial_post before insert on discussion_post for each row execute function serial_post();

create function serial_stance() returns trigger language plpgsql security definer set search_path = public as $$
declare audience text;
begin
  if new.partnership_id is distinct from me_partnership()
    or new.person_id is distinct from me_person() or new.seat_id is distinct from me_seat()
    or exists (select from decision_round r where r.partnership_id = new.partnership_id
      and r.decision_id = new.decision_id and r.round = new.round and r.meeting_id is not null) then
    return new;
  end if;
  if tg_op = 'UPDATE' then
    if (new.value, new.reason, new.would_resolve, new.resolution, new.entered_at, new.resolved_at)
      is not distinct from (old.value, old.reason, old.would_resolve, old.resolution, old.entered_at, old.resolved_at) then
      return new;
    end if;
  end if;
  select r.visible_to into audience from record r
    where r.partnership_id = new.partnership_id and r.id = new.decision_id;
  if audience is null or not decision_is_undecided(new.partnership_id, new.decision_id) then return new; end if;
  perform serial_check(new.partnership_id, new.person_id, new.decision_id, audience,
    coalesce(new.resolved_at, new.entered_at));
  return new;
end $$;
create trigger serial_stance before insert or update on stance for each row execute function serial_stance();

create function serial_dissent() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.partnership_id = me_partnership() and new.seat_id = me_seat() and new.visible_to = any (me_audiences())
    and exists (select from decision d where d.partnership_id = new.partnership_id and d.id = new.decision_id
      and d.closed_at is not null) then
    perform serial_check(new.partnership_id, me_person(), new.decision_id, new.visible_to, new.written_at);
  end if;
  return new;
end $$;
create trigger serial_dissent before insert on dissent for each row execute function serial_dissent();

create function serial_answer() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.answered_at is distinct from old.answered_at and new.answered_at is not null and me_person() is not null then
    perform serial_check(new.partnership_id, me_person(), new.id, new.visible_to, new.answered_at);
  end if;
  return new;
end $$;
create trigger serial_voice_answer before update on voice for each row execute function serial_answer();

create function serial_voice() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.partnership_id = me_partnership() and new.visible_to = any (me_audiences()) and me_person() is not null then
    perform serial_check(new.partnership_id, me_person(), new.id, new.visible_to,
      (select r.created_at from record r where r.partnership_id = new.partnership_id and r.id = new.id));
  end if;
  return new;
end $$;
create trigger serial_voice before insert on voice for each row execute function serial_voice();

-- A board's caucus is where a board would most easily hold a meeting: each thread is a matter of its own.
-- Who wrote is known from the rows; what they wrote is not read.
create function serial_caucus() returns trigger language plpgsql security definer set search_path = public as $$
declare
  rules jurisdiction := rules_in_force(new.partnership_id);
  one record;
begin
  if new.partnership_id is distinct from me_partnership() or new.person_id is distinct from me_person()
    or not new.visible_to = any (me_audiences()) then return new; end if;
  select b.* into one from serial_bodies(new.partnership_id, new.person_id, new.created_at) b
    where b.kind = 'board' and new.visible_to = 'caucus:' || b.body;
  if one.body is null then return new; end if;
  perform pg_advisory_xact_lock(hashtextextended('serial ' || new.partnership_id, 0));
  if rules.one_way and one.members > 1 and serial_readers(new.partnership_id, 'board', one.body, one.members,
      new.visible_to, local_day(new.partnership_id, new.created_at)) > serial_limit(one.members, rules.serial) then
    raise exception 'one opinion to a quorum is a meeting' using errcode = 'CS001', detail = 'one-way';
  end if;
  if not exists (select from caucus_post c where c.partnership_id = new.partnership_id
      and c.organization_id = one.body and c.thread_id = new.thread_id and c.person_id = new.person_id and c.created_at > one.since)
    and (select count(distinct c.person_id) from caucus_post c where c.partnership_id = new.partnership_id
      and c.organization_id = one.body and c.thread_id = new.thread_id and c.created_at > one.since) >= serial_limit(one.members, rules.serial) then
    raise exception 'one more member would make this a meeting' using errcode = 'CS001', detail = 'count';
  end if;
  return new;
end $$;
create trigger serial_caucus before insert on caucus_post for each row execute function serial_caucus();

-- PostgreSQL lets everybody call a new function. The application calls what names nobody but itself.
do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p
    where p.pronamespace = 'public'::regnamespace and has_function_privilege('public', p.oid, 'execute')
  loop
    execute format('revoke execute on function %s from public', f);
  end loop;
  foreach f in array array['my_serial_guard(uuid,timestamptz)', 'adopt_rules(uuid,timestamptz)',
    'serial_limit(integer,text)']::regprocedure[]
  loop
    execute format('grant execute on function %s to {{app}}', f);
  end loop;
end $$;
