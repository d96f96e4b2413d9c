"""Actions on all declared accounts, which main() finds here by name."""

from .change_users import change_users
from .plan_users import check_plan, plan_users

__all__ = ["change_users", "check_plan", "plan_users"]
