#!/usr/bin/env bash
# A long PDF in a worker of little memory: how many pages a second it becomes found by, and whether each quote of the answers stands on
# the page that it names, as pdftotext (of poppler-utils) reads that. Starts the whole product by ./start with ports and data of its own;
# or uses the one whose environment file is in PRODUCT, with the worker's process id in WORKER.
#   bench/pdf.sh FILE QUESTION...
set -euo pipefail
shopt -s inherit_errexit

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
file=$1
shift
work=$(mktemp -d "${TMPDIR:-/tmp}/atelier-pdf-XXXXXX")
product=
end() {
  if [[ -n $product ]]; then
    kill "$product" 2>/dev/null || true
    wait "$product" 2>/dev/null || true
  fi
  rm -rf -- "$work"
}
trap end EXIT
export BACKEND_PORT=${BACKEND_PORT:-28000}
if [[ -z ${PRODUCT:-} ]]; then
  export SUPABASE_PORT=${SUPABASE_PORT:-28321} POSTGRES_PORT=${POSTGRES_PORT:-28322} FRONTEND_PORT=${FRONTEND_PORT:-28030}
  export MAILBOX_PORT=${MAILBOX_PORT:-28324} REDIS_PORT=${REDIS_PORT:-28379} S3_PORT=${S3_PORT:-28900}
  export WORKER_JAVA_OPTS=${WORKER_JAVA_OPTS:--Xmx256m}
  "$root/start" --data "$work/data" >"$work/start.log" 2>&1 &
  product=$!
  until grep -qs '^ready ' "$work/start.log"; do
    kill -0 "$product" 2>/dev/null || { cat "$work/start.log" >&2; exit 1; }
    sleep 0.2
  done
  PRODUCT=$work/data/environment
  WORKER=$(pgrep -f "^[^ ]*java .* $root/app-bootstrap/target/atelier/.* worker\$" -n)
fi
# shellcheck disable=SC1090
source "$PRODUCT"
api=http://localhost:$BACKEND_PORT/api/v1

field() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p"; }
token=$(curl -sS -H "apikey: $SUPABASE_ANON_KEY" -H 'Content-Type: application/json' \
  -d "{\"email\":\"$RANDOM$RANDOM@example.com\",\"password\":\"a long password\"}" "$SUPABASE_URL/auth/v1/signup" | field access_token)
auth=(-sS -f -H "Authorization: Bearer $token")
project=$(curl "${auth[@]}" -H 'Content-Type: application/json' -d '{"name":"Bench"}' "$api/projects" | field id)

pages=$(pdfinfo "$file" | awk '/^Pages:/ { print $2 }')
begin=$(date +%s.%N)
document=$(curl "${auth[@]}" -F "file=@$file;type=application/pdf" "$api/projects/$project/documents/upload" | field id)
until state=$(curl "${auth[@]}" "$api/documents/$document" | node -e \
  'const d = JSON.parse(require("fs").readFileSync(0)); console.log(d.ingestion, d.ingestionError ?? "")'); [[ $state != pending* ]]; do
  sleep 0.5
done
finish=$(date +%s.%N)
[[ $state == ready* ]] || { echo "the document is $state" >&2; exit 1; }
awk -v p="$pages" -v a="$begin" -v b="$finish" -v m="$(awk '/VmHWM/ { print $2 / 1024 }' "/proc/$WORKER/status")" 'BEGIN {
  printf "%d pages found after %.0f s, %.1f pages a second; the worker had %.0f MiB resident at most\n", p, b - a, p / (b - a), m }'

wrong=0
flat() { tr -d '[:space:]-'; }
# In either order of reading: a table goes by its columns in the one, and by its lines in the other.
stands() {
  local order
  for order in -layout -raw; do
    if pdftotext "$order" -f "$1" -l "$1" "$file" - | flat | grep -qF -- "$(flat <<<"$2")"; then
      return 0
    fi
  done
  return 1
}
for question in "$@"; do
  curl "${auth[@]}" -H 'Content-Type: application/json' "$api/projects/$project/ask" \
    -d "$(node -e 'console.log(JSON.stringify({ question: process.argv[1] }))' "$question")" >"$work/answer.json"
  node -e 'for (const c of JSON.parse(require("fs").readFileSync(0)).citations) console.log(c.location.page + "\t" + c.quote.replace(/\s+/g, " "))' \
    <"$work/answer.json" >"$work/citations"
  [[ -s $work/citations ]] || { echo "no citation: $question"; wrong=$((wrong + 1)); }
  while IFS=$'\t' read -r page quote; do
    if stands "$page" "$quote"; then
      echo "on page $page: $quote"
    else
      echo "NOT on page $page: $quote"
      wrong=$((wrong + 1))
    fi
  done <"$work/citations"
done
exit $((wrong > 0))
