# To be sourced: what is broken on purpose, and deploying under load.

users_pid=
users_start() { # users, phases...
  local count=$1 deadline=$((SECONDS + 120))
  shift
  node deployment/users.mjs "$frontend_address" "$count" 600 "$@" >"$logs/users.json" 2>"$logs/users.err" &
  users_pid=$!
  until grep -q '^begun' "$logs/users.json"; do
    kill -0 "$users_pid" 2>/dev/null && ((SECONDS < deadline)) || { cat "$logs/users.err" >&2; fail "$count users do not begin"; }
    sleep 0.2
  done
}
# The next phase, or the end of their work.
users_next() { kill -USR2 "$users_pid"; }
users_end() { # what happened to them
  users_next
  if wait "$users_pid"; then
    grep -v '^begun' "$logs/users.json" | sed "s/^/  $1: /"
    cat "$logs/users.json" >>"$logs/users-all.json"
  else
    cat "$logs/users.json" "$logs/users.err" >&2
    fail "$1: users lost something"
  fi
}

required=(SUPABASE_URL SUPABASE_ANON_KEY API_URL FRONTEND_URL DATABASE_URL R2_ENDPOINT R2_ACCESS_KEY R2_SECRET_KEY R2_BUCKET
  R2_PUBLIC_URL OPENROUTER_API_KEY)

# A container of the backend's image beside the others, with the settings of .env but for one.
backend_with() { # name, value or nothing, command
  local id
  grep -v -e '^#' -e '^$' -e "^$1=" "$deployed/.env" >"$logs/with.env"
  [[ -z $2 ]] || echo "$1=$2" >>"$logs/with.env"
  grep -q '^REDIS_URL=' "$logs/with.env" || [[ $1 == REDIS_URL ]] || echo 'REDIS_URL=redis://redis:6379' >>"$logs/with.env"
  id=$(docker create --env-file "$logs/with.env" --network "${project}_default" --read-only --tmpfs /tmp "$(image_of backend)" "$3")
  docker network connect "${project}_queue" "$id"
  docker start "$id" >/dev/null
  echo "$id"
}

# Its first complaint, or its warning about the setting.
doctor_with() { # name, value or nothing
  local id
  id=$(backend_with "$1" "$2" doctor)
  timeout 120 docker wait "$id" >/dev/null || fail "doctor does not end with $1=$2"
  docker logs "$id" 2>&1 | grep -e '^FAILED' -e "^warning .*$1" | head -n 1 | tr -s ' |' ' ' | sed "s/$bridge/HOST/g" | cut -c1-92 || true
  docker rm --force "$id" >/dev/null
}

# What the health check says once the backend answers, or how it ended.
health_with() { # name, value or nothing
  local id answer='' deadline=$((SECONDS + 90))
  id=$(backend_with "$1" "$2" backend)
  while ((SECONDS < deadline)); do
    if [[ $(of "$id" '{{.State.Running}}') == false ]]; then
      answer="ends with $(of "$id" '{{.State.ExitCode}}')"
      break
    fi
    answer=$(docker exec "$id" /opt/atelier/bin/healthy 8000 /health/ready 2>/dev/null || true)
    if [[ $answer == HTTP* ]]; then
      answer="$(sed -n 's/^HTTP[^ ]* \([0-9]*\).*/\1/p' <<<"$answer") $(grep -o '"status":"[a-z]*"' <<<"$answer" | head -n 1 |
        cut -d'"' -f4): $(grep -o '"[a-z]*":{"status":"unhealthy"' <<<"$answer" | cut -d'"' -f2 | xargs)"
      answer=${answer%: }
      break
    fi
    sleep 0.3
  done
  docker rm --force "$id" >/dev/null
  printf '%s' "${answer:-no answer}"
}

# The frontend with one setting left out or wrong, and no proxy before it.
frontend_with() { # name, value or nothing
  local id answer
  grep -v -e '^#' -e '^$' -e "^$1=" "$deployed/.env" >"$logs/with.env"
  [[ -z $2 ]] || echo "$1=$2" >>"$logs/with.env"
  id=$(docker run --detach --env-file "$logs/with.env" --read-only "$(image_of frontend)")
  timeout 20 docker wait "$id" >/dev/null || true
  if [[ $(of "$id" '{{.State.Running}}') == true ]]; then
    answer='starts'
  else
    answer="ends with $(of "$id" '{{.State.ExitCode}}')$(docker logs "$id" 2>&1 | grep -q "$1" && echo ", names $1" || true)"
  fi
  docker rm --force "$id" >/dev/null
  printf '%s' "$answer"
}

# Rows are printed, and kept to be held against those in docs/operations.md: the same on every machine.
row() {
  printf '| %s | %s | %s | %s | %s |\n' "$@" | sed -e "s|$bridge|HOST|g" -e 's/[0-9]* ms\b/... ms/g' | tee -a "$logs/settings.md" | sed 's/^/  /'
}

missing_settings() {
  local name says doctor backend frontend
  for name in "${required[@]}"; do
    sed -i "s|^$name=|#without $name=|" "$deployed/.env"
    says=$(compose up --detach 2>&1 | grep -o "required variable.*" | head -n 1 || true)
    [[ $says == *"$name"* ]] || fail "docker compose up does not say that $name is missing, but: $says"
    sed -i "s|^#without $name=|$name=|" "$deployed/.env"
    doctor=- backend=- frontend=-
    if [[ $name != SUPABASE_ANON_KEY && $name != API_URL ]]; then
      doctor=$(doctor_with "$name" '')
      backend=$(health_with "$name" '')
      [[ $doctor == *"$name"* && $backend == 'ends with 78' ]] || fail "without $name: doctor says $doctor, the backend $backend"
    else
      frontend=$(frontend_with "$name" '')
      [[ $frontend == "ends with 78, names $name" ]] || fail "without $name: the frontend $frontend"
    fi
    row "\`$name\` missing" "$says" "$doctor" "$backend" "$frontend"
  done
}

# name, wrong value, what doctor has to name: its line, or - where it cannot know
wrong_settings() {
  local name value names doctor health
  while read -r name value names; do
    if [[ $name == SUPABASE_ANON_KEY || $name == API_URL ]]; then
      row "\`$name=$value\`" starts - - "$(frontend_with "$name" "$value")"
      continue
    fi
    doctor=$(doctor_with "$name" "$value")
    health=$(health_with "$name" "$value")
    [[ $doctor == *FAILED*"$names"* ]] || fail "$name=$value: doctor says $doctor"
    row "\`$name=$value\`" starts "$doctor" "$health" -
  done <<END
DATABASE_URL postgresql://nobody:wrong@$bridge:$pooler_port/postgres database
DATABASE_URL nonsense DATABASE_URL
R2_ENDPOINT http://$bridge:1 storage
R2_ACCESS_KEY wrong storage
R2_SECRET_KEY wrong storage
R2_BUCKET nowhere storage
R2_PUBLIC_URL http://$bridge:1 storage
SUPABASE_URL http://$bridge:1 auth
SUPABASE_ANON_KEY wrong
API_URL nonsense
FRONTEND_URL nonsense FRONTEND_URL
OPENROUTER_API_KEY sk-or-v1-wrong models
REDIS_URL redis://nowhere:6379 queue
UPLOAD_MAX_BYTES many UPLOAD_MAX_BYTES
END
}

# The table of docs/operations.md is what was seen.
table_is_true() {
  sed -n '/^<!-- seen by deployment\/verify -->$/,/^<!-- until here -->$/p' docs/operations.md | grep '^| `' >"$logs/settings-told.md"
  diff -u "$logs/settings-told.md" "$logs/settings.md"
}

redis_emptied() {
  users_start 10 'Redis emptied and restarted'
  sleep 5
  docker exec "$(container redis)" redis-cli flushall >/dev/null
  compose restart redis >/dev/null 2>&1
  sleep 15
  users_end '10 users'
}

# A signal that Docker does not know of, as the kernel's when memory is out: the restart is the policy's.
worker_killed() {
  local before
  before=$(of "$(container worker)" '{{.RestartCount}}')
  users_start 10 'worker killed'
  sleep 5
  kill -KILL "$(java_of worker)"
  await_healthy 60 || fail "the worker does not come back"
  holds 'the worker was started again' test "$(of "$(container worker)" '{{.RestartCount}}')" -gt "$before"
  sleep 10
  users_end '10 users'
}

ready() { curl -s -m 20 -w ' %{http_code}' "$backend_address/health/ready"; }
# What the health check has to say while something is away.
await_ready() { # pattern
  local deadline=$((SECONDS + 60))
  until [[ $(ready) =~ $1 ]]; do
    ((SECONDS < deadline)) || fail "/health/ready says $(ready) and not $1"
    sleep 0.5
  done
}

postgres_away() {
  users_start 10 'PostgreSQL away for 30 s'
  sleep 5
  docker stop --time 20 "$project-postgres" >/dev/null
  local until=$((SECONDS + 30))
  await_ready '"database":\{"status":"unhealthy".* 503$'
  say 'meanwhile: /health/ready is 503, unhealthy for the database'
  ((SECONDS > until)) || sleep $((until - SECONDS))
  docker start "$project-postgres" >/dev/null
  await_postgres
  await_ready '"status":"healthy","checks".* 200$'
  sleep 10
  users_end '10 users'
}

storage_away() {
  users_start 10 'S3 away for 20 s'
  sleep 5
  away s3
  local until=$((SECONDS + 20))
  await_ready '"storage":\{"status":"unhealthy".* 200$'
  say 'meanwhile: /health/ready is 200, degraded for storage'
  ((SECONDS > until)) || sleep $((until - SECONDS))
  forward s3 55900
  await_ready '"status":"healthy","checks".* 200$'
  sleep 10
  users_end '10 users'
}

faults() {
  missing_settings
  wrong_settings
  holds 'docs/operations.md has the same table' table_is_true
  redis_emptied
  worker_killed
  postgres_away
  storage_away
  await_healthy 60 || fail "not everything is healthy after the faults"
}

# What the migrations of a later version would leave behind: an expanded schema, and a history that is longer.
later_schema() {
  docker exec -i --env PGPASSWORD=postgres "$project-postgres" psql -h 127.0.0.1 -U postgres -q -v ON_ERROR_STOP=1 postgres \
    >"$logs/psql.log" 2>&1 <<'END'
alter table public.projects add column later text;
insert into atelier.flyway_schema_history
  (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
select max(installed_rank) + 1, '9000', 'later', 'SQL', 'V9000__later.sql', 1, 'postgres', 1, true
from atelier.flyway_schema_history;
END
}

# A new version while users work, and the one before it again.
deploy_under_load() {
  setting ATELIER_VERSION 2
  compose build >"$logs/build-2.log" 2>&1 || fail "docker compose build; see $logs/build-2.log"
  users_start "${ATELIER_USERS:-100}" settling before during after
  sleep 15
  users_next
  sleep 30
  memory 'under load'
  users_next
  local begin=$SECONDS
  up --no-build
  await_healthy 90 || fail "the new version does not become healthy"
  say "a new version is up and healthy $((SECONDS - begin)) s later"
  [[ $(image_of backend) == *:2 ]] || fail "the new version does not run"
  users_next
  sleep 30
  memory_peaks
  users_end "${ATELIER_USERS:-100} users, a new version"
  holds 'what had to be asked again was refused, but for one in a hundred' only_refused "$logs/users.json"
  ratio "$logs/users.json"
  later_schema || fail "the schema cannot be changed"
  users_start 20 before during
  sleep 5
  users_next
  setting ATELIER_VERSION 1
  up --no-build
  [[ $(image_of backend) == *:1 ]] || fail "the version before does not run"
  await_healthy 90 || fail "not everything is healthy after going back"
  sleep 10
  users_end 'back to the version before, on the schema of a later one, 20 users'
  holds 'and so it is on the way back' only_refused "$logs/users.json"
}

# In no phase had more than one in a hundred requests to be asked again for another reason than that nobody listened.
only_refused() { # what users.mjs has said
  jq -es 'map(select(.phase?)) | length > 0 and all((.unavailable | add // 0) + .cut + .late <= .requests / 100)' < <(grep '^{' "$1") >/dev/null
}

# How much longer users waited while the version changed than before.
ratio() { # what users.mjs has said
  jq -rs 'map(select(.phase?)) | INDEX(.phase) | "  answers in ms, p50/p99: before \(.before.ms.p50)/\(.before.ms.p99), during \(.during.ms.p50)/" +
    "\(.during.ms.p99), after \(.after.ms.p50)/\(.after.ms.p99); p99 during / before \(.during.ms.p99 / .before.ms.p99 * 10 | round / 10)" +
    ", after / before \(.after.ms.p99 / .before.ms.p99 * 10 | round / 10)"' < <(grep '^{' "$1")
}
