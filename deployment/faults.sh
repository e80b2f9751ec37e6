# To be sourced: what is broken on purpose, and deploying under load.

users_pid=
users_start() { # users, seconds
  node deployment/users.mjs "$frontend_address" "$1" "$2" >"$logs/users.json" 2>"$logs/users.err" &
  users_pid=$!
}
users_end() { # what happened to them
  if wait "$users_pid"; then
    say "$1: $(cat "$logs/users.json")"
  else
    cat "$logs/users.json" "$logs/users.err" >&2
    fail "$1: users lost something"
  fi
}

required=(SUPABASE_URL SUPABASE_ANON_KEY API_URL FRONTEND_URL DATABASE_URL R2_ENDPOINT R2_ACCESS_KEY R2_SECRET_KEY R2_BUCKET
  R2_PUBLIC_URL OPENROUTER_API_KEY)

# A backend of its own beside the others, with the settings of .env but for one.
backend_with() { # name, value or nothing, arguments of docker run
  local name=$1 value=$2
  shift 2
  grep -v -e '^#' -e '^$' -e "^$name=" "$deployed/.env" >"$logs/with.env"
  [[ -z $value ]] || echo "$name=$value" >>"$logs/with.env"
  grep -q '^REDIS_URL=' "$logs/with.env" || [[ $name == REDIS_URL ]] || echo 'REDIS_URL=redis://redis:6379' >>"$logs/with.env"
  docker run --env-file "$logs/with.env" --network "${project}_default" --read-only --tmpfs /tmp "$@"
}

# Compose attaches a container to one network at its start; Redis is on the other.
doctor_with() { # name, value or nothing
  local id
  id=$(backend_with "$1" "$2" --detach "$(image_of backend)" doctor)
  docker network connect "${project}_queue" "$id" 2>/dev/null || true
  timeout 60 docker wait "$id" >/dev/null
  docker logs "$id" 2>&1 | grep -e '^FAILED' -e "^warning .*$1" | cut -c1-110 | head -n 1
  docker rm --force "$id" >/dev/null
}

# What the health check says once the backend answers, or how it ended.
health_with() { # name, value or nothing
  local id answer deadline=$((SECONDS + 40))
  id=$(backend_with "$1" "$2" --detach "$(image_of backend)" backend)
  docker network connect "${project}_queue" "$id" 2>/dev/null || true
  while ((SECONDS < deadline)); do
    if [[ $(of "$id" '{{.State.Running}}') == false ]]; then
      answer="ends with $(of "$id" '{{.State.ExitCode}}')"
      break
    fi
    answer=$(docker exec "$id" /opt/atelier/bin/healthy 8000 /health/ready 2>/dev/null || true)
    if [[ $answer == HTTP* ]]; then
      answer="$(sed -n 's/^HTTP[^ ]* \([0-9]*\).*/\1/p' <<<"$answer") $(grep -o '"status":"[a-z]*"' <<<"$answer" | head -n 1 |
        cut -d'"' -f4): $(grep -o '"[a-z]*":{"status":"unhealthy"' <<<"$answer" | cut -d'"' -f2 | xargs)"
      break
    fi
    sleep 0.3
  done
  docker rm --force "$id" >/dev/null
  printf '%s' "${answer:-no answer}"
}

row() { printf '  | %s | %s | %s | %s |\n' "$@"; }

missing_settings() {
  local name says doctor health
  row variable 'docker compose up' doctor 'backend'
  row --- --- --- ---
  for name in "${required[@]}"; do
    sed -i "s|^$name=|#without $name=|" "$deployed/.env"
    says=$(compose up --detach 2>&1 | grep -o "required variable.*" | head -n 1 || true)
    [[ $says == *"$name"* ]] || fail "docker compose up does not say that $name is missing, but: $says"
    doctor='not its business' health='not its business'
    if [[ $name != SUPABASE_ANON_KEY && $name != API_URL ]]; then
      doctor=$(doctor_with "$name" '')
      health=$(health_with "$name" '')
      [[ $doctor == *"$name"* && $health == 'ends with 78' ]] || fail "without $name: doctor says $doctor, the backend $health"
    fi
    sed -i "s|^#without $name=|$name=|" "$deployed/.env"
    row "$name" "$says" "$doctor" "$health"
  done
}

# name, wrong value, what doctor has to name
wrong_settings() {
  local name value names doctor health
  row 'variable, wrong' 'docker compose up' doctor 'health check'
  row --- --- --- ---
  while read -r name value names; do
    doctor=$(doctor_with "$name" "$value")
    health=$(health_with "$name" "$value")
    [[ $doctor == *FAILED*"$names"* ]] || fail "$name=$value: doctor says $doctor"
    row "$name" 'starts' "$doctor" "$health"
  done <<END
DATABASE_URL postgresql://nobody:wrong@$bridge:$pooler_port/postgres database
R2_ENDPOINT http://$bridge:1 storage
R2_SECRET_KEY wrong storage
R2_BUCKET nowhere storage
SUPABASE_URL http://$bridge:1 auth
OPENROUTER_API_KEY sk-or-v1-wrong models
REDIS_URL redis://nowhere:6379 queue
UPLOAD_MAX_BYTES many settings
END
}

redis_emptied() {
  users_start 10 20
  sleep 5
  docker exec "$(container redis)" redis-cli flushall >/dev/null
  compose restart redis >/dev/null 2>&1
  users_end 'Redis emptied and restarted, 10 users'
}

worker_killed() {
  users_start 10 20
  sleep 6
  kill -KILL "$(java_of worker)"
  users_end 'worker killed, 10 users'
  await_healthy 60 || fail "the worker does not come back"
}

postgres_away() {
  users_start 10 50
  sleep 5
  away pooler
  kill -KILL "$pooler_pid"
  wait "$pooler_pid" 2>/dev/null || true
  sleep 30
  say "meanwhile: $(curl -s -m 10 -o /dev/null -w '%{http_code}' "$backend_address/health/ready") of /health/ready"
  pooler_start
  forward pooler "$pooler_port"
  users_end 'PostgreSQL away for 30 s, 10 users'
}

storage_away() {
  users_start 10 40
  sleep 5
  away s3
  sleep 20
  say "meanwhile: $(curl -s -m 10 -w ' %{http_code}' "$backend_address/health/ready" | grep -o '"storage":{"status":"[a-z]*"\| [0-9]*$' | xargs)"
  forward s3 55900
  users_end 'S3 away for 20 s, 10 users'
}

faults() {
  missing_settings
  wrong_settings
  redis_emptied
  worker_killed
  postgres_away
  storage_away
  await_healthy 60 || fail "not everything is healthy after the faults"
}

# What the migrations of a later version would leave behind: an expanded schema, and a history that is longer.
later_schema() {
  psql -q -v ON_ERROR_STOP=1 "$(of_stack DATABASE_URL)" >"$logs/psql.log" 2>&1 <<'END'
alter table public.projects add column later text;
insert into atelier.flyway_schema_history
  (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
select max(installed_rank) + 1, '9000', 'later', 'SQL', 'V9000__later.sql', 1, 'postgres', 1, true
from atelier.flyway_schema_history;
END
}

# A new version while users work, and the one before it again.
deploy_under_load() {
  users_start "${ATELIER_USERS:-100}" 60
  sleep 20
  setting ATELIER_VERSION 2
  local begin=$SECONDS
  up --build
  say "a new version is up $((SECONDS - begin)) s later"
  [[ $(image_of backend) == *:2 ]] || fail "the new version does not run"
  users_end 'a new version'
  later_schema || fail "the schema cannot be changed"
  users_start 20 20
  sleep 5
  setting ATELIER_VERSION 1
  up --no-build
  [[ $(image_of backend) == *:1 ]] || fail "the version before does not run"
  users_end 'back to the version before, on the schema of a later one'
  await_healthy 60 || fail "not everything is healthy after going back"
}
