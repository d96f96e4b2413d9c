"""An operation on accounts, from request to report, for Ansible and for the host commands."""
