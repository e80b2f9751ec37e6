-- The request that a job goes back to, so that its lines in the log are found by the id that the client was told. Empty for
-- jobs of versions before, and for those that nobody asked for.
alter table public.jobs add column request_id text;
