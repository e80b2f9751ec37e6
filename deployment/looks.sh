# To be sourced: what is looked at in a deployment that runs, and in its images.

of() { docker inspect --format "$2" "$1"; } # container, template

# The process itself, not what it was asked to be.
status_of() { sed -n "s/^$2:\s*//p" "/proc/$(of "$1" '{{.State.Pid}}')/status"; }

only_four_services() {
  [[ $(compose ps --services | sort | xargs) == 'backend frontend redis worker' ]] &&
    [[ $(docker ps --quiet --filter "label=com.docker.compose.project=$project" | wc -l) == 4 ]]
}

confined() { # service
  local id mount
  id=$(container "$1")
  mount=$(awk '$5 == "/" { print $6 }' "/proc/$(of "$id" '{{.State.Pid}}')/mountinfo" | tail -n 1)
  say "    $1: user $(status_of "$id" Uid | cut -f1), root ${mount%%,*}, capabilities $(status_of "$id" CapEff)," \
    "no new privileges $(status_of "$id" NoNewPrivs), memory $(($(of "$id" '{{.HostConfig.Memory}}') >> 20)) MiB," \
    "processes $(of "$id" '{{.HostConfig.PidsLimit}}'), restart $(of "$id" '{{.HostConfig.RestartPolicy.Name}}')"
  [[ $(status_of "$id" Uid | cut -f1) != 0 && $mount == ro,* && $(status_of "$id" CapEff) == 0000000000000000 ]] &&
    [[ $(status_of "$id" NoNewPrivs) == 1 ]] &&
    (($(of "$id" '{{.HostConfig.Memory}}') > 0 && $(of "$id" '{{.HostConfig.NanoCpus}}') > 0)) &&
    (($(of "$id" '{{.HostConfig.PidsLimit}}') > 0)) &&
    [[ $(of "$id" '{{.HostConfig.RestartPolicy.Name}}') == unless-stopped ]] &&
    [[ $(of "$id" '{{index .HostConfig.LogConfig.Config "max-size"}}') == 10m ]] &&
    [[ $(of "$id" '{{index .HostConfig.LogConfig.Config "max-file"}}') == 5 ]] &&
    [[ $(of "$id" '{{len .HostConfig.PortBindings}}') == 0 ]]
}

image_of() { of "$(container "$1")" '{{.Config.Image}}'; }

# All layers of an image, each in a folder of its own, so that what a later one hides is looked at too.
unpack() { # image, folder
  mkdir -p "$2/saved"
  docker save "$1" | tar -x -C "$2/saved"
  local layer i=0
  while IFS= read -r layer; do
    mkdir -p "$2/layers/$i"
    tar -x -f "$layer" -C "$2/layers/$i" --no-same-owner --no-same-permissions 2>/dev/null
    i=$((i + 1))
  done < <(find "$2/saved" -name 'layer.tar')
  ((i > 0))
}

# The settings that nobody else may know, and what they must not be found in.
no_secret() { # folder
  local name
  for name in OPENROUTER_API_KEY R2_SECRET_KEY R2_ACCESS_KEY DATABASE_URL; do
    if grep -rqaF -e "${settings[$name]}" "$1/saved" "$1/layers"; then
      say "    $name is in $(grep -rlaF -e "${settings[$name]}" "$1/saved" "$1/layers" | head -n 1)"
      return 1
    fi
  done
}

nothing_of_development() { # folder
  local found
  found=$(find "$1/layers" -path '*/lib/*.jar' | grep -E '/(local-stack|ports-testkit|examples|junit|mockito|archunit|embedded-|s3proxy|bcrypt)[^/]*$' || true)
  found+=$(find "$1/layers" -path '*/lib/*.jar' -print0 | xargs -0 -n 1 unzip -Z1 2>/dev/null |
    grep -E '^(dev/atelier/(local|testkit|example|architecture)|org/junit|org/mockito|com/tngtech/archunit|org/gaul/s3proxy)/' || true)
  found+=$(find "$1/layers" -type f \( -name javac -o -name mvn -o -name apt-get -o -name dpkg -o -name curl -o -name npm \
    -o -name '*.java' -o -name pom.xml -o -name '.env*' \) -not -path '*/node_modules/*' || true)
  [[ -z $found ]] || {
    say "    $(head -n 5 <<<"$found")"
    return 1
  }
}

# The jars that were made here, from the same sources by another JDK 25, are the same to the byte.
same_jars() { # folder
  local jar theirs count=0
  for jar in app-bootstrap/target/atelier/lib/*-SNAPSHOT.jar app-bootstrap/target/atelier/lib/atelier.jar; do
    theirs=$(find "$1/layers" -path "*/lib/${jar##*/}" | head -n 1)
    cmp -s "$jar" "$theirs" || {
      say "    ${jar##*/} differs"
      return 1
    }
    count=$((count + 1))
  done
  ((count > 5))
}

java_of() { docker top "$(container "$1")" -eo pid,comm | awk '$2 == "java" { print $1; exit }'; }
mapped() { grep -q "$2" "/proc/$(java_of "$1")/maps"; } # service, file
# The JVM itself says whether it takes the cache: this mode makes it fail when it does not.
takes_its_cache() { docker run --rm --env JAVA_OPTS=-XX:AOTMode=on "$(image_of backend)" version >"$logs/aot.log" 2>&1; }
needs_its_cache() { ! docker run --rm --env JAVA_OPTS='-XX:AOTMode=on -XX:-UseCompactObjectHeaders' "$(image_of backend)" version >>"$logs/aot.log" 2>&1; }
bill_of_materials() { # folder; the bills of all images name what is in them
  find "$1/layers" -name sbom.json | head -n 1 | xargs jq -e '.bomFormat == "CycloneDX" and (.components | length > 20)' >/dev/null
}

# Where pages may send requests to and show pictures from: nowhere but the backend, Supabase and storage.
policy_is_strict() {
  local policy
  policy=$(curl -sf -m 10 -o /dev/null -D - "$frontend_address/" | tr -d '\r' | sed -n 's/^content-security-policy: //Ip')
  say "    ${policy//; /;$'\n'      }"
  [[ $policy == *"connect-src 'self' $backend_address http://$bridge:55321 http://$bridge:55900"* ]] &&
    [[ $policy =~ "img-src 'self' "[^\;]*"http://$bridge:55900" && $policy != *unsafe-inline* && $policy != *unsafe-eval* ]]
}

# A direct upload, as the browser begins it: the storage lets pages of the frontend put files.
storage_takes_pages() {
  curl -sf -m 10 -o /dev/null -D - -X OPTIONS -H "Origin: $frontend_address" -H 'Access-Control-Request-Method: PUT' \
    -H 'Access-Control-Request-Headers: content-type' "${settings[R2_ENDPOINT]}/${settings[R2_BUCKET]}/any" |
    grep -qi '^access-control-allow-origin'
}

looks() {
  holds 'these four services and no other' only_four_services
  local service
  for service in frontend backend worker redis; do
    holds "$service is confined: ordinary user, root read-only, no capabilities, limits, rotated logs, no port of the host" \
      confined "$service"
  done
  holds 'worker and backend are the same image' test "$(image_of worker)" = "$(image_of backend)"
  for service in backend frontend; do
    local folder=$logs/image-$service
    unpack "$(image_of "$service")" "$folder" || fail "the image of $service has no layers"
    holds "no secret in a layer or the history of $service" no_secret "$folder"
    holds "no tools, no sources, nothing of development in $service" nothing_of_development "$folder"
    holds "a bill of materials is in $service" bill_of_materials "$folder"
  done
  holds 'the jars are those that are made here, to the byte' same_jars "$logs/image-backend"
  rm -rf "$logs"/image-*
  holds 'the JVM takes its ahead-of-time cache' takes_its_cache
  holds 'and would say if it could not' needs_its_cache
  holds 'backend and worker run on it' eval 'mapped backend atelier.aot && mapped worker atelier.aot'
  holds 'doctor finds nothing wrong' doctor_is_content
  holds 'pages may ask backend, Supabase and storage, and nobody else' policy_is_strict
  holds 'storage takes files from pages' storage_takes_pages
}

doctor_is_content() {
  compose run --rm --no-deps -T backend doctor >"$logs/doctor.log" 2>&1 || {
    cat "$logs/doctor.log"
    return 1
  }
}

# What a browser learns from the frontend is all that the journey gets.
journey() { # address of the frontend
  local config
  config=$(curl -sf -m 10 "$1/config.json") || fail "the frontend does not tell its settings"
  curl -sf -m 10 "$1/" | grep -qi '<!doctype html>' || fail "the frontend has no page"
  API_URL=$(jq -r .apiUrl <<<"$config") SUPABASE_URL=$(jq -r .supabaseUrl <<<"$config") \
    SUPABASE_ANON_KEY=$(jq -r .supabaseAnonKey <<<"$config") timeout 120 node demo/demo.mjs >"$logs/journey.log" 2>&1 || {
    cat "$logs/journey.log" >&2
    return 1
  }
  sed 's/^/  /' "$logs/journey.log"
  holds 'the native crypto provider checks the tokens' mapped backend libamazonCorrettoCryptoProvider
}

# The most that a container has had, or has just now, of what it may have.
memory() { # when
  docker stats --no-stream --format '{{.Name}} {{.MemUsage}}, {{.CPUPerc}} of a processor' | grep "^$project-[a-z]*-[0-9]" | sed "s/^/  memory $1: /"
}

# Since it was started, with what the kernel keeps of its files and gives back when need be.
memory_peaks() {
  local service bytes
  for service in frontend backend worker redis; do
    bytes=$(find /sys/fs/cgroup -path "*$(of "$(container "$service")" '{{.Id}}')*" \( -name memory.peak -o -name memory.max_usage_in_bytes \) \
      -exec cat {} + 2>/dev/null | head -n 1)
    [[ -z $bytes ]] || say "memory at the most: $service $((bytes >> 20)) MiB"
  done
}

images() {
  docker images --format '{{.Repository}}:{{.Tag}} {{.Size}}' | grep -E '^(atelier(-frontend)?:1|redis:8.0) ' | sed 's/^/  image /'
}

times_to_healthy() {
  local service began
  for service in redis backend worker frontend; do
    began=$(of "$(container "$service")" '{{.State.StartedAt}}')
    say "$service: started, then healthy after $(of "$(container "$service")" \
      "{{range .State.Health.Log}}{{.ExitCode}} {{.End.Format \"2006-01-02T15:04:05.000Z07:00\"}}{{println}}{{end}}" |
      awk '$1 == 0 { print $2; exit }' | xargs -I{} bash -c 'echo $(( ($(date -d {} +%s%N) - $(date -d '"$began"' +%s%N)) / 1000000 ))') ms"
  done
}

# A PDF of 300 pages and 70 MiB, which fits neither into the heap of the process that reads it nor into a small /tmp.
large_pdf() {
  node deployment/large-pdf.mjs "$frontend_address" >"$logs/large-pdf.log" 2>&1 || {
    cat "$logs/large-pdf.log" >&2
    return 1
  }
  sed 's/^/    /' "$logs/large-pdf.log"
  [[ $(of "$(container worker)" '{{.RestartCount}} {{.State.OOMKilled}}') == '0 false' ]]
}
