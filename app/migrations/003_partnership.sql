-- Who we are: partnership, cycle, sites, organizations, people, seats and terms.
create table partnership (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,60}$'),
  name text not null check (length(name) between 1 and 120),
  level text not null check (level in ('state', 'district', 'school')),
  place text not null default '',
  time_zone text not null default 'America/New_York',
  locale text not null default 'en',
  demo boolean not null default false,
  created_at timestamptz not null
);
alter table partnership enable row level security;
create policy reads on partnership for select to {{app}} using (id = (select me_partnership()));
create policy changes on partnership for update to {{app}}
  using (id = (select me_partnership()) and (select me_is_lead()))
  with check (id = (select me_partnership()));
grant select, update (name, place, time_zone, locale) on partnership to {{app}};

create table cycle (
  partnership_id uuid not null references partnership,
  id uuid not null,
  visible_to visibility not null default 'partnership',
  number integer not null check (number >= 1),
  name text not null check (length(name) between 1 and 120),
  starts_on date not null,
  act_on date not null,
  reflect_on date not null,
  ends_on date not null,
  closed_at timestamptz,
  primary key (partnership_id, id),
  unique (partnership_id, number),
  check (starts_on < act_on and act_on < reflect_on and reflect_on < ends_on)
);
select protect('cycle');
create policy leads_only on cycle as restrictive for insert to {{app}} with check (me_is_lead());
create policy leads_change on cycle as restrictive for update to {{app}} using (me_is_lead());

create table site (
  partnership_id uuid not null references partnership,
  id uuid not null,
  visible_to visibility not null default 'partnership',
  parent_id uuid,
  level text not null check (level in ('state', 'district', 'school')),
  name text not null check (length(name) between 1 and 160),
  roster_id text,
  primary key (partnership_id, id),
  unique (partnership_id, roster_id),
  foreign key (partnership_id, parent_id) references site (partnership_id, id)
);
select protect('site');
create policy leads_only on site as restrictive for insert to {{app}} with check (me_is_lead());
create policy leads_change on site as restrictive for update to {{app}} using (me_is_lead());

create table organization (
  partnership_id uuid not null references partnership,
  id uuid not null,
  visible_to visibility not null default 'partnership',
  name text not null check (length(name) between 1 and 160),
  constituency text not null check (constituency in (
    'administration', 'educators', 'support', 'board', 'families', 'community', 'students', 'university')),
  -- Speaks alone for a bargaining unit. Noted beside its name; every organization fills its own seats.
  exclusive_representative boolean not null default false,
  created_at timestamptz not null,
  primary key (partnership_id, id)
);
select protect('organization');
create policy leads_only on organization as restrictive for insert to {{app}} with check (me_is_lead());
create policy leads_change on organization as restrictive for update to {{app}}
  using (me_is_lead() and id = me_organization());

create table person (
  partnership_id uuid not null references partnership,
  id uuid not null,
  visible_to visibility not null default 'partnership',
  name text not null check (length(name) between 1 and 160),
  account_id uuid,
  roster_id text,
  site_id uuid,
  roster_role text,
  on_roster boolean not null default false,
  created_at timestamptz not null,
  primary key (partnership_id, id),
  unique (partnership_id, account_id),
  unique (partnership_id, roster_id),
  foreign key (partnership_id, site_id) references site (partnership_id, id)
);
select protect('person');
create policy leads_only on person as restrictive for insert to {{app}} with check (me_is_lead());
create policy leads_change on person as restrictive for update to {{app}}
  using (me_is_lead() or id = me_person());
-- An account is tied to a person only by accepting an invitation.
revoke update, insert on person from {{app}};
grant insert (partnership_id, id, visible_to, name, roster_id, site_id, roster_role, on_roster, created_at) on person to {{app}};
grant update (name, roster_id, site_id, roster_role, on_roster) on person to {{app}};
create index on person (account_id);

-- An address belongs to whoever was given it: the organization that invites, or the person.
create table person_contact (
  partnership_id uuid not null,
  person_id uuid not null,
  visible_to visibility not null,
  email text not null check (length(email) between 3 and 254),
  created_at timestamptz not null,
  primary key (partnership_id, person_id, visible_to),
  foreign key (partnership_id, person_id) references person (partnership_id, id)
);
select protect('person_contact');

create table seat (
  partnership_id uuid not null,
  id uuid not null,
  visible_to visibility not null default 'partnership',
  organization_id uuid not null,
  site_id uuid,
  title text not null check (length(title) between 1 and 120),
  -- A lead speaks for the organization: ratifies, endorses, invites.
  lead boolean not null default false,
  closed_on date,
  created_at timestamptz not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, organization_id) references organization (partnership_id, id),
  foreign key (partnership_id, site_id) references site (partnership_id, id)
);
select protect('seat');
-- A seat never moves to another organization.
revoke update on seat from {{app}};
grant update (site_id, title, lead, closed_on) on seat to {{app}};
create index on seat (partnership_id, organization_id);

create table term (
  partnership_id uuid not null,
  id uuid not null,
  visible_to visibility not null default 'partnership',
  seat_id uuid not null,
  person_id uuid not null,
  sort text not null check (sort in ('holder', 'alternate')),
  starts_on date not null,
  -- The last day. A term that ended during a day carries the moment too.
  ends_on date,
  ended_at timestamptz,
  end_reason text check (end_reason in ('handover', 'left', 'withdrawn')),
  -- Set when the roster no longer lists the holder of another organization's seat: only that
  -- organization decides what follows.
  roster_left_on date,
  primary key (partnership_id, id),
  foreign key (partnership_id, seat_id) references seat (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  check (ends_on is null or ends_on >= starts_on)
);
select protect('term');
-- Who sits where never changes in a term; a handover is a new term.
revoke update on term from {{app}};
grant update (ends_on, ended_at, end_reason, roster_left_on) on term to {{app}};
create index on term (partnership_id, seat_id);
create index on term (partnership_id, person_id);
create unique index one_holder on term (partnership_id, seat_id) where sort = 'holder' and ended_at is null and ends_on is null;

-- Is this term running on this day? The one place that says so.
create function term_runs(t term, today date) returns boolean language sql immutable
  as $$ select t.ended_at is null and t.starts_on <= today and (t.ends_on is null or t.ends_on >= today) $$;

create table invitation (
  partnership_id uuid not null,
  id uuid not null,
  -- Read by the organization that invites, and by nobody else.
  visible_to visibility not null,
  seat_id uuid not null,
  sort text not null default 'holder' check (sort in ('holder', 'alternate')),
  person_id uuid not null,
  email text,
  ends_on date,
  invited_by_seat uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, seat_id) references seat (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id)
);
select protect('invitation');
-- An invitation that was sent can be withdrawn, and nothing else: its seat and its person stay.
revoke update on invitation from {{app}};
grant update (withdrawn_at) on invitation to {{app}};
create policy leads_withdraw on invitation as restrictive for update to {{app}} using (me_is_lead());

-- Whoever has sat for an organization, even if nobody does now: its caucus is theirs.
create function organization_was_seated(p uuid, org uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select from seat s join term t on t.partnership_id = s.partnership_id and t.seat_id = s.id
    where s.partnership_id = p and s.organization_id = org) $$;
-- May the acting seat fill this organization's seats? Its own lead may. Until somebody has sat for
-- the organization, any lead may invite its first person; from then on nobody else ever may again,
-- because whoever sits there reads its caucus.
create function may_fill(org uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select me_is_lead() and (org = me_organization() or not organization_was_seated(me_partnership(), org)
    and exists (select from organization o where o.partnership_id = me_partnership() and o.id = org)) $$;
grant execute on function may_fill(uuid) to {{app}};

create function seat_organization(p uuid, s uuid) returns uuid
  language sql stable security definer set search_path = public as $$
  select organization_id from seat where partnership_id = p and id = s $$;

create policy own_seats_only on seat as restrictive for insert to {{app}}
  with check (may_fill(organization_id));
create policy own_seats_change on seat as restrictive for update to {{app}}
  using (may_fill(organization_id)) with check (may_fill(organization_id));
create policy own_terms_only on term as restrictive for insert to {{app}}
  with check (may_fill(seat_organization(partnership_id, seat_id)));
-- Leads end terms in their own organization's seats. In the seats of others a roster import may only
-- flag that somebody left the district's staff (see terms_of_others below).
create policy own_terms_change on term as restrictive for update to {{app}}
  using (me_is_lead()) with check (me_is_lead());
create function terms_of_others() returns trigger language plpgsql
  security definer set search_path = public as $$
declare org uuid := seat_organization(new.partnership_id, new.seat_id);
begin
  if me_seat() is null or org = me_organization() then return new; end if;
  if (new.ended_at, new.ends_on, new.end_reason) is distinct from (old.ended_at, old.ends_on, old.end_reason) then
    raise exception 'only the organization itself ends a term in its seats' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger terms_of_others before update on term for each row execute function terms_of_others();
create policy own_invitations on invitation as restrictive for insert to {{app}}
  with check (may_fill(seat_organization(partnership_id, seat_id))
    and exists (select from seat s where s.partnership_id = invitation.partnership_id and s.id = seat_id));
