-- The caucus, encrypted. What an organization writes for itself is encrypted in its members'
-- browsers; these tables hold ciphertext, wrapped keys and nothing that could open either.
-- How the keys hang together: docs/decisions/016-caucus-keys.md.

-- What was written before is plain text. The demo's goes; nobody's own words are thrown away.
do $$
declare texts bigint;
begin
  delete from caucus_post c using partnership p where p.id = c.partnership_id and p.demo;
  delete from caucus_thread c using partnership p where p.id = c.partnership_id and p.demo;
  select count(*) into texts from caucus_thread;
  if texts > 0 then
    raise exception 'organizations keep % texts in their own spaces that were written before these were encrypted: with the version you had, let their authors copy them out; then remove them (delete from caucus_post; delete from caucus_thread) and start again', texts;
  end if;
end $$;
drop table caucus_post;
drop table caucus_thread;

-- A version byte, 12 bytes of nonce, the padded text, 16 bytes of tag: the sizes are few, so that
-- a length tells little, and what is no ciphertext of ours is not kept.
create domain ciphertext as bytea check (
  get_byte(value, 0) = 1 and octet_length(value) - 29 in (256, 512, 1024, 2048, 4096, 8192, 16384, 32768, 65536, 131072));
create domain age_file as bytea check (
  octet_length(value) <= 4096 and substring(value from 1 for 21) = convert_to('age-encryption.org/v1', 'UTF8'));
create domain age_recipient as text check (value ~ '^age1[02-9ac-hj-np-z]{58}$');

-- The public half of a person's key pair, one for each organization they sit for.
create table caucus_member (
  partnership_id uuid not null,
  organization_id uuid not null,
  person_id uuid not null,
  visible_to visibility not null,
  recipient age_recipient not null,
  made_at timestamptz not null,
  primary key (partnership_id, organization_id, person_id),
  foreign key (partnership_id, organization_id) references organization (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  check (visible_to = 'caucus:' || organization_id)
);
select protect('caucus_member');
revoke update on caucus_member from {{app}};
grant update (recipient, made_at) on caucus_member to {{app}};
create policy own_keys on caucus_member as restrictive for insert to {{app}} with check (person_id = me_person());
create policy own_keys_change on caucus_member as restrictive for update to {{app}} using (person_id = me_person());

-- The private half, wrapped by a passphrase and, if the person likes, by a passkey: read by them alone.
create table caucus_private_key (
  partnership_id uuid not null,
  organization_id uuid not null,
  person_id uuid not null,
  visible_to visibility not null,
  by_passphrase age_file not null,
  passkey text check (passkey ~ '^AGE-PLUGIN-FIDO2PRF-1[0-9A-Z]+$' and length(passkey) <= 2000),
  by_passkey age_file,
  primary key (partnership_id, organization_id, person_id),
  foreign key (partnership_id, organization_id, person_id) references caucus_member,
  check (visible_to = 'person:' || person_id),
  check ((passkey is null) = (by_passkey is null))
);
select protect('caucus_private_key');
revoke update on caucus_private_key from {{app}};
grant update (by_passphrase, passkey, by_passkey) on caucus_private_key to {{app}};

-- One row for each key that the caucus has had. The newest one opens the one before (previous), and
-- the one before vouches for the newest (link): nobody who knew neither can slip one in.
create table caucus_generation (
  partnership_id uuid not null,
  organization_id uuid not null,
  generation integer not null check (generation >= 1),
  visible_to visibility not null,
  previous ciphertext,
  link ciphertext,
  recovery_recipient age_recipient not null,
  recovery_wrapped age_file not null,
  recovery_statement ciphertext not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (partnership_id, organization_id, generation),
  foreign key (partnership_id, organization_id) references organization (partnership_id, id),
  foreign key (partnership_id, made_by) references person (partnership_id, id),
  check (visible_to = 'caucus:' || organization_id),
  check ((previous is null) = (link is null)),
  check (generation > 1 or link is null)
);
select protect('caucus_generation');
revoke update on caucus_generation from {{app}};
grant update (recovery_recipient, recovery_wrapped, recovery_statement) on caucus_generation to {{app}};
-- A lead begins; whoever holds the key may change it.
create policy made_by_me on caucus_generation as restrictive for insert to {{app}} with check (
  made_by = me_person() and (link is not null or me_is_lead()));

-- The caucus key, wrapped for one member.
create table caucus_access (
  partnership_id uuid not null,
  organization_id uuid not null,
  generation integer not null,
  person_id uuid not null,
  recipient age_recipient not null,
  visible_to visibility not null,
  wrapped age_file not null,
  statement ciphertext not null,
  let_in_by uuid not null,
  let_in_at timestamptz not null,
  primary key (partnership_id, organization_id, generation, person_id, recipient),
  foreign key (partnership_id, organization_id, generation) references caucus_generation,
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, let_in_by) references person (partnership_id, id),
  check (visible_to = 'caucus:' || organization_id)
);
select protect('caucus_access');
drop policy changes on caucus_access;
revoke update on caucus_access from {{app}};
create policy let_in_by_me on caucus_access as restrictive for insert to {{app}} with check (let_in_by = me_person());

-- Ids are made in the browser, because the ciphertext is bound to them: unique within the organization
-- alone, so that a taken one tells nothing about others.
create table caucus_thread (
  partnership_id uuid not null,
  organization_id uuid not null,
  id uuid not null,
  visible_to visibility not null,
  generation integer not null,
  person_id uuid not null,
  head ciphertext not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (partnership_id, organization_id, id),
  foreign key (partnership_id, organization_id, generation) references caucus_generation,
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  check (visible_to = 'caucus:' || organization_id)
);
select protect('caucus_thread');
revoke update on caucus_thread from {{app}};
grant update (changed_at) on caucus_thread to {{app}};
create policy own_words on caucus_thread as restrictive for insert to {{app}} with check (person_id = me_person());
create index on caucus_thread (partnership_id, organization_id, changed_at desc);

create table caucus_post (
  partnership_id uuid not null,
  organization_id uuid not null,
  id uuid not null,
  thread_id uuid not null,
  visible_to visibility not null,
  generation integer not null,
  person_id uuid not null,
  version integer not null check (version >= 1),
  body ciphertext,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  removed_at timestamptz,
  primary key (partnership_id, organization_id, id),
  foreign key (partnership_id, organization_id, thread_id) references caucus_thread,
  foreign key (partnership_id, organization_id, generation) references caucus_generation,
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  check (visible_to = 'caucus:' || organization_id),
  check ((body is null) = (removed_at is not null))
);
select protect('caucus_post');
revoke update on caucus_post from {{app}};
grant update (generation, version, body, changed_at, removed_at) on caucus_post to {{app}};
create policy own_words on caucus_post as restrictive for insert to {{app}} with check (person_id = me_person());
create policy own_words_change on caucus_post as restrictive for update to {{app}} using (person_id = me_person());
create index on caucus_post (partnership_id, organization_id, thread_id, created_at);

-- Does this person sit for the organization on the day of this moment?
create function sits_for(p uuid, org uuid, who uuid, at timestamptz) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select from seat s join term t on t.partnership_id = s.partnership_id and t.seat_id = s.id
    where s.partnership_id = p and s.organization_id = org and s.closed_on is null
      and t.person_id = who and term_runs(t, local_day(p, at))) $$;

-- Keys follow one another without a gap. Looked at after the policies have spoken, as all guards below.
create function caucus_generation_follows() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  if new.generation <> 1 + (select count(*) from caucus_generation g where g.partnership_id = new.partnership_id
      and g.organization_id = new.organization_id and g.generation < new.generation) then
    raise exception 'the key of the caucus was changed meanwhile' using errcode = '40001';
  end if;
  return null;
end $$;
create trigger caucus_generation_follows after insert on caucus_generation
  for each row execute function caucus_generation_follows();

create function caucus_access_for_the_seated() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  if not sits_for(new.partnership_id, new.organization_id, new.person_id, new.let_in_at) then
    raise exception 'only people with a seat for the organization are let into its caucus' using errcode = '42501';
  end if;
  return null;
end $$;
create trigger caucus_access_for_the_seated after insert on caucus_access
  for each row execute function caucus_access_for_the_seated();

-- Nothing new is written with a key that somebody has whose term ended.
create function caucus_key_is_current() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  if exists (select from caucus_generation g where g.partnership_id = new.partnership_id
      and g.organization_id = new.organization_id and g.generation > new.generation)
    or exists (select from caucus_access a where a.partnership_id = new.partnership_id
      and a.organization_id = new.organization_id and a.generation = new.generation
      and not sits_for(a.partnership_id, a.organization_id, a.person_id, new.changed_at)) then
    raise exception 'the caucus needs a newer key before anything is written' using errcode = '40001';
  end if;
  return null;
end $$;
create trigger caucus_key_is_current after insert on caucus_thread
  for each row execute function caucus_key_is_current();
create trigger caucus_key_is_current after insert or update of body on caucus_post
  for each row when (new.body is not null) execute function caucus_key_is_current();

revoke execute on function sits_for(uuid, uuid, uuid, timestamptz), caucus_generation_follows(),
  caucus_access_for_the_seated(), caucus_key_is_current() from public;
