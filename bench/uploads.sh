#!/usr/bin/env bash
# How fast a large file goes through the backend, beside the same file put straight to the same storage, at once and in
# parts; and what memory the backend takes. Starts the whole product by ./start with ports and
# data of its own.
#   bench/uploads.sh [MIB]      default 2048; BACKEND_JAVA_OPTS is -Xmx64m
set -euo pipefail
shopt -s inherit_errexit

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
mib=${1:-2048}
work=$(mktemp -d "${TMPDIR:-/tmp}/atelier-uploads-XXXXXX")
export BACKEND_PORT=${BACKEND_PORT:-28000} SUPABASE_PORT=${SUPABASE_PORT:-28321} POSTGRES_PORT=${POSTGRES_PORT:-28322}
export MAIL_PORT=${MAIL_PORT:-28324} REDIS_PORT=${REDIS_PORT:-28379} S3_PORT=${S3_PORT:-28900}
export BACKEND_JAVA_OPTS=${BACKEND_JAVA_OPTS:--Xmx64m} UPLOAD_MAX_BYTES=$((8 * 1024 * 1024 * 1024))
api=http://localhost:$BACKEND_PORT/api/v1

"$root/start" --data "$work/data" >"$work/start.log" 2>&1 &
product=$!
end() {
  kill "$product" 2>/dev/null || true
  wait "$product" 2>/dev/null || true
  rm -rf -- "$work"
}
trap end EXIT
until grep -qs '^ready ' "$work/start.log"; do
  kill -0 "$product" 2>/dev/null || { cat "$work/start.log" >&2; exit 1; }
  sleep 0.2
done
# shellcheck disable=SC1091
source "$work/data/environment"
backend=$(pgrep -f "^[^ ]*java .* $root/app-bootstrap/target/atelier/lib/atelier.jar.* backend\$" -n)

field() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p"; }
token=$(curl -sS -H "apikey: $SUPABASE_ANON_KEY" -H 'Content-Type: application/json' \
  -d '{"email":"bench@example.com","password":"a long password"}' "$SUPABASE_URL/auth/v1/signup" | field access_token)
auth=(-sS -H "Authorization: Bearer $token")
project=$(curl "${auth[@]}" -H 'Content-Type: application/json' -d '{"name":"Bench"}' "$api/projects" | field id)

head -c "${mib}M" /dev/urandom >"$work/large.bin"
size=$(stat -c %s "$work/large.bin")
seconds() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.1f", b - a }'; }
rate() { awk -v m="$mib" -v s="$1" 'BEGIN { printf "%.0f", m / s }'; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }
peak() { awk '/VmHWM/ { printf "%.0f", $2 / 1024 }' "/proc/$backend/status"; }

# Straight to storage: a place that the backend signs, and curl.
plain() {
  local place url begin finish headers=()
  place=$(curl "${auth[@]}" -H 'Content-Type: application/json' "$api/projects/$project/files/uploads" \
    -d "{\"fileName\":\"large.bin\",\"contentType\":\"application/octet-stream\",\"size\":$size}")
  url=$(field url <<<"$place")
  while IFS= read -r header; do headers+=(-H "$header"); done < <(
    sed 's/.*"headers":{\([^}]*\)}.*/\1/; s/","/\n/g' <<<"$place" | sed 's/^"//; s/"$//; s/":"/: /; s/\\"/"/g')
  begin=$(date +%s.%N)
  curl -sS -f -X PUT "${headers[@]}" -T "$work/large.bin" "$url" >/dev/null
  finish=$(date +%s.%N)
  seconds "$begin" "$finish"
}

# Straight to storage in parts of 5 MiB, two at once, as the backend sends what it does not know the length of, without the
# digests that it takes. The storage of ./start writes parts twice: as they come, and into one file when all are there.
mkdir "$work/parts"
split -b 5M -a 5 --numeric-suffixes=1 "$work/large.bin" "$work/parts/"
object="$R2_ENDPOINT/$R2_BUCKET/bench"
s3=(curl -sS -f --aws-sigv4 aws:amz:auto:s3 --user "$R2_ACCESS_KEY:$R2_SECRET_KEY" -H 'x-amz-content-sha256: UNSIGNED-PAYLOAD')
in_parts() {
  local begin finish upload number part
  begin=$(date +%s.%N)
  upload=$("${s3[@]}" -X POST "$object?uploads=" | sed -n 's/.*<UploadId>\(.*\)<\/UploadId>.*/\1/p')
  number=0
  for part in "$work"/parts/*; do
    number=$((number + 1))
    printf 'url="%s?partNumber=%d&uploadId=%s"\nupload-file="%s"\n' "$object" "$number" "$upload" "$part"
  done >"$work/parts.curl"
  "${s3[@]}" -Z --parallel-max 2 --no-progress-meter -K "$work/parts.curl" \
    -w '%{urlnum} %header{etag}\n' | sort -n | awk 'BEGIN { print "<CompleteMultipartUpload>" }
      { print "<Part><PartNumber>" $1 + 1 "</PartNumber><ETag>" $2 "</ETag></Part>" }
      END { print "</CompleteMultipartUpload>" }' >"$work/complete.xml"
  "${s3[@]}" -X POST -H 'Content-Type: application/xml' --data-binary "@$work/complete.xml" "$object?uploadId=$upload" |
    grep -q CompleteMultipartUploadResult
  finish=$(date +%s.%N)
  seconds "$begin" "$finish"
}

through() {
  local begin finish
  begin=$(date +%s.%N)
  curl "${auth[@]}" -f -F "file=@$work/large.bin;type=application/octet-stream" "$api/projects/$project/files" >"$work/file.json"
  finish=$(date +%s.%N)
  seconds "$begin" "$finish"
}

down() {
  local begin finish
  begin=$(date +%s.%N)
  curl "${auth[@]}" -f "$api/files/$(field id <"$work/file.json")/content" -o /dev/null
  finish=$(date +%s.%N)
  seconds "$begin" "$finish"
}

echo "$mib MiB, $BACKEND_JAVA_OPTS, $(nproc) processors; the backend begins with $(peak) MiB resident"
for round in 1 2 3; do
  p=$(plain)
  s=$(in_parts)
  t=$(through)
  d=$(down)
  echo "$p $s $t $d" >>"$work/rounds"
  printf 'round %d: plain PUT %s s (%s MiB/s), in parts %s s, through the backend %s s (%s MiB/s, %s of a PUT, %s of parts), down %s s (%s MiB/s); peak %s MiB\n' \
    "$round" "$p" "$(rate "$p")" "$s" "$t" "$(rate "$t")" "$(ratio "$p" "$t")" "$(ratio "$s" "$t")" \
    "$d" "$(rate "$d")" "$(peak)"
done
median() { cut -d' ' -f"$1" "$work/rounds" | sort -n | sed -n 2p; }
printf 'medians: plain PUT %s s, in parts %s s, through the backend %s s (%s of a PUT, %s of parts), down %s s\n' \
  "$(median 1)" "$(median 2)" "$(median 3)" "$(ratio "$(median 1)" "$(median 3)")" "$(ratio "$(median 2)" "$(median 3)")" "$(median 4)"
