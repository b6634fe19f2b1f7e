-- How people sign in. Only the sign-in library's role reads these tables; the application asks
-- through enter_session() and never sees a password, a token or another person's address.
create table auth."user" (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null default false,
  image text,
  locale text not null default 'en',
  demo boolean not null default false,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create table auth.session (
  id uuid primary key default gen_random_uuid(),
  token text not null unique,
  "userId" uuid not null references auth."user" on delete cascade,
  "expiresAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index on auth.session ("userId");
create table auth.account (
  id uuid primary key default gen_random_uuid(),
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null references auth."user" on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index on auth.account ("userId");
create table auth.verification (
  id uuid primary key default gen_random_uuid(),
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index on auth.verification (identifier);
grant select, insert, update, delete on all tables in schema auth to {{auth}};
alter table auth."user" enable row level security;
alter table auth.session enable row level security;
alter table auth.account enable row level security;
alter table auth.verification enable row level security;
create policy sign_in on auth."user" to {{auth}} using (true) with check (true);
create policy sign_in on auth.session to {{auth}} using (true) with check (true);
create policy sign_in on auth.account to {{auth}} using (true) with check (true);
create policy sign_in on auth.verification to {{auth}} using (true) with check (true);

-- A fresh installation is claimed once, with a link that is printed where the operator started it.
create table setup_token (
  token_hash bytea primary key,
  created_at timestamptz not null default now(),
  used_at timestamptz
);
alter table setup_token enable row level security;

-- Mail waits here until the mail server takes it. Without a mail server the person who caused a
-- mail reads it on a page, and the operator reads the rest with the operator's command.
create table mail (
  id uuid primary key,
  partnership_id uuid,
  visible_to visibility,
  to_address text not null,
  subject text not null,
  body text not null,
  created_at timestamptz not null,
  attempts integer not null default 0,
  next_try_at timestamptz not null,
  sent_at timestamptz,
  problem text
);
create index on mail (next_try_at) where sent_at is null;
alter table mail enable row level security;
create policy reads on mail for select to {{app}} using (
  partnership_id = (select me_partnership()) and visible_to = any ((select me_audiences())::text[]));
create policy adds on mail for insert to {{app}} with check (true);
grant select, insert on mail to {{app}};

create function mail_take(at timestamptz, most integer)
  returns table (id uuid, to_address text, subject text, body text, attempts integer)
  language sql security definer set search_path = public as $$
  update mail m set attempts = m.attempts + 1,
    next_try_at = at + interval '1 minute' * power(2, least(m.attempts, 10))
  where m.id in (
    select w.id from mail w where w.sent_at is null and w.next_try_at <= at
    order by w.created_at limit most for update skip locked)
  returning m.id, m.to_address, m.subject, m.body, m.attempts $$;
create function mail_settle(mail_id uuid, at timestamptz, what_went_wrong text) returns void
  language sql security definer set search_path = public as $$
  update mail set sent_at = case when what_went_wrong is null then at end,
    problem = what_went_wrong,
    body = case when what_went_wrong is null then '' else body end
  where id = mail_id $$;
revoke execute on function mail_take(timestamptz, integer), mail_settle(uuid, timestamptz, text) from public;
grant execute on function mail_take(timestamptz, integer), mail_settle(uuid, timestamptz, text) to {{app}};
