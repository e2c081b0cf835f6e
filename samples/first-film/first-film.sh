#!/usr/bin/env bash
# From a brief to a screenplay with curl, in words alone ("pictures": false in the brief). The service must run; give it the owner's key:
#   MOVIECHAT_OWNER_KEY=… samples/first-film/first-film.sh [brief.json] [film.fountain]
# It approves the first option of everything, as nobody who writes a film should; it only shows the way.
set -euo pipefail

base=${MOVIECHAT_BASE_URL:-http://127.0.0.1:7071}
key=${MOVIECHAT_OWNER_KEY:-$(cat .moviechat/owner-key)}
brief=${1:-$(dirname "$0")/brief.json}
film=${2:-film.fountain}

call() { curl --silent --show-error --fail-with-body -H "Authorization: Bearer $key" -H 'Content-Type: application/json' "$@"; }
read_json() { node -p "const j = JSON.parse(require('fs').readFileSync(0, 'utf8')); $1"; }

# A new project, with the brief approved from the start. The key makes a repeated call harmless.
project=$(call -X POST "$base/api/projects" -H "Idempotency-Key: first-film-$$" --data @"$brief" | read_json 'j.id')
echo "project $project"

# Whatever awaits the writer is approved until the film is complete. A document that is being drafted is not listed.
while :; do
  state=$(call "$base/api/projects/$project")
  [ "$(read_json 'j.status' <<<"$state")" = complete ] && break
  for document in $(read_json 'j.awaiting.join(" ")' <<<"$state"); do
    draft=$(read_json "j.documents.find(d => d.id === '$document').draft" <<<"$state")
    failure=$(read_json "(j.documents.find(d => d.id === '$document').failure || {}).message || ''" <<<"$state")
    [ -z "$failure" ] || { echo "$document failed: $failure" >&2; exit 1; }
    echo "approving $document, draft $draft"
    call -X POST "$base/api/projects/$project/documents/$document/decisions" \
      -H "Idempotency-Key: $document-$draft" \
      --data "{\"verb\":\"approve\",\"draft\":$draft,\"option\":1}" >/dev/null
  done
  sleep 0.2
done

call "$base/api/projects/$project/exports/fountain" >"$film"
echo "the screenplay is in $film: $(wc -l <"$film") lines"
