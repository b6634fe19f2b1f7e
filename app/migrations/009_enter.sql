-- Entering: the only ways a transaction gets an identity. Each looks up what it is told, and sets
-- nothing it has not found. What is set ends with the transaction.
create function set_identity(p uuid, person uuid, seat uuid, organization uuid, lead boolean,
  audiences text[], link uuid, voice uuid) returns void language sql as $$
  select set_config('concord.partnership', coalesce(p::text, ''), true),
    set_config('concord.person', coalesce(person::text, ''), true),
    set_config('concord.seat', coalesce(seat::text, ''), true),
    set_config('concord.organization', coalesce(organization::text, ''), true),
    set_config('concord.lead', case when lead then 'yes' else '' end, true),
    set_config('concord.audiences', array_to_string(audiences, ','), true),
    set_config('concord.link', coalesce(link::text, ''), true),
    set_config('concord.voice', coalesce(voice::text, ''), true) $$;

create function local_day(p uuid, at timestamptz) returns date
  language sql stable security definer set search_path = public as $$
  select (at at time zone time_zone)::date from partnership where id = p $$;

-- Act as a seat that this person holds, or stands in for, on this day.
create function enter_seat(p uuid, who uuid, wanted uuid, at timestamptz) returns boolean
  language plpgsql security definer set search_path = public as $$
declare
  s seat;
  today date := local_day(p, at);
  teams text[];
begin
  select seat.* into s from seat join term t on t.partnership_id = seat.partnership_id and t.seat_id = seat.id
    where seat.partnership_id = p and seat.id = wanted and seat.closed_on is null
      and t.person_id = who and term_runs(t, today) limit 1;
  if s.id is null then
    perform set_identity(null, null, null, null, false, array['public'], null, null);
    return false;
  end if;
  select coalesce(array_agg('team:' || team_id), '{}') into teams from team_seat
    where partnership_id = p and seat_id = s.id and joined_on <= today and (left_on is null or left_on > today);
  perform set_identity(p, who, s.id, s.organization_id, s.lead,
    array['public', 'partnership', 'caucus:' || s.organization_id, 'person:' || who] || teams, null, null);
  return true;
end $$;

-- The seats an account may act from now, in every partnership of this installation.
create function seats_of(account uuid, at timestamptz) returns table (
  partnership_id uuid, slug text, partnership_name text, person_id uuid, seat_id uuid, title text, lead boolean,
  sort text, organization_id uuid, organization_name text, constituency text)
  language sql stable security definer set search_path = public as $$
  select p.id, p.slug, p.name, person.id, seat.id, seat.title, seat.lead, t.sort, o.id, o.name, o.constituency
  from person
  join partnership p on p.id = person.partnership_id
  join term t on t.partnership_id = p.id and t.person_id = person.id
    and term_runs(t, (at at time zone p.time_zone)::date)
  join seat on seat.partnership_id = p.id and seat.id = t.seat_id and seat.closed_on is null
  join organization o on o.partnership_id = p.id and o.id = seat.organization_id
  where person.account_id = account
  order by p.created_at, seat.lead desc, t.sort desc, t.starts_on, seat.id $$;
grant execute on function local_day(uuid, timestamptz) to {{app}};
revoke execute on function seats_of(uuid, timestamptz) from public;

-- One question per request: who is this session, and as which seat does it act here?
create function enter_session(session_token text, wanted_slug text, wanted_seat uuid, at timestamptz)
  returns table (account_id uuid, name text, email text, locale text, demo boolean, seats jsonb, acting jsonb)
  language plpgsql security definer set search_path = public as $$
declare
  u auth."user";
  chosen_partnership uuid;
  chosen_person uuid;
  chosen_seat uuid;
begin
  perform set_identity(null, null, null, null, false, array['public'], null, null);
  select "user".* into u from auth.session s join auth."user" on "user".id = s."userId"
    where s.token = session_token and s."expiresAt" > at;
  if u.id is not null then
    seats := coalesce((select jsonb_agg(to_jsonb(x)) from seats_of(u.id, at) x), '[]');
    select x.partnership_id, x.person_id, x.seat_id into chosen_partnership, chosen_person, chosen_seat
      from jsonb_to_recordset(seats) as x (partnership_id uuid, slug text, person_id uuid, seat_id uuid)
      where x.slug = wanted_slug order by (x.seat_id = wanted_seat) desc nulls last limit 1;
  end if;
  if chosen_seat is not null then
    perform enter_seat(chosen_partnership, chosen_person, chosen_seat, at);
  elsif wanted_slug is not null then
    -- Somebody without a seat here reads what is public.
    perform set_identity((select id from partnership where slug = wanted_slug), null, null, null, false,
      array['public'], null, null);
  end if;
  if me_partnership() is not null then
    acting := (select jsonb_build_object('partnership', to_jsonb(p),
      'person_id', me_person(), 'seat_id', me_seat(), 'organization_id', me_organization(), 'audiences', to_jsonb(me_audiences()))
      from partnership p where p.id = me_partnership());
  end if;
  if u.id is null and acting is null then return; end if;
  account_id := u.id; name := u.name; email := u.email; locale := u.locale; demo := u.demo;
  return next;
end $$;

-- A person without an account, by an open listening link.
create function enter_link(link_token text, at timestamptz) returns uuid
  language plpgsql security definer set search_path = public as $$
declare l listening_link;
begin
  perform set_identity(null, null, null, null, false, array['public'], null, null);
  select * into l from listening_link where token = link_token
    and local_day(partnership_id, at) between opens_on and closes_on;
  if l.id is null then return null; end if;
  perform set_identity(l.partnership_id, null, null, null, false, array['public'], l.id, null);
  return l.partnership_id;
end $$;

-- The same person later, with the receipt of what they said.
create function enter_receipt(receipt bytea) returns uuid
  language plpgsql security definer set search_path = public as $$
declare v voice;
begin
  perform set_identity(null, null, null, null, false, array['public'], null, null);
  select * into v from voice where receipt_hash = receipt;
  if v.id is null then return null; end if;
  perform set_identity(v.partnership_id, null, null, null, false, array['public'], null, v.id);
  return v.id;
end $$;

-- Claim a fresh installation (or begin one more partnership on it) with a set-up link.
create function setup_open(token bytea) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select from setup_token where token_hash = token and used_at is null) $$;

create function found_partnership(token bytea, at timestamptz, account uuid, p jsonb, o jsonb, s jsonb, who jsonb, t_id uuid)
  returns boolean language plpgsql security definer set search_path = public as $$
declare pid uuid := (p->>'id')::uuid;
begin
  update setup_token set used_at = at where token_hash = token and used_at is null;
  if not found then return false; end if;
  insert into partnership (id, slug, name, level, place, time_zone, locale, demo, created_at)
    values (pid, p->>'slug', p->>'name', p->>'level', p->>'place', p->>'time_zone', p->>'locale',
      coalesce((p->>'demo')::boolean, false), at);
  insert into organization (partnership_id, id, name, constituency, exclusive_representative, created_at)
    values (pid, (o->>'id')::uuid, o->>'name', o->>'constituency', coalesce((o->>'exclusive')::boolean, false), at);
  insert into person (partnership_id, id, name, account_id, created_at)
    values (pid, (who->>'id')::uuid, who->>'name', account, at);
  insert into seat (partnership_id, id, organization_id, title, lead, created_at)
    values (pid, (s->>'id')::uuid, (o->>'id')::uuid, s->>'title', true, at);
  insert into term (partnership_id, id, seat_id, person_id, sort, starts_on)
    values (pid, t_id, (s->>'id')::uuid, (who->>'id')::uuid, 'holder', local_day(pid, at));
  return enter_seat(pid, (who->>'id')::uuid, (s->>'id')::uuid, at);
end $$;

-- What an invitation shows to the person who holds its link.
create function invitation_shown(wanted_partnership uuid, wanted uuid, at timestamptz) returns jsonb
  language sql stable security definer set search_path = public as $$
  select jsonb_build_object('partnership', p.name, 'slug', p.slug, 'locale', p.locale, 'demo', p.demo,
    'organization', o.name, 'constituency', o.constituency, 'seat', s.title, 'sort', n.sort,
    'name', who.name, 'email', n.email, 'invited_by', coalesce(inviter.name, ''), 'inviting_seat', by_seat.title,
    'state', case when n.accepted_at is not null then 'accepted' when n.withdrawn_at is not null then 'withdrawn'
      when n.expires_at <= at then 'expired' else 'open' end)
  from invitation n
  join partnership p on p.id = n.partnership_id
  join seat s on s.partnership_id = p.id and s.id = n.seat_id
  join organization o on o.partnership_id = p.id and o.id = s.organization_id
  join person who on who.partnership_id = p.id and who.id = n.person_id
  join seat by_seat on by_seat.partnership_id = p.id and by_seat.id = n.invited_by_seat
  left join lateral (select person.name from term t join person on person.partnership_id = p.id and person.id = t.person_id
    where t.partnership_id = p.id and t.seat_id = n.invited_by_seat and t.sort = 'holder' and t.ended_at is null
    limit 1) inviter on true
  where n.partnership_id = wanted_partnership and n.id = wanted $$;

-- Take the seat: the person gets the account, the holder before them hands over this minute.
create function invitation_accept(p uuid, i uuid, account uuid, called text, new_term uuid, at timestamptz) returns uuid
  language plpgsql security definer set search_path = public as $$
declare
  n invitation;
  who uuid;
  today date := local_day(p, at);
begin
  select * into n from invitation where partnership_id = p and id = i
    and accepted_at is null and withdrawn_at is null and expires_at > at for update;
  if n.id is null or account is null then return null; end if;
  -- Another organization invites the first person only: what it sent before that is void from then on.
  if seat_organization(p, n.invited_by_seat) <> seat_organization(p, n.seat_id)
     and organization_was_seated(p, seat_organization(p, n.seat_id)) then return null; end if;
  select id into who from person where partnership_id = p and account_id = account;
  if who is null then
    who := n.person_id;
    update person set account_id = account, visible_to = 'partnership', name = coalesce(nullif(called, ''), name)
      where partnership_id = p and id = who and account_id is null;
    if not found then return null; end if;
  end if;
  if n.sort = 'holder' then
    update term set ended_at = at, ends_on = greatest(today, starts_on), end_reason = 'handover'
      where partnership_id = p and seat_id = n.seat_id and sort = 'holder' and ended_at is null;
  end if;
  insert into term (partnership_id, id, seat_id, person_id, sort, starts_on, ends_on)
    values (p, new_term, n.seat_id, who, n.sort, today, n.ends_on);
  update invitation set accepted_at = at, person_id = who where partnership_id = p and id = i;
  perform enter_seat(p, who, n.seat_id, at);
  return n.seat_id;
end $$;


-- A short name that no partnership has yet. Tells nothing about the others but that one is taken.
create function free_slug(base text) returns text
  language plpgsql security definer set search_path = public as $$
begin
  -- Two that begin in the same moment with the same name wait for each other.
  perform pg_advisory_xact_lock(hashtext('concord slug'));
  return (select case when n = 1 then base else base || '-' || n end
    from generate_series(1, 1000) n
    where not exists (select from partnership where slug = case when n = 1 then base else base || '-' || n end)
    order by n limit 1);
end $$;

-- The people of the demo district, for whoever looks around in it. Accounts of real partnerships are
-- never among them: only accounts marked as demo, with seats in partnerships marked as demo.
create function demo_personas(at timestamptz) returns table (
  account_id uuid, name text, seat text, organization text, constituency text)
  language sql stable security definer set search_path = public as $$
  select u.id, u.name, s.title, s.organization_name, s.constituency
  from auth."user" u
  cross join lateral (select x.* from seats_of(u.id, at) x
    join partnership p on p.id = x.partnership_id and p.demo limit 1) s
  where u.demo
  order by array_position(array['administration', 'educators', 'support', 'board', 'families', 'community',
    'students', 'university'], s.constituency), s.lead desc, u.name $$;


create function demo_is_there() returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select from partnership where demo) $$;

-- Only the application enters; nobody else may even ask.
do $$
declare f regprocedure;
begin
  foreach f in array array[
    'enter_seat(uuid,uuid,uuid,timestamptz)', 'enter_session(text,text,uuid,timestamptz)',
    'enter_link(text,timestamptz)', 'enter_receipt(bytea)', 'setup_open(bytea)',
    'found_partnership(bytea,timestamptz,uuid,jsonb,jsonb,jsonb,jsonb,uuid)',
    'invitation_shown(uuid,uuid,timestamptz)', 'invitation_accept(uuid,uuid,uuid,text,uuid,timestamptz)',
    'free_slug(text)', 'demo_personas(timestamptz)', 'demo_is_there()']::regprocedure[]
  loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to {{app}}', f);
  end loop;
end $$;

-- PostgreSQL lets everybody call a new function. The role that serves sign-in has no business here.
do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p
    where p.pronamespace = 'public'::regnamespace and has_function_privilege('public', p.oid, 'execute')
  loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to {{app}}', f);
  end loop;
end $$;
