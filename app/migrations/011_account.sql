-- Ways to sign in: password, mailed link, passkey, authenticator app, and the district's own sign-in.
-- Everything here belongs to the sign-in role alone. What a browser, a letter or a person holds is
-- kept as a hash, so that a copy of the database opens no account.

-- A session's cookie carries a token of which only the hash is here. Sessions of before end.
delete from auth.session;
alter table auth.session rename column "userId" to account_id;
alter table auth.session rename column "createdAt" to opened_at;
alter table auth.session rename column "expiresAt" to expires_at;
alter table auth."user" rename column "emailVerified" to email_verified;
alter table auth."user" rename column "createdAt" to created_at;
alter table auth."user" drop column image, drop column "updatedAt";
alter table auth.session
  drop column token, drop column "ipAddress", drop column "userAgent", drop column "updatedAt",
  add column token_hash bytea not null unique,
  add column way text not null default 'link' check (way in ('password', 'link', 'passkey', 'district', 'demo')),
  -- The browser in a few words, for the person to know it again; not the browser's own long description.
  add column device text not null default '',
  add column used_at timestamptz not null default now();

create table auth.password (
  account_id uuid primary key references auth."user" on delete cascade,
  hash text not null,
  changed_at timestamptz not null
);
insert into auth.password (account_id, hash, changed_at)
  select "userId", max(password), max("updatedAt") from auth.account
  where "providerId" = 'credential' and password is not null group by "userId";
drop table auth.account;
drop table auth.verification;

create table auth.passkey (
  id text primary key,
  account_id uuid not null references auth."user" on delete cascade,
  name text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  added_at timestamptz not null,
  used_at timestamptz
);
create index on auth.passkey (account_id);

-- The secret is encrypted with a key that is not in the database. Until it is confirmed by a first
-- code it asks for nothing. A code of a step that was used, or of one before it, does not work again.
create table auth.authenticator (
  account_id uuid primary key references auth."user" on delete cascade,
  secret text not null,
  started_at timestamptz not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0
);
create table auth.recovery_code (
  account_id uuid not null references auth.authenticator on delete cascade,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);

-- Whom the district's sign-in means by its own number for a person.
create table auth.district_identity (
  issuer text not null,
  subject text not null,
  account_id uuid not null references auth."user" on delete cascade,
  linked_at timestamptz not null,
  used_at timestamptz,
  primary key (issuer, subject)
);
create unique index on auth.district_identity (account_id, issuer);

-- What may be used once and soon: mailed links, questions put to a passkey, journeys to the district's
-- sign-in and back, and the step between a right password and the code.
create table auth.ticket (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('mail-link', 'code', 'passkey-add', 'passkey-use', 'district')),
  account_id uuid references auth."user" on delete cascade,
  content jsonb not null,
  tries integer not null default 0,
  expires_at timestamptz not null
);
create index on auth.ticket (expires_at);

do $$
declare t text;
begin
  foreach t in array array['password', 'passkey', 'authenticator', 'recovery_code', 'district_identity', 'ticket'] loop
    execute format('grant select, insert, update, delete on auth.%I to {{auth}}', t);
    execute format('alter table auth.%I enable row level security', t);
    execute format('create policy sign_in on auth.%I to {{auth}} using (true) with check (true)', t);
  end loop;
end $$;

-- As in 009, but the session is found by the hash of what the cookie carries, and notes now and then
-- that it is in use.
create or replace function enter_session(session_token text, wanted_slug text, wanted_seat uuid, at timestamptz)
  returns table (account_id uuid, name text, email text, locale text, demo boolean, seats jsonb, acting jsonb)
  language plpgsql security definer set search_path = public as $$
declare
  u auth."user";
  used auth.session;
  chosen_partnership uuid;
  chosen_person uuid;
  chosen_seat uuid;
begin
  perform set_identity(null, null, null, null, false, array['public'], null, null);
  select s.* into used from auth.session s
    where s.token_hash = sha256(convert_to(session_token, 'UTF8')) and s.expires_at > at;
  if used.id is not null then
    select "user".* into u from auth."user" where "user".id = used.account_id;
    if used.used_at < at - interval '10 minutes' then
      update auth.session s set used_at = at where s.id = used.id;
    end if;
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
