-- The record: what every voice, goal, team, meeting, decision, action, review, lesson and compact
-- has in common, and the links that make the chain from a voice to a lesson.
create table record (
  partnership_id uuid not null references partnership,
  id uuid not null,
  visible_to visibility not null,
  kind text not null check (kind in (
    'compact', 'voice', 'goal', 'team', 'meeting', 'decision', 'action', 'review', 'lesson')),
  title text not null check (length(title) between 1 and 200),
  state text not null,
  site_id uuid,
  cycle_id uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- Null where the person asked not to be named or has no account.
  created_by_seat uuid,
  primary key (partnership_id, id),
  unique (partnership_id, id, visible_to),
  foreign key (partnership_id, site_id) references site (partnership_id, id),
  foreign key (partnership_id, cycle_id) references cycle (partnership_id, id),
  foreign key (partnership_id, created_by_seat) references seat (partnership_id, id)
);
select protect('record');
create index on record (partnership_id, kind, changed_at desc);

-- "From" led to "to". A link is seen by those who see both ends.
create table record_link (
  partnership_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  created_at timestamptz not null,
  created_by_seat uuid,
  primary key (partnership_id, from_id, to_id),
  foreign key (partnership_id, from_id) references record (partnership_id, id),
  foreign key (partnership_id, to_id) references record (partnership_id, id),
  check (from_id <> to_id)
);
create index on record_link (partnership_id, to_id);
alter table record_link enable row level security;
create policy reads on record_link for select to {{app}} using (
  exists (select from record r where r.partnership_id = record_link.partnership_id and r.id = from_id)
  and exists (select from record r where r.partnership_id = record_link.partnership_id and r.id = to_id));
create policy adds on record_link for insert to {{app}} with check (
  (select me_seat()) is not null and partnership_id = (select me_partnership())
  and exists (select from record r where r.partnership_id = record_link.partnership_id and r.id = from_id)
  and exists (select from record r where r.partnership_id = record_link.partnership_id and r.id = to_id));
create policy removes on record_link for delete to {{app}} using (
  (select me_seat()) is not null and partnership_id = (select me_partnership())
  and created_by_seat = (select me_seat()));
grant select, insert, delete on record_link to {{app}};

-- What the next cycle takes over from the one before.
create table cycle_carried (
  partnership_id uuid not null,
  cycle_id uuid not null,
  record_id uuid not null,
  visible_to visibility not null,
  note text not null default '',
  created_at timestamptz not null,
  primary key (partnership_id, cycle_id, record_id),
  foreign key (partnership_id, cycle_id) references cycle (partnership_id, id),
  foreign key (partnership_id, record_id, visible_to) references record (partnership_id, id, visible_to)
    on update cascade
);
select protect('cycle_carried');

-- The audit trail: append-only, one hash chain per partnership and audience, so that nothing about a
-- caucus (not even how much happens there) shows in the chain that everybody reads.
create table audit_entry (
  partnership_id uuid not null references partnership,
  visible_to visibility not null,
  number bigint not null,
  at timestamptz not null,
  person_id uuid,
  seat_id uuid,
  action text not null check (action ~ '^[a-z]+[.][a-z-]+$'),
  record_id uuid,
  details jsonb not null default '{}',
  previous_hash bytea not null,
  hash bytea not null,
  primary key (partnership_id, visible_to, number)
);
create index on audit_entry (partnership_id, at desc);
create index on audit_entry (partnership_id, record_id);
alter table audit_entry enable row level security;
create policy reads on audit_entry for select to {{app}} using (
  partnership_id = (select me_partnership()) and visible_to = any ((select me_audiences())::text[]));
grant select on audit_entry to {{app}};

create table audit_head (
  partnership_id uuid not null,
  visible_to visibility not null,
  number bigint not null,
  hash bytea not null,
  primary key (partnership_id, visible_to)
);
alter table audit_head enable row level security;

create function audit_hash(previous bytea, p uuid, v text, n bigint, a timestamptz, person uuid, seat uuid,
  action text, record uuid, details jsonb) returns bytea language sql immutable as $$
  select sha256(previous || convert_to(jsonb_build_array(
    p, v, n, to_char(a at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), person, seat, action, record, details)::text, 'UTF8')) $$;

-- Writes one line. Nobody calls it but the functions that decide who is named in it.
create function audit_write(named_person uuid, named_seat uuid, entry_action text, entry_at timestamptz,
  entry_visible_to text, entry_record uuid, entry_details jsonb) returns void
  language plpgsql security definer set search_path = public as $$
declare
  p uuid := me_partnership();
  chain text := case when entry_visible_to = 'public' then 'partnership' else entry_visible_to end;
  head audit_head;
  next_hash bytea;
begin
  if p is null then raise exception 'no partnership to write the audit trail of' using errcode = '42501'; end if;
  if chain <> 'partnership' and not chain = any (me_audiences()) then
    raise exception 'not an audience of the acting seat' using errcode = '42501';
  end if;
  insert into audit_head values (p, chain, 0, sha256(convert_to(p::text || chain, 'UTF8')))
    on conflict do nothing;
  select * into head from audit_head where partnership_id = p and visible_to = chain for update;
  next_hash := audit_hash(head.hash, p, chain, head.number + 1, entry_at, named_person, named_seat,
    entry_action, entry_record, entry_details);
  insert into audit_entry values (p, chain, head.number + 1, entry_at, named_person, named_seat,
    entry_action, entry_record, entry_details, head.hash, next_hash);
  update audit_head set number = head.number + 1, hash = next_hash
    where partnership_id = p and visible_to = chain;
end $$;
revoke execute on function audit_write(uuid, uuid, text, timestamptz, text, uuid, jsonb) from public;

create function audit_append(entry_action text, entry_at timestamptz, entry_visible_to text,
  entry_record uuid, entry_details jsonb) returns void
  language sql security definer set search_path = public as $$
  select audit_write(me_person(), me_seat(), entry_action, entry_at, entry_visible_to, entry_record, entry_details) $$;
grant execute on function audit_append(text, timestamptz, text, uuid, jsonb) to {{app}};

-- The compact: versioned text, ratified by each organization through a seat of its own.
create table compact (
  partnership_id uuid not null,
  id uuid not null,
  visible_to visibility not null,
  version integer not null check (version >= 1),
  preamble text not null default '',
  offered_at timestamptz,
  in_force_at timestamptz,
  review_on date,
  primary key (partnership_id, id),
  unique (partnership_id, version),
  foreign key (partnership_id, id, visible_to) references record (partnership_id, id, visible_to) on update cascade
);
select protect('compact');

create table compact_line (
  partnership_id uuid not null,
  compact_id uuid not null,
  visible_to visibility not null,
  position integer not null,
  sort text not null check (sort in ('principle', 'behavior')),
  body text not null check (length(body) between 1 and 1000),
  primary key (partnership_id, compact_id, position),
  foreign key (partnership_id, compact_id, visible_to) references record (partnership_id, id, visible_to)
    on update cascade
);
select protect('compact_line');
create policy removes on compact_line for delete to {{app}} using (
  (select me_seat()) is not null and partnership_id = (select me_partnership())
  and visible_to = any ((select me_audiences())::text[]));
grant delete on compact_line to {{app}};

create table ratification (
  partnership_id uuid not null,
  compact_id uuid not null,
  organization_id uuid not null,
  visible_to visibility not null,
  seat_id uuid not null,
  person_id uuid not null,
  ratified_at timestamptz not null,
  primary key (partnership_id, compact_id, organization_id),
  foreign key (partnership_id, compact_id, visible_to) references record (partnership_id, id, visible_to)
    on update cascade,
  foreign key (partnership_id, organization_id) references organization (partnership_id, id),
  foreign key (partnership_id, seat_id) references seat (partnership_id, id)
);
select protect('ratification');
create policy own_organization on ratification as restrictive for insert to {{app}} with check (
  me_is_lead() and organization_id = me_organization() and seat_id = me_seat() and person_id = me_person());
-- What was written here is never changed.
drop policy changes on ratification;
revoke update on ratification from {{app}};

-- The text of a compact is frozen once it is offered for ratification.
create function compact_frozen() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select from compact c where c.partnership_id = coalesce(new.partnership_id, old.partnership_id)
      and c.id = coalesce(new.compact_id, old.compact_id) and c.offered_at is not null)
      and (tg_op <> 'UPDATE' or (new.body, new.position, new.sort) is distinct from (old.body, old.position, old.sort)) then
    raise exception 'the compact was offered for ratification and its text is frozen' using errcode = '42501';
  end if;
  return coalesce(new, old);
end $$;
create trigger compact_frozen before insert or update or delete on compact_line
  for each row execute function compact_frozen();

-- Caucus: an organization's own space. Nobody outside the organization reads any of it.
create table caucus_thread (
  partnership_id uuid not null,
  id uuid not null,
  visible_to visibility not null check (visible_to like 'caucus:%'),
  sort text not null check (sort in ('note', 'discussion')),
  title text not null check (length(title) between 1 and 200),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  created_by_seat uuid not null,
  primary key (partnership_id, id),
  unique (partnership_id, id, visible_to)
);
select protect('caucus_thread');

create table caucus_post (
  partnership_id uuid not null,
  id uuid not null,
  thread_id uuid not null,
  visible_to visibility not null check (visible_to like 'caucus:%'),
  body text not null check (length(body) between 1 and 20000),
  created_at timestamptz not null,
  changed_at timestamptz,
  person_id uuid not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, thread_id, visible_to) references caucus_thread (partnership_id, id, visible_to),
  foreign key (partnership_id, person_id) references person (partnership_id, id)
);
select protect('caucus_post');
create index on caucus_post (partnership_id, thread_id, created_at);
create policy own_words on caucus_post as restrictive for insert to {{app}} with check (person_id = me_person());
create policy own_words_change on caucus_post as restrictive for update to {{app}} using (person_id = me_person());
