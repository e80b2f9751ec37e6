# To be sourced: a Docker engine with Compose, and the images that the Dockerfiles begin with.
#
#   engine_start   installs what is missing from Debian's packages, and starts an engine unless one runs
#   engine_bases   makes the base images that can be neither found nor pulled
#   engine_stop    ends what engine_start has started
#
# Who sources it defines: say TEXT, fail TEXT. Nothing of the user's own Docker configuration is changed.

engine_suite=trixie
engine_home=${XDG_CACHE_HOME:-$HOME/.cache}/atelier/docker
engine_pid=

engine_install() {
  local missing=()
  command -v dockerd >/dev/null || missing+=(docker.io)
  command -v debootstrap >/dev/null || missing+=(debootstrap)
  command -v iptables >/dev/null || missing+=(iptables)
  ((${#missing[@]} == 0)) && return
  engine_packages "${missing[@]}"
}

engine_packages() { # package...
  command -v apt-get >/dev/null || fail "needs $*, and installs packages on Debian and Ubuntu only"
  say "installing $*"
  timeout 120 apt-get -qq update || true
  DEBIAN_FRONTEND=noninteractive timeout 600 apt-get -qq install -y --no-install-recommends "$@" \
    >"$logs/apt.log" 2>&1 || fail "apt-get could not install $*; see $logs/apt.log"
}

# Compose and Buildx are plug-ins of the client. Debian 12 has none, and those of Debian 13 need nothing that 12 lacks: they
# are unpacked from its packages, whose signatures apt checks, into a configuration of our own.
engine_plugins() {
  export DOCKER_CONFIG=$engine_home/config
  if docker compose version >/dev/null 2>&1 && docker buildx version >/dev/null 2>&1; then
    return
  fi
  say "unpacking docker-compose and docker-buildx of Debian's $engine_suite"
  local work
  work=$(mktemp -d)
  mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$DOCKER_CONFIG/cli-plugins"
  : >"$work/status"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian $engine_suite main" \
    >"$work/sources.list"
  local apt=(timeout 120 apt-get -qq -o "Dir::Etc::SourceList=$work/sources.list" -o Dir::Etc::SourceParts=-
    -o "Dir::State::Lists=$work/lists" -o "Dir::Cache=$work/cache" -o "Dir::State::status=$work/status"
    -o "APT::Sandbox::User=$(id -un)" -o Acquire::Languages=none)
  (
    cd "$work"
    "${apt[@]}" update && "${apt[@]}" download docker-compose docker-buildx >/dev/null
    for package in *.deb; do dpkg-deb -x "$package" root; done
    cp root/usr/libexec/docker/cli-plugins/* "$DOCKER_CONFIG/cli-plugins/"
  ) || fail "the plug-ins of Docker could not be had from Debian's $engine_suite"
  rm -rf "$work"
}

engine_start() {
  mkdir -p "$engine_home"
  if ! docker info >/dev/null 2>&1; then
    [[ $(id -u) == 0 ]] || fail "no Docker engine answers, and only root can start one"
    engine_install
    export DOCKER_HOST=unix://$engine_home/docker.sock
    dockerd --host "$DOCKER_HOST" --data-root "$engine_home/data" --exec-root "$engine_home/exec" \
      --pidfile "$engine_home/pid" >"$logs/dockerd.log" 2>&1 &
    engine_pid=$!
    local deadline=$((SECONDS + 60))
    until docker info >/dev/null 2>&1; do
      kill -0 "$engine_pid" 2>/dev/null && ((SECONDS < deadline)) || {
        tail -n 20 "$logs/dockerd.log" >&2
        fail "the Docker engine does not start; see $logs/dockerd.log"
      }
      sleep 0.2
    done
  fi
  engine_plugins
  say "engine $(docker version --format '{{.Server.Version}}'), $(docker info --format '{{.Driver}}'), compose" \
    "$(docker compose version --short)"
}

engine_stop() {
  [[ -n $engine_pid ]] || return 0
  kill -TERM "$engine_pid" 2>/dev/null || true
  local deadline=$((SECONDS + 30))
  while kill -0 "$engine_pid" 2>/dev/null && ((SECONDS < deadline)); do sleep 0.2; done
  kill -KILL "$engine_pid" 2>/dev/null || true
  ip link delete docker0 2>/dev/null || true
}

engine_has() { docker image inspect "$1" >/dev/null 2>&1 || timeout 120 docker pull -q "$1" >/dev/null 2>&1; }

# Where Docker Hub cannot be reached, the bases are made of Debian's and npm's packages, under the names by which the
# Dockerfiles know them. What this machine trusts beyond Debian's certificates, they trust too.
engine_bases() {
  engine_has debian:trixie-slim || engine_debian
  engine_has redis:8.0 || engine_image redis:8.0 <<'END'
FROM debian:trixie-slim
RUN apt-get update && apt-get install -y --no-install-recommends redis-server && rm -rf /var/lib/apt/lists/*
END
  engine_has node:24-trixie-slim || engine_image node:24-trixie-slim <<'END'
FROM debian:trixie-slim
COPY node /usr/local
ENV NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt
END
}

engine_debian() {
  say "making debian:trixie-slim with debootstrap"
  engine_install
  local root
  root=$(mktemp -d)
  timeout 600 debootstrap --variant=minbase --include=ca-certificates "$engine_suite" "$root" http://deb.debian.org/debian \
    >"$logs/debootstrap.log" 2>&1 || fail "debootstrap failed; see $logs/debootstrap.log"
  cp /usr/local/share/ca-certificates/*.crt "$root/usr/local/share/ca-certificates/" 2>/dev/null || true
  chroot "$root" update-ca-certificates >/dev/null 2>&1
  rm -rf "$root"/var/cache/apt/archives/*.deb "$root"/var/lib/apt/lists/*
  tar -C "$root" -c . | docker import - debian:trixie-slim >/dev/null
  rm -rf "$root"
}

engine_image() { # name; its Dockerfile comes by standard input
  say "making $1 on it"
  local context
  context=$(mktemp -d)
  cat >"$context/Dockerfile"
  if grep -q '^COPY node' "$context/Dockerfile"; then
    engine_node "$context/node"
  fi
  timeout 600 docker build --quiet --tag "$1" "$context" >"$logs/base.log" 2>&1 || fail "$1 cannot be made; see $logs/base.log"
  rm -rf "$context"
}

# Node itself is a package of npm's registry too.
engine_node() { # folder
  local architecture=x64
  [[ $(uname -m) == x86_64 ]] || architecture=arm64
  mkdir -p "$1/lib" "$1/bin"
  npm install --silent --no-audit --no-fund --no-save --prefix "$1/lib" "node-linux-$architecture@24" npm@11 >"$logs/node.log" 2>&1 ||
    fail "Node 24 cannot be had from npm; see $logs/node.log"
  cp "$1/lib/node_modules/node-linux-$architecture/bin/node" "$1/bin/"
  rm -rf "$1/lib/node_modules/node-linux-$architecture"
  ln -s ../lib/node_modules/npm/bin/npm-cli.js "$1/bin/npm"
}
