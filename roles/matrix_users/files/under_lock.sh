# shellcheck shell=sh
# sh under_lock.sh LOCK TOKEN COMMAND...: run it for the one that holds the lock, and keep everybody else waiting until
# it ends, also when the one that holds the lock is killed meanwhile.
lock=$1
shift
# shellcheck disable=SC2016 # expanded by the inner shell
exec flock --shared "$lock/writing" sh -c '
  [ "$(cat "$0/holder")" = "$1" ] || exit 75
  shift
  exec "$@"' "$lock" "$@"
