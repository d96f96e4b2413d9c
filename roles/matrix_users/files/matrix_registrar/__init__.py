"""What an operation on accounts is, from the request to the report: once, for Ansible and for the host's own commands."""
