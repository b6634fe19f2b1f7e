-- Imports of the staff roster. A preview is kept as a plan, and applying carries out that plan and
-- nothing else. It names addresses: only the organization that imports can read it.
create table roster_import (
  partnership_id uuid not null references partnership,
  id uuid not null,
  visible_to visibility not null check (visible_to like 'caucus:%'),
  state text not null check (state in ('previewed', 'applied', 'set-aside')),
  made_by_seat uuid not null,
  -- Which files it came from, by name.
  source text not null check (length(source) <= 400),
  counts jsonb not null,
  -- Emptied when a later preview sets this one aside.
  plan jsonb,
  -- What was here when it was planned; when that has changed the plan is not carried out.
  basis text not null,
  created_at timestamptz not null,
  applied_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, made_by_seat) references seat (partnership_id, id),
  check ((state = 'set-aside') = (plan is null)),
  check ((state = 'applied') = (applied_at is not null))
);
select protect('roster_import');
create policy leads_only on roster_import as restrictive for insert to {{app}} with check (me_is_lead());
create policy leads_change on roster_import as restrictive for update to {{app}} using (me_is_lead());
