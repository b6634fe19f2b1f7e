-- Two leads of two organizations who lost every way to sign in. Whoever runs the installation starts
-- it; everybody at the table reads of it; any lead can stop it for three days; then exactly the two
-- people who sit there already get a link each. It seats nobody.
create table sign_in_reset (
  partnership_id uuid not null references partnership,
  id uuid not null,
  visible_to visibility not null default 'partnership' check (visible_to = 'partnership'),
  first_seat uuid not null,
  first_person uuid not null,
  second_seat uuid not null check (second_seat <> first_seat),
  second_person uuid not null check (second_person <> first_person),
  asked_at timestamptz not null,
  opens_at timestamptz not null check (opens_at >= asked_at + interval '72 hours'),
  stopped_at timestamptz,
  stopped_by_seat uuid,
  given_at timestamptz check (given_at >= opens_at),
  primary key (partnership_id, id),
  foreign key (partnership_id, first_seat) references seat (partnership_id, id),
  foreign key (partnership_id, second_seat) references seat (partnership_id, id),
  foreign key (partnership_id, first_person) references person (partnership_id, id),
  foreign key (partnership_id, second_person) references person (partnership_id, id),
  foreign key (partnership_id, stopped_by_seat) references seat (partnership_id, id),
  check (stopped_at is null or given_at is null),
  check ((stopped_at is null) = (stopped_by_seat is null))
);
create unique index on sign_in_reset (partnership_id) where stopped_at is null and given_at is null;
alter table sign_in_reset enable row level security;
create policy reads on sign_in_reset for select to {{app}} using (
  partnership_id = (select me_partnership()) and visible_to = any ((select me_audiences())::text[]));
grant select on sign_in_reset to {{app}};

-- The only thing that the application may do with it. False when it is too late, or was stopped already.
create function stop_sign_in_reset(reset uuid, at timestamptz) returns boolean
  language plpgsql security definer set search_path = public as $$
begin
  if me_seat() is null or not me_is_lead() then
    raise exception 'only a lead stops a new sign-in' using errcode = '42501';
  end if;
  update sign_in_reset set stopped_at = at, stopped_by_seat = me_seat()
    where partnership_id = me_partnership() and id = reset and stopped_at is null and given_at is null;
  return found;
end $$;
revoke execute on function stop_sign_in_reset(uuid, timestamptz) from public;
grant execute on function stop_sign_in_reset(uuid, timestamptz) to {{app}};

alter table auth.ticket drop constraint ticket_purpose_check;
alter table auth.ticket add constraint ticket_purpose_check
  check (purpose in ('mail-link', 'code', 'passkey-add', 'passkey-use', 'district', 'reset'));

-- Which of the keys that sign links is in use. The keys themselves are not in the database: each is
-- the installation's secret of that number. A row with a day is of an earlier key that is void then.
create table link_key (
  number integer primary key check (number >= 1),
  made_at timestamptz not null,
  void_at timestamptz
);
create unique index on link_key ((void_at is null)) where void_at is null;
insert into link_key (number, made_at) values (1, now());
alter table link_key enable row level security;
