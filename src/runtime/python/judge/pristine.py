"""The builtins as they were when the judge was loaded.

A learner's program may rebind or delete builtins. Every module of the judge starts with
``from .pristine import __builtins__``, so that its functions resolve ``len`` and the like in
this private copy: CPython binds a function's builtins when the function is made.
"""

import builtins

__builtins__ = dict(vars(builtins))
