# To be sourced: what is Supabase's, Cloudflare's and OpenRouter's in production, on this machine. PostgreSQL and PgBouncer are
# containers. They and the local stack are found on localhost; forwarders bring them to the address of a bridge, as if they were
# elsewhere, and are what is stopped when storage is to be away.

bridge=
stack_pid=
declare -A forwarders
stack_ports=(SUPABASE_PORT=55321 POSTGRES_PORT=55322 REDIS_PORT=55379 S3_PORT=55900 MAILBOX_PORT=55324)
pooler_port=55432
models_port=55500
frontend_port=55300
backend_port=55800
models_key=sk-or-v1-of-the-stand-in-3f9c

forward() { # name, port
  node deployment/stand-ins/forward.mjs "$bridge" "$2" 127.0.0.1 "$2" 2>>"$logs/forward.log" &
  forwarders[$1]=$!
}

away() { # name
  kill -TERM "${forwarders[$1]}" 2>/dev/null || true
  wait "${forwarders[$1]}" 2>/dev/null || true
}

await_port() { # host, port
  local deadline=$((SECONDS + 30))
  until (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null; do
    ((SECONDS < deadline)) || fail "nothing listens on $1:$2 after 30 s"
    sleep 0.1
  done
}

stand_ins_start() {
  remains_remove
  docker network create "$project-outside" >/dev/null || fail "a network for the stand-ins cannot be made"
  bridge=$(docker network inspect "$project-outside" --format '{{(index .IPAM.Config 0).Gateway}}')
  frontend_address=http://$bridge:$frontend_port
  backend_address=http://$bridge:$backend_port
    command -v jq >/dev/null || engine_packages jq
  command -v unzip >/dev/null || engine_packages unzip
  [[ -e demo/node_modules/.package-lock.json ]] || (cd demo && npm ci --silent --no-audit --no-fund) || fail "npm ci in demo"

  postgres_start
  local environment=$logs/stack.env deadline=$((SECONDS + 60))
  env "${stack_ports[@]}" "$(bin/jdk)/bin/java" --enable-native-access=ALL-UNNAMED -Xmx512m \
    -cp "$root/local-stack/target/local-stack/lib/*" dev.atelier.local.Main --postgres-runs --data "$logs/data" --env-file "$environment" \
    --site-url "$frontend_address" --supabase-host "$bridge" >"$logs/stack.log" 2>&1 &
  stack_pid=$!
  until [[ -e $environment ]]; do
    kill -0 "$stack_pid" 2>/dev/null && ((SECONDS < deadline)) || { tail -n 5 "$logs/stack.log" >&2; fail "the local stack"; }
    sleep 0.2
  done
  forward supabase 55321
  forward postgres 55322
  forward s3 55900
  forward pooler "$pooler_port"
  OPENROUTER_API_KEY=$models_key node deployment/stand-ins/openrouter.mjs "$bridge" "$models_port" 2>"$logs/openrouter.log" &
  forwarders[models]=$!
  local port
  for port in 55321 55322 55900 "$pooler_port" "$models_port"; do await_port "$bridge" "$port"; done
  say "PostgreSQL 17 behind PgBouncer in transaction mode, S3, Supabase Auth and OpenRouter, on $bridge"
}

# What a run left behind that was killed: its containers start again with the engine.
remains_remove() {
  docker ps --all --quiet --filter "name=^/$project-" | xargs --no-run-if-empty docker rm --force --volumes >/dev/null
  docker network ls --quiet --filter "name=^${project}[-_]" | xargs --no-run-if-empty docker network rm >/dev/null
}

of_stack() { sed -n "s/^$1=//p" "$logs/stack.env"; }

postgres_start() {
  timeout 600 docker build --quiet --tag "$project-postgres" --file deployment/stand-ins/postgres.Dockerfile deployment/stand-ins \
    >"$logs/postgres-build.log" 2>&1 || fail "the image of PostgreSQL cannot be made; see $logs/postgres-build.log"
  docker run --detach --name "$project-postgres" --network "$project-outside" --shm-size 256m \
    --publish 127.0.0.1:55322:5432 "$project-postgres" >/dev/null || fail "PostgreSQL"
  await_postgres
  pooler_configuration
  docker run --detach --name "$project-pooler" --network "$project-outside" --publish "127.0.0.1:$pooler_port:6543" \
    --volume "$logs/pgbouncer:/etc/pgbouncer:ro" "$project-postgres" pgbouncer /etc/pgbouncer/pgbouncer.ini >/dev/null || fail "PgBouncer"
}

await_postgres() {
  local deadline=$((SECONDS + 60))
  until docker exec "$project-postgres" pg_isready --quiet --host 127.0.0.1; do
    ((SECONDS < deadline)) || { docker logs --tail 10 "$project-postgres" >&2; fail "PostgreSQL does not start"; }
    sleep 0.3
  done
}

# As Supabase's port 6543: each transaction may get another connection, and no statement outlives it.
pooler_configuration() {
  mkdir -p "$logs/pgbouncer"
  echo '"postgres" "postgres"' >"$logs/pgbouncer/users.txt"
  cat >"$logs/pgbouncer/pgbouncer.ini" <<END
[databases]
* = host=$project-postgres port=5432
[pgbouncer]
listen_addr = *
listen_port = 6543
unix_socket_dir =
auth_type = scram-sha-256
auth_file = /etc/pgbouncer/users.txt
pool_mode = transaction
default_pool_size = 15
max_client_conn = 1000
max_prepared_statements = 0
ignore_startup_parameters = extra_float_digits
server_login_retry = 1
query_wait_timeout = 20
END
  chmod -R a+rX "$logs/pgbouncer"
}

stand_ins_settings() {
  local url
  url=$(of_stack DATABASE_URL)
  settings=(
    [FRONTEND_URL]=$frontend_address
    [API_URL]=$backend_address
    [SUPABASE_URL]=http://$bridge:55321
    [SUPABASE_ANON_KEY]=$(of_stack SUPABASE_ANON_KEY)
    [DATABASE_URL]=$(sed "s|@[^/]*/|@$bridge:$pooler_port/|" <<<"$url" | sed 's|$|?pgbouncer=true|')
    [DIRECT_URL]=$(sed "s|@[^/]*/|@$bridge:55322/|" <<<"$url")
    [R2_ENDPOINT]=http://$bridge:55900
    [R2_ACCESS_KEY]=$(of_stack R2_ACCESS_KEY)
    [R2_SECRET_KEY]=$(of_stack R2_SECRET_KEY)
    [R2_BUCKET]=$(of_stack R2_BUCKET)
    [R2_PUBLIC_URL]=http://$bridge:55900/$(of_stack R2_BUCKET)
    [OPENROUTER_API_KEY]=$models_key
    [OPENROUTER_BASE_URL]=http://$bridge:$models_port/api/v1
  )
}

# The proxy of the platform: it finds the containers by name, whatever address they have just now.
proxy_start() {
  docker run --detach --rm --name "$project-proxy" --network "${project}_default" --env REFUSAL=http \
    --publish "$bridge:$frontend_port:3000" --publish "$bridge:$backend_port:8000" \
    --volume "$root/deployment/stand-ins/forward.mjs:/forward.mjs:ro" node:24-trixie-slim \
    node /forward.mjs 0.0.0.0 3000 frontend 3000 0.0.0.0 8000 backend 8000 >/dev/null || fail "the proxy"
  await_port "$bridge" "$frontend_port"
}

stand_ins_stop() {
  local pid
  for pid in "${forwarders[@]}" $stack_pid; do
    kill -TERM "$pid" 2>/dev/null || continue
    local deadline=$((SECONDS + 15))
    while kill -0 "$pid" 2>/dev/null && ((SECONDS < deadline)); do sleep 0.1; done
    kill -KILL "$pid" 2>/dev/null || true
  done
  docker rm --force --volumes "$project-pooler" "$project-postgres" >/dev/null 2>&1 || true
  docker network rm "$project-outside" >/dev/null 2>&1 || true
}
