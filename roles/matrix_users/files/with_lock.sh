# sh with_lock.sh DOMAIN COMMAND...: run it unless another one changes the accounts of that domain right now.
# Where the host has no way to lock, nothing keeps two from doing that at once.
domain=$1
shift
for base in /run/lock /var/lock /tmp; do
  lock="$base/matrix-registrar-$domain"
  mkdir -p -- "$lock" 2>/dev/null && break
done
command -v flock >/dev/null || exec "$@"
exec flock --nonblock --conflict-exit-code 75 "$lock" "$@"
