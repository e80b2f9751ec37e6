-- Supabase Auth makes users; the trigger makes theirs.
select 1;
