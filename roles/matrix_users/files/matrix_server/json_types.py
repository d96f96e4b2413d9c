"""Types of values that come as JSON, or become it.

They stand here alone, since typing takes milliseconds to import, and the program starts for each request.
"""

TYPE_CHECKING = False  # mypy takes a variable of this name for true
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    Json = Any
    Record = dict[str, Any]
    Shape = Any  # as shapes.py describes it
    Act = Callable[[Record], Any]  # it returns Seen or None, or raises Failed
    Item = TypeVar("Item")
    Thing = TypeVar("Thing")
else:
    Json = Record = Shape = Act = Item = Thing = object
