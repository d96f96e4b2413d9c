# shellcheck shell=sh
# sh with_lock.sh DOMAIN COMMAND...: run it unless another one changes the accounts of that domain right now.
# The lock is where only root, or else the same user, can write, so that nobody else can hold it.
# Where the host has no way to lock, nothing keeps two from doing that at once.
domain=$1
shift
command -v flock >/dev/null || exec "$@"
if [ "$(id -u)" = 0 ]; then base=/run; else base=${XDG_RUNTIME_DIR:-/run/user/$(id -u)}; fi
lock="$base/matrix-registrar/$domain"
(umask 077 && mkdir -p -- "$lock") || exit 73
# shellcheck disable=SC2016 # expanded by the inner shell
exec flock --nonblock --conflict-exit-code 75 "$lock" sh -c '
  lock=$0 token=$$-$(date +%s%N)
  export lock token
  # What one that was killed has begun may still be going on, and nothing more of it may begin: see under_lock.sh.
  echo "$token" >"$lock/holder" || exit 73
  flock --timeout 120 --conflict-exit-code 75 "$lock/writing" true || exit
  exec "$@"' "$lock" "$@"
