-- Who may read and write what. Everything after this file builds on four ideas:
--   1. Every record says who can see it in one column, visible_to:
--      'public', 'partnership', 'team:<id>', 'caucus:<organization id>' or 'person:<id>'.
--   2. A transaction acts as one seat. The enter_* functions look the seat up and
--      remember, until the end of the transaction, which audiences that seat belongs to.
--   3. One policy, the same for every table, compares the two.
--   4. The application's role owns nothing, so it can never step around a policy.

create schema auth;
grant usage on schema auth to {{auth}};
grant usage on schema public to {{app}};

create function me_partnership() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('concord.partnership', true), '')::uuid $$;
create function me_person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('concord.person', true), '')::uuid $$;
create function me_seat() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('concord.seat', true), '')::uuid $$;
create function me_organization() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('concord.organization', true), '')::uuid $$;
create function me_is_lead() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('concord.lead', true), '') = 'yes' $$;
-- A person without an account, who came by a listening link or by the receipt of a voice.
create function me_link() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('concord.link', true), '')::uuid $$;
create function me_voice() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('concord.voice', true), '')::uuid $$;
create function me_audiences() returns text[] language sql stable parallel safe
  as $$ select string_to_array(coalesce(nullif(current_setting('concord.audiences', true), ''), 'public'), ',') $$;

-- The one policy. Used once per table, below and in later migrations.
create function protect(protected regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', protected);
  execute format($policy$
    create policy reads on %s for select to {{app}} using (
      visible_to = 'public'
      or (partnership_id = (select me_partnership()) and visible_to = any ((select me_audiences())::text[])))
    $policy$, protected);
  execute format($policy$
    create policy adds on %s for insert to {{app}} with check (
      (select me_seat()) is not null
      and partnership_id = (select me_partnership())
      and visible_to = any ((select me_audiences())::text[]))
    $policy$, protected);
  execute format($policy$
    create policy changes on %s for update to {{app}} using (
      (select me_seat()) is not null
      and partnership_id = (select me_partnership())
      and visible_to = any ((select me_audiences())::text[]))
    with check (
      partnership_id = (select me_partnership())
      and visible_to = any ((select me_audiences())::text[]))
    $policy$, protected);
  execute format('grant select, insert, update on %s to {{app}}', protected);
end $$;
revoke execute on function protect(regclass) from public;

create domain visibility as text
  check (value ~ '^(public|partnership|(team|caucus|person):[0-9a-f-]{36})$');
