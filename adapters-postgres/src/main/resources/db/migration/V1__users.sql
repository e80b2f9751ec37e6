-- Users. They are made, changed and removed by Supabase Auth alone, through the triggers below.

create table public.users (
    id         uuid primary key references auth.users (id) on delete cascade,
    email      text        not null,
    full_name  text        not null default '',
    created_at timestamptz not null,
    revision   bigint      not null default 1
);

-- Supabase exposes this schema to browsers. They come through our API, so nothing is granted to them; should somebody
-- grant it, they see what is their own. Both hold for every table here.
alter table public.users enable row level security;
revoke all on public.users from anon, authenticated;
create policy own_rows on public.users for select to authenticated using ((select auth.uid()) = id);

-- A trigger that fails would turn every sign-up into an error, so this one never does: a user without a row here is told so
-- by our API, and the warning is in the database's log.
create function public.handle_new_user() returns trigger
    language plpgsql security definer set search_path = ''
as $$
begin
    insert into public.users (id, email, full_name, created_at)
    values (
        new.id,
        coalesce(new.email, ''),
        left(coalesce(new.raw_user_meta_data ->> 'full_name', ''), 200),
        coalesce(new.created_at, now())
    )
    on conflict (id) do nothing;
    return new;
exception when others then
    raise warning 'public.handle_new_user: % (%)', sqlerrm, sqlstate;
    return new;
end
$$;

create function public.handle_user_email() returns trigger
    language plpgsql security definer set search_path = ''
as $$
begin
    update public.users set email = coalesce(new.email, '') where id = new.id;
    return new;
exception when others then
    raise warning 'public.handle_user_email: % (%)', sqlerrm, sqlstate;
    return new;
end
$$;

-- Functions in public can be called through Supabase's API, too.
revoke execute on function public.handle_new_user() from public, anon, authenticated;
revoke execute on function public.handle_user_email() from public, anon, authenticated;

create trigger atelier_user_inserted after insert on auth.users
    for each row execute function public.handle_new_user();
create trigger atelier_user_email_changed after update of email on auth.users
    for each row when (old.email is distinct from new.email) execute function public.handle_user_email();

-- Users who were there before.
insert into public.users (id, email, full_name, created_at)
select id,
       coalesce(email, ''),
       left(coalesce(raw_user_meta_data ->> 'full_name', ''), 200),
       coalesce(created_at, now())
from auth.users
on conflict (id) do nothing;
