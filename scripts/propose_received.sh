#!/bin/bash
# A patch of content and what was said of it enter, both in base64; a branch and its pull request leave, or an answer to
# the issue. Nothing of the patch is run, and no word of it is read by the shell.
# Where the branch is there already, or GitHub lets no workflow open a pull request, the issue is told what to do.
#   PATCH, SAID: what the reading job handed on · NUMBER: of the issue · REMOTE: where to push · GH_TOKEN: for git and gh
set -euo pipefail

work=$(mktemp -d)
# Four blanks make it a block of code that no word in it can end.
{
  echo "รับจาก #$NUMBER ด้วย \`kb.py receive\` / received from #$NUMBER by \`kb.py receive\`"
  echo
  printf '%s' "$SAID" | base64 -d | tr -d '\000-\010\013-\037\177' | sed 's/^/    /'
} > "$work/said.md"

if [ -z "$PATCH" ]; then
  gh issue comment "$NUMBER" --body-file "$work/said.md"
  exit 0
fi

printf '%s' "$PATCH" | base64 -d > "$work/received.patch"
# Content alone, and plain files alone.
if git apply --numstat "$work/received.patch" | cut -f3- | grep -qvE '^(data|docs)/[A-Za-z0-9_/.-]+$'; then
  echo "the patch names a file outside data/ and docs/" >&2
  exit 1
fi
if git apply --summary "$work/received.patch" | grep -qvE '^ create mode 100644 '; then
  echo "the patch makes something else than plain files" >&2
  exit 1
fi

branch="received/issue-$NUMBER"
git switch --quiet -c "$branch"
git apply --index "$work/received.patch"
git -c user.name="github-actions[bot]" -c user.email="41898282+github-actions[bot]@users.noreply.github.com" \
  -c commit.gpgsign=false commit --quiet --message "Receive what issue #$NUMBER tells"
# The token is asked of the environment when git wants it, so it stands in no address and no log.
if ! git -c credential.helper='!f() { echo username=x-access-token; echo "password=$GH_TOKEN"; }; f' \
  push --quiet "$REMOTE" "HEAD:refs/heads/$branch"; then
  {
    echo "ส่งสาขา \`$branch\` ไม่ได้ ถ้ามีอยู่แล้วให้ลบก่อน แล้วติดป้าย \`receive\` ใหม่"
    echo
    echo "The branch \`$branch\` could not be pushed. Where it is there already, delete it and set the label \`receive\` again."
  } > "$work/answer.md"
  gh issue comment "$NUMBER" --body-file "$work/answer.md"
  exit 1
fi
{
  cat "$work/said.md"
  echo
  echo "Closes #$NUMBER"
} > "$work/body.md"
if ! gh pr create --head "$branch" --title "รับเรื่องจาก #$NUMBER / Received from #$NUMBER" --body-file "$work/body.md"; then
  {
    cat "$work/said.md"
    echo
    echo "GitHub ไม่ให้โปรแกรมเปิดคำขอเอง เปิดต่อได้ที่ / open it here: $REMOTE/compare/$branch?expand=1"
  } > "$work/answer.md"
  gh issue comment "$NUMBER" --body-file "$work/answer.md"
fi
