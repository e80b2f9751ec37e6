# To be sourced: whether what watches Atelier would see what is to be seen.

# promtool of the distribution's package, of which nothing else is needed.
promtool() {
  local cache=${XDG_CACHE_HOME:-$HOME/.cache}/atelier/promtool work
  if [[ ! -x $cache/promtool ]]; then
    say "unpacking promtool of the package prometheus"
    local-stack/bin/update-package-lists
    work=$(mktemp -d)
    (
      cd "$work"
      timeout 120 apt-get -qq -o "APT::Sandbox::User=$(id -un)" download prometheus >/dev/null
      dpkg-deb --fsys-tarfile prometheus_*.deb | tar -x ./usr/bin/promtool
    ) || fail 'promtool could not be had from the package prometheus'
    mkdir -p "$cache"
    mv "$work/usr/bin/promtool" "$cache/"
    rm -rf "$work"
  fi
  (cd deployment/monitoring && "$cache/promtool" "$@")
}

# What Prometheus would be told by both.
scraped() {
  curl -sf -m 10 "$backend_address/metrics"
  docker exec "$(container worker)" /opt/atelier/bin/healthy 9000 /metrics
}

names_are_there() {
  local name missing=0
  scraped >"$logs/metrics.txt" || return 1
  for name in $(grep -ohE '\b(atelier|jvm|process|system)_[a-z_]+\b' deployment/monitoring/{alerts.yml,dashboard.json} | sort -u); do
    grep -qE "^$name[{ ]" "$logs/metrics.txt" || {
      say "    neither backend nor worker has $name"
      missing=1
    }
  done
  return $missing
}

watching() {
  promtool check rules alerts.yml >"$logs/promtool.log" 2>&1 || { cat "$logs/promtool.log" >&2; fail 'promtool does not take the alerts'; }
  say "ok  promtool: $(grep -o '[0-9]* rules found' "$logs/promtool.log")"
  promtool test rules alerts_test.yml >"$logs/promtool.log" 2>&1 || { cat "$logs/promtool.log" >&2; fail 'alerts do not come when they should'; }
  say "ok  alerts come when they should, and otherwise not"
  holds 'every figure of dashboard and alerts is told by backend or worker' names_are_there
}
