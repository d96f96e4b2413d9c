"""Types of values that come as JSON, or become it.

In a file of their own because importing typing takes milliseconds, and the program starts for each request.
"""

TYPE_CHECKING = False  # mypy treats this name as true
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    Json = Any
    Record = dict[str, Any]
    Shape = Any  # as shapes.py describes it
    Act = Callable[[Record], Any]  # returns Seen or None, or raises Failed
    Item = TypeVar("Item")
    Thing = TypeVar("Thing")
else:
    Json = Record = Shape = Act = Item = Thing = object
