"""The rooms for a committee: one server on one machine, links for everybody else, no Python in sight.

The panes are the very modules that JupyterLab shows. They are written against the front-end contract of anywidget
(a model with ``get``, ``on``, ``off`` and ``send``), so that a host needs no widget library in the browser, and the
pages need no code that runs from text.
"""

from workbench.serve.app import application
from workbench.serve.settings import Settings

__all__ = ["Settings", "application"]
