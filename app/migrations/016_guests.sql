-- Taking part without an account.

-- How much arrives, counted for all processes together: a keyed hash of what is counted, never an
-- address or a name, and gone when its stretch of time ends. Unlogged: it is in no write-ahead log
-- and no replica, and a crash forgets it.
create unlogged table throttle (
  hash bytea primary key,
  count integer not null,
  ends_at timestamptz not null
);
create index on throttle (ends_at);
-- Nobody reads it; the one function below counts in it, before anybody has an identity.
alter table throttle enable row level security;

-- Counts one more. Null lets it go on; otherwise the moment from which it may be tried again, which
-- trying does not move.
create function throttle_admit(key bytea, most integer, stretch interval, at timestamptz) returns timestamptz
  language plpgsql security definer set search_path = public as $$
declare
  counted integer;
  ends timestamptz;
begin
  insert into throttle as t (hash, count, ends_at) values (key, 1, at + stretch)
    on conflict (hash) do update set
      count = case when t.ends_at <= at then 1 else least(t.count, most) + 1 end,
      ends_at = case when t.ends_at <= at then at + stretch else t.ends_at end
    returning t.count, t.ends_at into counted, ends;
  -- Afterwards and past what others hold, so that nobody waits for anybody.
  delete from throttle where hash in (
    select hash from throttle where ends_at <= at order by ends_at limit 20 for update skip locked);
  return case when counted > most then ends end;
end $$;
revoke execute on function throttle_admit(bytea, integer, interval, timestamptz) from public;
grant execute on function throttle_admit(bytea, integer, interval, timestamptz) to {{app}};

-- Listening links say more about themselves: who may speak through them and about what, who reads it,
-- how much a device and the link take, and the moment somebody closed them.
alter table listening_link
  -- The sides of the table and the kinds of voice that it asks for; empty means all of them.
  add column sides text[] not null default '{}',
  add column sorts text[] not null default '{}',
  add column voices_visible_to text not null default 'partnership' check (voices_visible_to in ('partnership', 'public')),
  add column device text not null default 'several' check (device in ('several', 'once', 'shared')),
  add column most_voices integer check (most_voices between 1 and 100000),
  add column closed_at timestamptz;
create index on voice (partnership_id, link_id) where link_id is not null;
-- What a link promised stays as it was; a lead can close it, and nothing else.
revoke update on listening_link from {{app}};
grant update (closed_at) on listening_link to {{app}};

-- Voices of people without an account that a rule holds back until somebody has read them. They are no
-- records yet: only leads see them, of every organization, and whoever has the receipt.
create table held_voice (
  partnership_id uuid not null,
  id uuid not null,
  link_id uuid not null,
  state text not null default 'held' check (state in ('held', 'released', 'set-aside')),
  -- Which rules held it: each of them is told to everybody concerned.
  reasons text[] not null check (cardinality(reasons) > 0),
  title text not null check (length(title) <= 200),
  sort text not null check (sort in ('concern', 'idea', 'question', 'praise')),
  body text not null check (length(body) <= 4000),
  locale text not null,
  constituency text,
  receipt_hash bytea not null unique,
  held_at timestamptz not null,
  -- A first lead would set it aside, and says why; a second one from another side agrees.
  aside_reason text check (aside_reason in ('names-student', 'insults', 'threatens', 'advertises', 'repeats')),
  aside_at timestamptz,
  aside_seat uuid,
  aside_person uuid,
  aside_constituency text,
  settled_at timestamptz,
  settled_seat uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, link_id) references listening_link (partnership_id, id),
  foreign key (partnership_id, aside_seat) references seat (partnership_id, id),
  foreign key (partnership_id, settled_seat) references seat (partnership_id, id),
  check ((state = 'held') = (settled_at is null)),
  check (state <> 'set-aside' or aside_reason is not null)
);
create index on held_voice (partnership_id, link_id);
create index on held_voice (partnership_id, held_at) where state = 'held';
alter table held_voice enable row level security;
create policy leads_read on held_voice for select to {{app}} using (
  (select me_seat()) is not null and (select me_is_lead()) and partnership_id = (select me_partnership()));
create policy guests_read_own on held_voice for select to {{app}} using (
  partnership_id = (select me_partnership()) and id = (select me_voice()));
create policy guests_add on held_voice for insert to {{app}} with check (
  (select me_link()) is not null and partnership_id = (select me_partnership()) and link_id = (select me_link()));
grant select on held_voice to {{app}};
grant insert (partnership_id, id, link_id, reasons, title, sort, body, locale, constituency, receipt_hash, held_at)
  on held_voice to {{app}};

-- Nobody with a seat puts words into a guest's mouth: voices that came by a link come from guests, or
-- were held and released by the function below.
create policy guests_speak_for_themselves on voice as restrictive for insert to {{app}}
  with check (link_id is null or link_id = (select me_link()));

-- One lead, of whatever side, passes a held voice on: it becomes a voice like any other, with the words
-- and the moment it came with.
create function release_held_voice(held uuid, due date, at timestamptz) returns boolean
  language plpgsql security definer set search_path = public as $$
declare
  h held_voice;
  l listening_link;
begin
  if me_seat() is null or not me_is_lead() then
    raise exception 'only a lead releases a held voice' using errcode = '42501';
  end if;
  select * into h from held_voice
    where partnership_id = me_partnership() and id = held and state = 'held' for update;
  if h.id is null then return false; end if;
  select * into l from listening_link where partnership_id = h.partnership_id and id = h.link_id;
  insert into record (partnership_id, id, visible_to, kind, title, state, site_id, created_at, changed_at)
    values (h.partnership_id, h.id, l.voices_visible_to, 'voice', h.title, 'waiting', l.site_id, h.held_at, at);
  insert into voice (partnership_id, id, visible_to, sort, body, locale, constituency, link_id, receipt_hash,
      answer_seat, answer_by)
    values (h.partnership_id, h.id, l.voices_visible_to, h.sort, h.body, h.locale, h.constituency, h.link_id,
      h.receipt_hash, l.answer_seat, due);
  -- The words are kept once, where they can be answered.
  update held_voice set state = 'released', title = '', body = '', settled_at = at, settled_seat = me_seat(),
    aside_reason = null, aside_at = null, aside_seat = null, aside_person = null, aside_constituency = null
    where partnership_id = h.partnership_id and id = h.id;
  return true;
end $$;

-- Setting a voice aside takes two leads, two people, of different sides. The first says why; the second
-- agrees to that reason. Until then the first side may think of a better reason.
create function set_aside_held_voice(held uuid, reason text, at timestamptz) returns text
  language plpgsql security definer set search_path = public as $$
declare
  h held_voice;
  side text;
begin
  if me_seat() is null or not me_is_lead() then
    raise exception 'only leads set a held voice aside' using errcode = '42501';
  end if;
  select * into h from held_voice
    where partnership_id = me_partnership() and id = held and state = 'held' for update;
  if h.id is null then return 'gone'; end if;
  select constituency into side from organization where partnership_id = h.partnership_id and id = me_organization();
  if h.aside_seat is not null and h.aside_constituency <> side then
    if h.aside_person = me_person() or h.aside_reason <> reason then return 'differs'; end if;
    update held_voice set state = 'set-aside', settled_at = at, settled_seat = me_seat()
      where partnership_id = h.partnership_id and id = h.id;
    return 'set-aside';
  end if;
  update held_voice set aside_reason = reason, aside_at = at, aside_seat = me_seat(), aside_person = me_person(),
    aside_constituency = side where partnership_id = h.partnership_id and id = h.id;
  return 'proposed';
end $$;

-- How many came by a link, held ones included. Called by the functions below alone.
create function came_by_link(l listening_link) returns bigint language sql stable as $$
  select (select count(*) from voice v where v.partnership_id = l.partnership_id and v.link_id = l.id)
    + (select count(*) from held_voice h
      where h.partnership_id = l.partnership_id and h.link_id = l.id and h.state <> 'released') $$;
create function link_is_full(l listening_link) returns boolean language sql stable as $$
  select l.most_voices is not null and came_by_link(l) >= l.most_voices $$;
revoke execute on function came_by_link(listening_link), link_is_full(listening_link) from public;

-- Everybody at the table sees whether a link has taken all that it may.
create function links_filled() returns setof uuid
  language sql stable security definer set search_path = public as $$
  select l.id from listening_link l
    where me_seat() is not null and l.partnership_id = me_partnership() and link_is_full(l) $$;

-- The guest's own link takes one more, or not: those who send in the same moment come one after another.
create function link_has_room() returns boolean
  language plpgsql security definer set search_path = public as $$
declare l listening_link;
begin
  select * into l from listening_link where partnership_id = me_partnership() and id = me_link()
    and closed_at is null for update;
  return l.id is not null and not link_is_full(l);
end $$;

-- As in 009, and now a link is also shut once it was closed or has taken as many voices as it may.
create or replace function enter_link(link_token text, at timestamptz) returns uuid
  language plpgsql security definer set search_path = public as $$
declare l listening_link;
begin
  perform set_identity(null, null, null, null, false, array['public'], null, null);
  select * into l from listening_link where token = link_token and closed_at is null
    and local_day(partnership_id, at) between opens_on and closes_on;
  if l.id is null or link_is_full(l) then return null; end if;
  perform set_identity(l.partnership_id, null, null, null, false, array['public'], l.id, null);
  return l.partnership_id;
end $$;

-- As in 009, and now a receipt also leads to a voice that is held or was set aside.
create or replace function enter_receipt(receipt bytea) returns uuid
  language plpgsql security definer set search_path = public as $$
declare
  p uuid;
  v uuid;
begin
  perform set_identity(null, null, null, null, false, array['public'], null, null);
  select partnership_id, id into p, v from voice where receipt_hash = receipt;
  if v is null then
    select partnership_id, id into p, v from held_voice where receipt_hash = receipt;
  end if;
  if v is null then return null; end if;
  perform set_identity(p, null, null, null, false, array['public'], null, v);
  return v;
end $$;

-- As in 006, and now for a held voice too.
create or replace function answerer_shown() returns table (seat_title text, organization_name text, site_name text)
  language sql stable security definer set search_path = public as $$
  select s.title, o.name, site.name
  from (select v.partnership_id, coalesce(v.answered_by_seat, v.answer_seat) as seat_id, r.site_id
      from voice v join record r on r.partnership_id = v.partnership_id and r.id = v.id
      where v.partnership_id = me_partnership() and v.id = me_voice()
    union all
    select l.partnership_id, l.answer_seat, l.site_id from listening_link l
      where l.partnership_id = me_partnership() and (l.id = me_link() or l.id = (select h.link_id
        from held_voice h where h.partnership_id = me_partnership() and h.id = me_voice() and h.state <> 'released'))) asked
  join seat s on s.partnership_id = asked.partnership_id and s.id = asked.seat_id
  join organization o on o.partnership_id = s.partnership_id and o.id = s.organization_id
  left join site on site.partnership_id = asked.partnership_id and site.id = asked.site_id $$;

do $$
declare f regprocedure;
begin
  foreach f in array array['release_held_voice(uuid,date,timestamptz)', 'set_aside_held_voice(uuid,text,timestamptz)',
    'links_filled()', 'link_has_room()']::regprocedure[]
  loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to {{app}}', f);
  end loop;
end $$;
