# shellcheck shell=sh
# sh start_service.sh SERVICE [check]: start it if it is stopped, unless this is a check, and print what was found, by its
# name among the serviceStates of definitions.json; nothing if there is no systemd, or it does not say.
unit=$(systemctl show --property=LoadState,ActiveState -- "$1" 2>/dev/null </dev/null)
case $unit in
*LoadState=not-found*) found=missing ;;
*ActiveState=inactive* | *ActiveState=failed*)
  if [ "${2-}" = check ]; then
    found=would_start
  elif systemctl start -- "$1" </dev/null; then
    found=started
  else
    found=failed
  fi
  ;;
*ActiveState=*) found=running ;;
*) exit ;;
esac
echo "service/$found"
