-- How long records are kept, what may not be touched meanwhile, and what leaves as a copy.

-- The schedule. For how many years each class of records is kept under a profile (null: for good), and
-- for each kind of record its class and the event that starts the clock. Data that nobody who is served
-- by the application can change, so that the functions below may rely on it. The years are those of the
-- jurisdiction profiles, the kinds those of partnership/retention/schedule.ts; a test holds them together.
create table retention_class (
  profile text not null check (profile ~ '^[a-z][a-z-]*$'),
  class text not null,
  years integer check (years between 0 and 100),
  primary key (profile, class)
);
create table retention_kind (
  kind text primary key check (kind ~ '^[a-z][a-z-]*$'),
  class text not null,
  event text not null check (event in ('created', 'closed', 'cycle-end', 'superseded'))
);
alter table retention_class enable row level security;
alter table retention_kind enable row level security;
create policy reads on retention_class for select to {{app}} using (true);
create policy reads on retention_kind for select to {{app}} using (true);
grant select on retention_class, retention_kind to {{app}};
insert into retention_class (profile, class, years) values
  ('generic', 'minutes', null), ('generic', 'decisions', null), ('generic', 'agreements', null),
  ('generic', 'reports', 7), ('generic', 'correspondence', 7), ('generic', 'working-papers', 3),
  ('california', 'minutes', null), ('california', 'decisions', null), ('california', 'agreements', null),
  ('california', 'reports', null), ('california', 'correspondence', 4), ('california', 'working-papers', 4),
  ('massachusetts', 'minutes', null), ('massachusetts', 'decisions', null), ('massachusetts', 'agreements', null),
  ('massachusetts', 'reports', 7), ('massachusetts', 'correspondence', 7), ('massachusetts', 'working-papers', 7),
  ('illinois', 'minutes', null), ('illinois', 'decisions', null), ('illinois', 'agreements', null),
  ('illinois', 'reports', null), ('illinois', 'correspondence', null), ('illinois', 'working-papers', null);
insert into retention_kind (kind, class, event) values
  ('meeting', 'minutes', 'closed'), ('decision', 'decisions', 'closed'), ('compact', 'agreements', 'superseded'),
  ('team', 'agreements', 'closed'), ('seat', 'agreements', 'closed'), ('goal', 'reports', 'cycle-end'),
  ('review', 'reports', 'cycle-end'), ('lesson', 'reports', 'cycle-end'), ('indicator', 'reports', 'cycle-end'),
  ('voice', 'correspondence', 'closed'), ('discussion', 'correspondence', 'closed'),
  ('listening-link', 'correspondence', 'closed'), ('action', 'working-papers', 'closed'),
  ('roster-import', 'working-papers', 'closed'), ('invitation', 'working-papers', 'closed'),
  ('mail', 'transitory', 'closed'), ('audit', 'audit', 'created'), ('caucus', 'own', 'created');

-- The schedule that holds in a partnership.
create function retention_profile(p uuid) returns text
  language sql stable security definer set search_path = public as $$
  select (rules_in_force(p)).profile $$;

create function retention_profile_here() returns text
  language sql stable security definer set search_path = public as $$ select retention_profile(me_partnership()) $$;

-- When did it happen? Null while it has not.
create function retention_event(p uuid, record_id uuid, wanted text) returns timestamptz
  language plpgsql stable security definer set search_path = public as $$
declare
  r record;
  closed timestamptz;
begin
  select * into r from record where record.partnership_id = p and record.id = retention_event.record_id;
  if wanted = 'created' then return r.created_at; end if;
  if r.kind = 'compact' then
    return (select min(later.in_force_at) from compact c join compact later
      on later.partnership_id = c.partnership_id and later.version > c.version and later.in_force_at is not null
      where c.partnership_id = p and c.id = r.id);
  end if;
  closed := case r.kind
    when 'voice' then (select answered_at from voice where partnership_id = p and id = r.id)
    when 'goal' then (select closed_at from goal where partnership_id = p and id = r.id)
    when 'team' then (select ended_at from team where partnership_id = p and id = r.id)
    when 'meeting' then (select case when r.state = 'skipped' then starts_at else approved_at end
      from meeting where partnership_id = p and id = r.id)
    when 'decision' then (select closed_at from decision where partnership_id = p and id = r.id)
    when 'action' then (select closed_at from action where partnership_id = p and id = r.id)
    when 'review' then r.changed_at
    when 'lesson' then case when r.state = 'shared' then r.changed_at end
  end;
  if wanted = 'cycle-end' and r.cycle_id is not null and closed is not null then
    return (select greatest(closed, c.closed_at) from cycle c
      where c.partnership_id = p and c.id = r.cycle_id and c.closed_at is not null);
  end if;
  return closed;
end $$;

-- A legal hold: while it stands, nothing under it is removed, made nameless or written over. Both
-- sides see it. It never reaches into a caucus: what an organization must keep there is its own duty.
create table legal_hold (
  partnership_id uuid not null references partnership,
  id uuid not null,
  visible_to visibility not null default 'partnership' check (visible_to = 'partnership'),
  scope text not null check (scope in ('record', 'topic', 'person', 'partnership')),
  -- No foreign key: a hold that was lifted stays in the list when the record has gone.
  record_id uuid,
  person_id uuid,
  reason text not null check (length(reason) between 1 and 2000),
  placed_by_seat uuid not null,
  placed_at timestamptz not null,
  lifted_at timestamptz,
  lifted_by_change uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, placed_by_seat) references seat (partnership_id, id),
  check ((scope in ('record', 'topic')) = (record_id is not null)),
  check ((scope = 'person') = (person_id is not null))
);
select protect('legal_hold');
create policy leads_only on legal_hold as restrictive for insert to {{app}} with check (
  me_is_lead() and placed_by_seat = me_seat() and lifted_at is null and lifted_by_change is null
  and (record_id is null or exists (select from record r where r.partnership_id = legal_hold.partnership_id
    and r.id = legal_hold.record_id and r.visible_to !~ '^(caucus|person):')));
-- A hold is never changed; lifting it needs two sides.
drop policy changes on legal_hold;
revoke update on legal_hold from {{app}};
create index on legal_hold (partnership_id) where lifted_at is null;

-- The topic of a record: what led to it and what came of it, all the way.
create function record_topic(p uuid, r uuid) returns uuid[]
  language sql stable security definer set search_path = public as $$
  with recursive
  before (id) as (select r union select l.from_id from before b join record_link l
    on l.partnership_id = p and l.to_id = b.id),
  after (id) as (select r union select l.to_id from after a join record_link l
    on l.partnership_id = p and l.from_id = a.id)
  select array(select id from before union select id from after) $$;

-- Did this person act from this seat at that moment?
create function sat(p uuid, person uuid, seat uuid, at timestamptz) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select from term t where t.partnership_id = p and t.seat_id = sat.seat and t.person_id = person
    and local_day(p, at) >= t.starts_on and (t.ends_on is null or local_day(p, at) <= t.ends_on)
    and (t.ended_at is null or at <= t.ended_at)) $$;

-- Is this person's part in the record on the table? Never told by what only they may know: a private
-- stance, or who raised a voice without a name.
create function record_names(p uuid, r uuid, person uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select from record where partnership_id = p and id = r and sat(p, person, created_by_seat, created_at))
    or exists (select from voice where partnership_id = p and id = r
      and (named_person = person or sat(p, person, answered_by_seat, answered_at)))
    or exists (select from meeting where partnership_id = p and id = r and sat(p, person, minutes_by_seat, minutes_ready_at))
    or exists (select from stance s where s.partnership_id = p and s.decision_id = r and s.person_id = person
      and s.revealed_at is not null)
    or exists (select from dissent d where d.partnership_id = p and d.decision_id = r and sat(p, person, d.seat_id, d.written_at))
    or exists (select from ratification n where n.partnership_id = p and n.compact_id = r and n.person_id = person) $$;

create function record_held(p uuid, r uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select from legal_hold h where h.partnership_id = p and h.lifted_at is null and case h.scope
      when 'partnership' then true
      when 'record' then h.record_id = r
      when 'topic' then r = any (record_topic(p, h.record_id))
      else record_names(p, r, h.person_id) end)
    and exists (select from record where partnership_id = p and id = r and visible_to !~ '^(caucus|person):') $$;

create function person_held(p uuid, who uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select from legal_hold h where h.partnership_id = p and h.lifted_at is null
    and (h.scope = 'partnership' or h.scope = 'person' and h.person_id = who)) $$;

-- A record that is being removed at this moment: filled and emptied by the function that removes, in one
-- transaction. Nobody who is served by the application can write it.
create table being_removed (
  partnership_id uuid not null,
  record_id uuid not null,
  primary key (partnership_id, record_id)
);
create function is_being_removed(p uuid, r uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select from being_removed where partnership_id = p and record_id = r) $$;

-- Under a hold what was written stays. Something may be added at its end, and what was empty filled in.
-- Arguments: what is looked up (record, person, partnership), the column that names it, the columns kept.
create function keep_under_hold() returns trigger language plpgsql security definer set search_path = public as $$
declare
  was jsonb := to_jsonb(old);
  becomes jsonb := case when tg_op = 'UPDATE' then to_jsonb(new) end;
  named uuid := (was ->> tg_argv[1])::uuid;
  p uuid := (was ->> 'partnership_id')::uuid;
  field text;
  lost boolean := tg_op = 'DELETE';
begin
  if not exists (select from legal_hold h where h.partnership_id = p and h.lifted_at is null)
    or tg_op = 'DELETE' and is_being_removed(p, named) then return coalesce(new, old); end if;
  foreach field in array tg_argv[2:] loop
    lost := lost or coalesce(was ->> field, '') <> '' and not starts_with(coalesce(becomes ->> field, ''), was ->> field);
  end loop;
  if lost and (case tg_argv[0] when 'record' then record_held(p, named) when 'person' then person_held(p, named)
      else exists (select from legal_hold h where h.partnership_id = p and h.lifted_at is null and h.scope = 'partnership') end) then
    raise exception 'a legal hold stands: what was written stays as it is' using errcode = 'CH001';
  end if;
  return coalesce(new, old);
end $$;

do $$
declare kept text[];
begin
  foreach kept slice 1 in array array[
    ['record', 'record', 'id', 'title'],
    ['voice', 'record', 'id', 'answer'],
    ['compact', 'record', 'id', 'preamble'],
    ['compact_line', 'record', 'compact_id', 'body'],
    ['goal', 'record', 'id', 'how_much,for_whom,by_when,why,indicator_id'],
    ['team', 'record', 'id', 'purpose,in_scope,out_of_scope,norms,decision_rule'],
    ['meeting', 'record', 'id', 'minutes,place,starts_at,skipped_because'],
    ['agenda_item', 'record', 'meeting_id', 'title,note'],
    ['attendance', 'record', 'meeting_id', 'presence'],
    ['decision', 'record', 'id', 'background,domain,authority,level,scale,line,fallback,outcome_note,review_note'],
    ['decision_gate', 'record', 'decision_id', 'quorum,gate'],
    ['stance', 'record', 'decision_id', 'resolution'],
    ['action', 'record', 'id', 'details,closing_note'],
    ['review', 'record', 'id', 'result,measured,content_note,process_note,successes,challenges,next_step'],
    ['lesson', 'record', 'id', 'context,change,evidence,effort,conditions,what_failed'],
    ['person', 'person', 'id', 'name'],
    ['indicator_value', 'partnership', 'indicator_id', 'value,note']]
  loop
    execute format('create trigger kept_under_hold before update or delete on %I for each row execute function keep_under_hold(%L, %L, %s)',
      kept[1], kept[2], kept[3], (select string_agg(quote_literal(c), ', ') from unnest(string_to_array(kept[4], ',')) c));
  end loop;
end $$;

-- A private stance may be withdrawn by the seat before it is revealed, hold or not: nobody has seen it.
drop trigger kept_under_hold on stance;
create trigger kept_under_hold before update or delete on stance for each row when (old.revealed_at is not null)
  execute function keep_under_hold('record', 'decision_id', 'resolution');
-- What was said beneath a record stays, unless it is taken back: then its words are kept apart (014).
create trigger kept_under_hold before update or delete on discussion_post for each row
  execute function keep_under_hold('record', 'record_id', 'withdrawn_at');
create trigger words_kept_under_hold before update on discussion_post for each row when (new.withdrawn_at is null)
  execute function keep_under_hold('record', 'record_id', 'body');
-- The proposal of a round stays in decision_round; only a draft's proposal can be written over.
create trigger proposal_kept_under_hold before update on decision for each row when (new.round = old.round)
  execute function keep_under_hold('record', 'id', 'proposal');

-- A link keeps two records in one topic.
create function link_kept_under_hold() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if is_being_removed(old.partnership_id, old.from_id) or is_being_removed(old.partnership_id, old.to_id)
    or not (record_held(old.partnership_id, old.from_id) or record_held(old.partnership_id, old.to_id)) then return old; end if;
  raise exception 'a legal hold stands: what belongs together stays together' using errcode = 'CH001';
end $$;
create trigger kept_under_hold before delete on record_link for each row execute function link_kept_under_hold();

-- How long a record that the actor may read is kept, and why. Computed here, because it needs dates
-- that a visitor may not read (the end of a cycle), and told as one day.
create function retention_of(wanted uuid[]) returns table (id uuid, profile text, class text, event text,
  years integer, started_on date, kept_until date, held boolean)
  language sql stable security definer set search_path = public as $$
  select r.id, c.profile, k.class, k.event, c.years, e.started_on,
    (e.started_on + make_interval(years => c.years))::date, record_held(r.partnership_id, r.id)
  from record r
  join retention_kind k on k.kind = r.kind
  join retention_class c on c.profile = retention_profile(r.partnership_id) and c.class = k.class
  cross join lateral (select local_day(r.partnership_id, retention_event(r.partnership_id, r.id, k.event)) as started_on) e
  where r.partnership_id = me_partnership() and r.id = any (wanted)
    and (r.visible_to = 'public' or r.visible_to = any (me_audiences()) or r.id = me_voice()) $$;

-- Records whose time is over, as far as the acting lead may read them.
create function records_due(today date) returns setof uuid
  language sql stable security definer set search_path = public as $$
  select r.id from record r
  join retention_kind k on k.kind = r.kind
  join retention_class c on c.profile = retention_profile(me_partnership()) and c.class = k.class and c.years is not null
  where r.partnership_id = me_partnership() and me_is_lead()
    and r.visible_to = any (me_audiences()) and r.visible_to !~ '^(caucus|person):'
    and (local_day(r.partnership_id, retention_event(r.partnership_id, r.id, k.event))
      + make_interval(years => c.years))::date < today
  order by r.created_at $$;

-- What is left of a record that was removed: that it was there, its dates, and who agreed.
create table tombstone (
  partnership_id uuid not null references partnership,
  id uuid not null,
  visible_to visibility not null,
  kind text not null,
  class text not null,
  created_on date not null,
  started_on date not null,
  kept_until date not null,
  removed_at timestamptz not null,
  change_id uuid not null,
  proposed_by_seat uuid not null,
  agreed_by_seat uuid not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, proposed_by_seat) references seat (partnership_id, id),
  foreign key (partnership_id, agreed_by_seat) references seat (partnership_id, id)
);
select protect('tombstone');
drop policy adds on tombstone;
drop policy changes on tombstone;
revoke insert, update on tombstone from {{app}};

-- No record goes but by the function that removes what is due.
create function removed_when_due() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if is_being_removed(old.partnership_id, old.id) then return old; end if;
  raise exception 'a record is kept until its time is over and two sides agree' using errcode = '42501';
end $$;
create trigger removed_when_due before delete on record for each row execute function removed_when_due();

-- As in 004 and 007, but a compact or a decision whose time is over takes its lines along.
create or replace function compact_frozen() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'DELETE' and is_being_removed(old.partnership_id, old.compact_id) then return old; end if;
  if exists (select from compact c where c.partnership_id = coalesce(new.partnership_id, old.partnership_id)
      and c.id = coalesce(new.compact_id, old.compact_id) and c.offered_at is not null)
      and (tg_op <> 'UPDATE' or (new.body, new.position, new.sort) is distinct from (old.body, old.position, old.sort)) then
    raise exception 'the compact was offered for ratification and its text is frozen' using errcode = '42501';
  end if;
  return coalesce(new, old);
end $$;
create or replace function gate_frozen() returns trigger language plpgsql security definer set search_path = public as $$
declare it decision_gate := coalesce(new, old);
begin
  if tg_op = 'DELETE' and is_being_removed(old.partnership_id, old.decision_id) then return old; end if;
  if exists (select from decision where partnership_id = it.partnership_id and id = it.decision_id and opened_at is not null)
    and (tg_op <> 'UPDATE' or (new.quorum, new.gate, new.constituency) is distinct from (old.quorum, old.gate, old.constituency)) then
    raise exception 'the rule was frozen when the decision opened' using errcode = '42501';
  end if;
  return it;
end $$;

-- The trail seals what a line notes by its digest, so that the note of a record that was removed can go
-- with it and the chain still proves itself. As in 004 otherwise. A note that has gone is
-- {"removed": "<digest>"}, and stands only where a tombstone says why.
alter function audit_hash(bytea, uuid, text, bigint, timestamptz, uuid, uuid, text, uuid, jsonb) rename to audit_hash_of_note;
create function audit_note_digest(details jsonb) returns text language sql immutable as $$
  select case when details->>'removed' ~ '^[0-9a-f]{64}$' and details - 'removed' = '{}' then details->>'removed'
    else encode(sha256(convert_to(details::text, 'UTF8')), 'hex') end $$;
create function audit_hash(previous bytea, p uuid, v text, n bigint, a timestamptz, person uuid, seat uuid,
  action text, record uuid, details jsonb) returns bytea language sql immutable as $$
  select audit_hash_of_note(previous, p, v, n, a, person, seat, action, record, to_jsonb(audit_note_digest(details))) $$;
-- Does an entry carry its own seal? Lines from before this migration sealed the note itself.
create function audit_entry_holds(e audit_entry) returns boolean language sql stable as $$
  select e.hash = audit_hash_of_note(e.previous_hash, e.partnership_id, e.visible_to, e.number, e.at, e.person_id,
      e.seat_id, e.action, e.record_id, e.details)
    or e.hash = audit_hash(e.previous_hash, e.partnership_id, e.visible_to, e.number, e.at, e.person_id,
      e.seat_id, e.action, e.record_id, e.details)
    and (not e.details ? 'removed' or exists (select from tombstone t
      where t.partnership_id = e.partnership_id and t.id = e.record_id)) $$;

-- Why a record cannot go yet; null when it can. What it led to stays the reason to keep it, and what
-- mentions it would lose its sense.
create function removal_hindrance(p uuid, about uuid, at timestamptz) returns text
  language plpgsql stable security definer set search_path = public as $$
declare
  r public.record;
  kept record;
  mention record;
  found_one boolean;
begin
  select * into r from public.record x where x.partnership_id = p and x.id = about;
  if r.id is null then return 'gone'; end if;
  if r.visible_to ~ '^(caucus|person):' then return 'own'; end if;
  select c.years, local_day(p, retention_event(p, about, k.event)) as started_on into kept
    from retention_kind k join retention_class c on c.profile = retention_profile(p) and c.class = k.class
    where k.kind = r.kind;
  if kept.years is null or kept.started_on is null
    or (kept.started_on + make_interval(years => kept.years))::date >= local_day(p, at) then return 'not-due'; end if;
  if record_held(p, about) then return 'held'; end if;
  if exists (select from record_link l where l.partnership_id = p and l.from_id = about) then return 'led-on'; end if;
  for mention in
    select c.conrelid::regclass as here, a.attname as column_name, c.confrelid = 'public.record'::regclass as of_record
    from pg_constraint c
    cross join lateral unnest(c.conkey, c.confkey) k (here, there)
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.here
    join pg_attribute b on b.attrelid = c.confrelid and b.attnum = k.there and b.attname = 'id'
    -- What goes along by itself is a part, and no mention.
    where c.contype = 'f' and cardinality(c.conkey) = 2 and c.confdeltype = 'a'
      and c.confrelid in ('record'::regclass, 'compact'::regclass, 'voice'::regclass, 'goal'::regclass, 'team'::regclass,
        'meeting'::regclass, 'decision'::regclass, 'action'::regclass, 'review'::regclass, 'lesson'::regclass)
      and c.conrelid not in ('record_link'::regclass, 'stance'::regclass, 'voice_author'::regclass)
  loop
    execute format('select exists (select from %s where partnership_id = $1 and %I = $2)', mention.here, mention.column_name)
      into found_one using p, about;
    if found_one then return 'mentioned'; end if;
  end loop;
  return null;
end $$;
-- The same for a record that the acting lead may read.
create function removal_hindered(about uuid, at timestamptz) returns text
  language sql stable security definer set search_path = public as $$
  select case when exists (select from record r where r.partnership_id = me_partnership() and r.id = about
      and (r.visible_to = 'public' or r.visible_to = any (me_audiences())))
    then removal_hindrance(me_partnership(), about, at) else 'gone' end $$;

-- Removes a record whose time is over, after both sides agreed: its text and all that hangs on it, its
-- links, and what the trail noted about it. A tombstone stays, and the line of the trail that says so.
create function remove_record(change_id uuid, at timestamptz) returns text
  language plpgsql security definer set search_path = public as $$
declare
  change joint_change := take_joint_change(change_id, 'removal', checked_time(at));
  p uuid := change.partnership_id;
  about uuid := change.record_id;
  r public.record;
  kept record;
  part record;
  hindrance text;
  left_over boolean := true;
  progress boolean := true;
  gone integer;
begin
  select * into r from public.record x where x.partnership_id = p and x.id = about for update;
  hindrance := removal_hindrance(p, about, at);
  if hindrance is not null then return hindrance; end if;
  select k.class, c.years, local_day(p, retention_event(p, about, k.event)) as started_on into kept
    from retention_kind k join retention_class c on c.profile = retention_profile(p) and c.class = k.class
    where k.kind = r.kind;
  insert into being_removed values (p, about);
  delete from record_link where partnership_id = p and to_id = about;
  -- Parts first, and the parts of parts before them, in whatever order their keys allow.
  while left_over and progress loop
    left_over := false;
    progress := false;
    for part in
      select c.conrelid::regclass as here, a.attname as column_name
      from pg_constraint c
      cross join lateral unnest(c.conkey, c.confkey) k (here, there)
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.here
      join pg_attribute b on b.attrelid = c.confrelid and b.attnum = k.there and b.attname = 'id'
      where c.contype = 'f' and c.confrelid = 'record'::regclass
        and (cardinality(c.conkey) = 3 or c.conrelid in ('stance'::regclass, 'voice_author'::regclass))
    loop
      begin
        execute format('delete from %s where partnership_id = $1 and %I = $2', part.here, part.column_name) using p, about;
        get diagnostics gone = row_count;
        progress := progress or gone > 0;
      exception when foreign_key_violation then
        left_over := true;
      end;
    end loop;
  end loop;
  if left_over then
    delete from being_removed where partnership_id = p and record_id = about;
    raise exception 'something that stays mentions a part of this record' using errcode = 'CH002';
  end if;
  delete from record where partnership_id = p and id = about;
  delete from being_removed where partnership_id = p and record_id = about;
  insert into tombstone (partnership_id, id, visible_to, kind, class, created_on, started_on, kept_until, removed_at,
      change_id, proposed_by_seat, agreed_by_seat)
    values (p, about, r.visible_to, r.kind, kept.class, local_day(p, r.created_at), kept.started_on,
      (kept.started_on + make_interval(years => kept.years))::date, at, change.id, change.proposed_by_seat, me_seat());
  update audit_entry set details = jsonb_build_object('removed', audit_note_digest(details))
    where partnership_id = p and record_id = about and details <> '{}'
      -- What was sealed before the seal was made of digests stays, or the chain would break.
      and hash = audit_hash(previous_hash, partnership_id, visible_to, number, audit_entry.at, person_id, seat_id,
        action, record_id, details);
  return 'removed';
end $$;

-- Lifting a hold is agreed by both sides too.
alter table joint_change drop constraint joint_change_kind_check;
alter table joint_change add constraint joint_change_kind_check
  check (kind in ('visibility', 'composition', 'removal', 'compact', 'rules', 'lead', 'first-person', 'hold'));
create function lift_hold(change_id uuid, at timestamptz) returns boolean
  language plpgsql security definer set search_path = public as $$
declare change joint_change := take_joint_change(change_id, 'hold', checked_time(at));
begin
  update legal_hold set lifted_at = at, lifted_by_change = change.id
    where partnership_id = change.partnership_id and id = (change.after->>'hold')::uuid and lifted_at is null;
  return found;
end $$;

-- A copy for a records request, as it is being prepared: seen by whoever prepares it and nobody else,
-- because what is left out says what was to be kept back. That a copy was made is in the audit trail.
create table records_request (
  partnership_id uuid not null references partnership,
  id uuid not null,
  visible_to visibility not null check (visible_to like 'person:%'),
  scope text not null check (scope in ('partnership', 'topic', 'person')),
  record_id uuid,
  person_id uuid,
  asked_by text not null check (length(asked_by) between 1 and 200),
  asked_on date not null,
  locale text not null check (locale in ('en', 'es')),
  -- Also what the preparing organization keeps for itself.
  with_own boolean not null default false,
  made_by_seat uuid not null,
  created_at timestamptz not null,
  -- Looked through, and what was there then: only that leaves.
  reviewed_at timestamptz,
  reviewed_digest text,
  made_at timestamptz,
  file_digest text,
  primary key (partnership_id, id),
  unique (partnership_id, id, visible_to),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, made_by_seat) references seat (partnership_id, id),
  check ((scope = 'topic') = (record_id is not null)),
  check ((scope = 'person') = (person_id is not null)),
  check ((reviewed_at is null) = (reviewed_digest is null)),
  check (made_at is null or reviewed_at is not null)
);
select protect('records_request');
create policy leads_only on records_request as restrictive for insert to {{app}} with check (
  me_is_lead() and made_by_seat = me_seat() and reviewed_at is null);
drop policy changes on records_request;
create policy changes on records_request for update to {{app}} using (
  me_is_lead() and partnership_id = (select me_partnership()) and visible_to = any ((select me_audiences())::text[]));
revoke update on records_request from {{app}};
grant update (reviewed_at, reviewed_digest, made_at, file_digest) on records_request to {{app}};

-- What is left out of it or blacked out, why, by whom and when.
create table records_left_out (
  partnership_id uuid not null,
  request_id uuid not null,
  id uuid not null,
  visible_to visibility not null check (visible_to like 'person:%'),
  -- 'record:<id>' with all that belongs to it, '<table>:<key>' for one row; null: wherever the passage stands.
  item text,
  -- The words that are blacked out; null: the whole item.
  passage text check (length(passage) between 2 and 2000),
  reason text not null check (length(reason) between 1 and 500),
  named_by_seat uuid not null,
  named_at timestamptz not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, request_id, visible_to) references records_request (partnership_id, id, visible_to),
  foreign key (partnership_id, named_by_seat) references seat (partnership_id, id),
  check (item is not null or passage is not null)
);
select protect('records_left_out');
create policy leads_only on records_left_out as restrictive for insert to {{app}} with check (
  me_is_lead() and named_by_seat = me_seat());
drop policy changes on records_left_out;
revoke update on records_left_out from {{app}};
create policy removes on records_left_out for delete to {{app}} using (
  (select me_seat()) is not null and partnership_id = (select me_partnership())
  and visible_to = any ((select me_audiences())::text[]));
grant delete on records_left_out to {{app}};

-- What was left out of a copy that was made stays as it was; before that every change asks for a new look.
create function left_out_kept() returns trigger language plpgsql security definer set search_path = public as $$
declare it records_left_out := coalesce(new, old);
begin
  if exists (select from records_request q where q.partnership_id = it.partnership_id and q.id = it.request_id
      and q.made_at is not null) then
    raise exception 'the copy was made; what was left out stays as it was' using errcode = '42501';
  end if;
  update records_request set reviewed_at = null, reviewed_digest = null
    where partnership_id = it.partnership_id and id = it.request_id;
  return it;
end $$;
create trigger left_out_kept before insert or delete on records_left_out for each row execute function left_out_kept();
create function request_kept() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if old.made_at is not null and (new.made_at, new.reviewed_at, new.reviewed_digest, new.file_digest)
      is distinct from (old.made_at, old.reviewed_at, old.reviewed_digest, old.file_digest)
    or new.made_at is not null and new.reviewed_at is null then
    raise exception 'a copy leaves after it was looked through, and stays as it left' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger request_kept before update on records_request for each row execute function request_kept();

-- What is kept about oneself. A former seat holder has no audience any more, so what one may read of it
-- is looked up by the account that the session belongs to, as entering does, and by nothing else.
create function me_account() returns uuid language sql stable
  as $$ select nullif(current_setting('concord.account', true), '')::uuid $$;
create function enter_own(session_token text, at timestamptz) returns boolean
  language plpgsql security definer set search_path = public as $$
declare account uuid;
begin
  select s.account_id into account from auth.session s
    where s.token_hash = sha256(convert_to(session_token, 'UTF8')) and s.expires_at > at;
  perform set_config('concord.account', coalesce(account::text, ''), true);
  return account is not null;
end $$;

-- Did this person do it from this seat? By the moment that belongs to the deed.
create function own_deeds() returns table (here text, seat_column text, moment text) language sql immutable as $$
  select * from (values ('record', 'created_by_seat', 'created_at'), ('voice', 'answered_by_seat', 'answered_at'),
    ('dissent', 'seat_id', 'written_at'), ('goal_endorsement', 'seat_id', 'endorsed_at'),
    ('minutes_approval', 'seat_id', 'approved_at'), ('attendance', 'seat_id', 'noted_at'),
    ('indicator_value', 'entered_by_seat', 'entered_at'), ('legal_hold', 'placed_by_seat', 'placed_at'),
    ('records_left_out', 'named_by_seat', 'named_at')) d $$;

-- Every row that names the person, that is theirs alone, or that they made from a seat while they sat there.
create function own_rows() returns table (partnership text, "table" text, key text, content text)
  language plpgsql stable security definer set search_path = public as $$
declare
  mine person;
  t record;
  condition text;
begin
  if me_account() is null then return; end if;
  for mine in select p.* from person p where p.account_id = me_account() order by p.created_at, p.id loop
    for t in
      select c.oid, c.relname::text as name,
        (select string_agg(format('t.%I', a.attname), ', ' order by k.place)
          from pg_index i, unnest(i.indkey) with ordinality k (number, place), pg_attribute a
          where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.number
            and a.attname <> 'partnership_id') as key_columns,
        -- What is ciphertext, or opens something, is no text about anybody.
        (select string_agg(format('%L, t.%I', a.attname, a.attname), ', ' order by a.attnum) from pg_attribute a
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attname <> 'partnership_id'
            and a.attname !~ '(^|_)(token|hash|key|secret|digest|plan|basis|passkey|recipient)$'
            and (select coalesce(nullif(y.typbasetype, 0), y.oid) from pg_type y where y.oid = a.atttypid) <> 'bytea'::regtype) as fields,
        -- A copy about the person that somebody else prepares is theirs.
        (select string_agg(format('t.%I = $2', a.attname), ' or ') from pg_attribute a where a.attrelid = c.oid
          and c.relname <> 'records_request' and (a.attname in ('person_id', 'named_person') or c.relname = 'person' and a.attname = 'id'
            or exists (select from pg_constraint f where f.conrelid = c.oid and f.contype = 'f'
              and f.confrelid = 'person'::regclass and a.attnum = any (f.conkey) and a.attname <> 'partnership_id'))) as people,
        (select string_agg(format('sat($1, $2, t.%I, t.%I)', d.seat_column, d.moment), ' or ')
          from own_deeds() d where d.here = c.relname) as deeds,
        exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'visible_to') as has_audience
      from pg_class c
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
        and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'partnership_id')
        -- Keys and their statements are nobody's to read.
        and c.relname not in ('caucus_private_key', 'caucus_access', 'caucus_generation', 'mail')
      order by c.relname
    loop
      condition := concat_ws(' or ', t.people, t.deeds,
        case when t.has_audience then 't.visible_to = ''person:'' || $2' end);
      if condition = '' then continue; end if;
      return query execute format(
        'select $3, %L, concat_ws(''/'', %s), json_build_object(%s)::text from %I t where t.partnership_id = $1 and (%s) order by 3',
        t.name, t.key_columns, t.fields, t.name, condition)
        using mine.partnership_id, mine.id, (select p.name from partnership p where p.id = mine.partnership_id);
    end loop;
    -- One's own seats in words, and the voices that one raised without a name.
    return query select p.name, 'seat', s.id::text, json_build_object('id', s.id, 'title', s.title,
        'organization_id', o.id, 'organization', o.name, 'lead', s.lead)::text
      from seat s join organization o on o.partnership_id = s.partnership_id and o.id = s.organization_id
      join partnership p on p.id = s.partnership_id
      where s.partnership_id = mine.partnership_id and exists (select from term x
        where x.partnership_id = s.partnership_id and x.seat_id = s.id and x.person_id = mine.id) order by s.id;
    return query select p.name, 'voice', v.id::text, json_build_object('id', v.id, 'body', v.body, 'sort', v.sort,
        'answer', v.answer, 'answered_at', v.answered_at)::text
      from voice v join partnership p on p.id = v.partnership_id
      where v.partnership_id = mine.partnership_id and v.named_person is distinct from mine.id and exists (
        select from voice_author a where a.partnership_id = v.partnership_id and a.voice_id = v.id and a.person_id = mine.id)
      order by v.id;
  end loop;
  return query select '', 'account', u.id::text, json_build_object('name', u.name, 'email', u.email, 'locale', u.locale,
      'created_at', u.created_at)::text from auth."user" u where u.id = me_account();
  return query select '', 'session', s.id::text, json_build_object('device', s.device, 'way', s.way, 'opened_at', s.opened_at,
      'used_at', s.used_at, 'expires_at', s.expires_at)::text from auth.session s where s.account_id = me_account() order by s.id;
  return query select '', 'passkey', k.name, json_build_object('name', k.name, 'created_at', k.added_at, 'used_at', k.used_at)::text
      from auth.passkey k where k.account_id = me_account() order by k.added_at, k.id;
  return query select '', 'mail', m.id::text, json_build_object('subject', m.subject, 'created_at', m.created_at, 'sent_at', m.sent_at)::text
      from mail m join auth."user" u on u.email = m.to_address where u.id = me_account() order by m.created_at, m.id;
end $$;

-- Where one sits or sat, and what stands in the way of taking one's name out: a seat, or a legal hold.
create function own_partnerships(at timestamptz) returns table (id uuid, name text, person_name text, seat text, hindrance text)
  language sql stable security definer set search_path = public as $$
  select p.id, p.name, who.name, coalesce(last.title, ''),
    case when exists (select from term t join seat s on s.partnership_id = t.partnership_id and s.id = t.seat_id
          where t.partnership_id = p.id and t.person_id = who.id and s.closed_on is null and t.ended_at is null
            and (t.ends_on is null or t.ends_on >= local_day(p.id, at))) then 'seated'
      when person_held(p.id, who.id) or exists (select from legal_hold h where h.partnership_id = p.id and h.lifted_at is null)
        and exists (select from record r where r.partnership_id = p.id and record_names(p.id, r.id, who.id)
          and record_held(p.id, r.id)) then 'held' end
  from person who
  join partnership p on p.id = who.partnership_id
  left join lateral (select s.title from term t join seat s on s.partnership_id = t.partnership_id and s.id = t.seat_id
    where t.partnership_id = p.id and t.person_id = who.id order by t.starts_on desc, t.id desc limit 1) last on true
  where who.account_id = me_account()
  order by p.created_at $$;

-- Takes the name of somebody who left out of a partnership: name, address, account, what was theirs
-- alone. What they did from their seat stays, under the seat. It cannot be undone.
create function forget_me(p uuid, at timestamptz) returns text
  language plpgsql security definer set search_path = public as $$
declare
  mine person;
  here partnership;
  standing text;
  seat_title text;
  addresses text[];
  address text;
  t record;
  left_over boolean := true;
  tries integer := 0;
begin
  at := checked_time(at);
  select w.* into mine from person w where w.partnership_id = p and w.account_id = me_account() for update;
  if mine.id is null then return 'gone'; end if;
  select o.hindrance, o.seat into standing, seat_title from own_partnerships(at) o where o.id = p;
  if standing is not null then return standing; end if;
  select * into here from partnership where id = p;
  select array_agg(x) into addresses from (select email from person_contact c where c.partnership_id = p and c.person_id = mine.id
    union select n.email from invitation n where n.partnership_id = p and n.person_id = mine.id and n.email is not null
    union select u.email from auth."user" u where u.id = me_account()) e (x);
  perform set_identity(p, null, null, null, false, array['public', 'partnership'], null, null);
  delete from person_contact c where c.partnership_id = p and c.person_id = mine.id;
  update invitation n set email = null where n.partnership_id = p and n.person_id = mine.id;
  delete from mail m where m.partnership_id = p and m.to_address = any (addresses);
  delete from records_left_out l using records_request q where l.partnership_id = p and q.partnership_id = p
    and q.id = l.request_id and q.made_at is null and q.visible_to = 'person:' || mine.id;
  delete from records_request q where q.partnership_id = p and q.made_at is null and q.visible_to = 'person:' || mine.id;
  -- What only they could read: drafts, private stances, who raised a voice without a name. What was taken
  -- back in public and the copies that left are records, and stay.
  while left_over and tries < 5 loop
    left_over := false;
    tries := tries + 1;
    for t in select c.oid::regclass as here from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
        and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'visible_to')
        and c.relname not in ('audit_entry', 'audit_head', 'discussion_withdrawn', 'records_request', 'records_left_out', 'record', 'mail')
    loop
      begin
        execute format('delete from %s where partnership_id = $1 and visible_to = $2', t.here) using p, 'person:' || mine.id;
      exception when foreign_key_violation then
        left_over := true;
      end;
    end loop;
  end loop;
  foreach address in array coalesce(addresses, '{}') loop
    update roster_import i set plan = replace(i.plan::text, to_json(address)::text, '""')::jsonb
      where i.partnership_id = p and position(to_json(address)::text in i.plan::text) > 0;
  end loop;
  update person w set account_id = null, roster_id = null, roster_role = null, site_id = null, on_roster = false,
      name = left(case here.locale when 'es' then 'Alguien que formó parte' else 'Former member' end
        || case when seat_title = '' then '' else ', ' || seat_title end, 160)
    where w.partnership_id = p and w.id = mine.id;
  perform audit_write(mine.id, null, 'person.forgotten', at, 'partnership', null, '{}');
  -- An account that belongs to nobody any more goes too, with its sessions.
  if not exists (select from person w where w.account_id = me_account()) then
    delete from mail m where m.to_address = (select u.email from auth."user" u where u.id = me_account());
    delete from auth."user" u where u.id = me_account();
    return 'account-gone';
  end if;
  return 'done';
end $$;

do $$
declare f regprocedure;
begin
  foreach f in array array['me_account()', 'enter_own(text,timestamptz)', 'own_deeds()', 'own_rows()',
    'own_partnerships(timestamptz)', 'forget_me(uuid,timestamptz)',
    'is_being_removed(uuid,uuid)', 'audit_note_digest(jsonb)', 'audit_entry_holds(audit_entry)',
    'audit_hash(bytea,uuid,text,bigint,timestamptz,uuid,uuid,text,uuid,jsonb)', 'removal_hindrance(uuid,uuid,timestamptz)',
    'removal_hindered(uuid,timestamptz)', 'remove_record(uuid,timestamptz)', 'lift_hold(uuid,timestamptz)',
    'left_out_kept()', 'request_kept()', 'retention_profile(uuid)', 'retention_profile_here()', 'retention_event(uuid,uuid,text)', 'record_topic(uuid,uuid)',
    'sat(uuid,uuid,uuid,timestamptz)', 'record_names(uuid,uuid,uuid)', 'record_held(uuid,uuid)', 'person_held(uuid,uuid)',
    'keep_under_hold()', 'link_kept_under_hold()', 'removed_when_due()', 'retention_of(uuid[])', 'records_due(date)']::regprocedure[]
  loop
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function retention_profile_here(), retention_of(uuid[]), records_due(date),
  removal_hindered(uuid, timestamptz), remove_record(uuid, timestamptz), lift_hold(uuid, timestamptz),
  enter_own(text, timestamptz), own_rows(), own_partnerships(timestamptz), forget_me(uuid, timestamptz) to {{app}};
