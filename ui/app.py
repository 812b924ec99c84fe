"""Start-up: the window first, the heavy libraries in a thread after it shows."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from planner.assets import asset
from ui.garbage import Garbage
from ui.settings import Settings
from ui.theme import register_fonts

_HEAVY = (
    *("numpy", "pandas", "matplotlib.backends.backend_agg", "planner.optimise.planning"),
    *("ui.proposal.proposal_page", "ui.scenarios.scenarios_page", "ui.forecast.forecast_page"),
    *("ui.scenarios.campaign_panel", "ui.scenarios.comparison_panel", "planner.comparison.options"),
)


def main(arguments: list[str]) -> int:
    """Show the window, open the file named first in `arguments`, and run until it is closed."""
    application = prepared_application()
    from ui.main_window import MainWindow

    window = MainWindow(Settings())
    sys.excepthook = _telling(window.shell.messages.tell_fault)
    window.show()
    garbage = Garbage(window)
    files = [Path(name) for name in arguments if not name.startswith("-")]
    if files:
        QTimer.singleShot(0, window, lambda: window.filing.open_path(files[0]))
    QTimer.singleShot(0, window, lambda: window.shell.background.run(_warm_up, lambda _: garbage.freeze()))
    code = application.exec()
    sys.excepthook = sys.__excepthook__
    return code


def prepared_application() -> QApplication:
    """Return the application with its name, style, fonts and icon, made if there is none yet."""
    from platformdirs import user_cache_dir

    os.environ.setdefault("MPLCONFIGDIR", str(Path(user_cache_dir("jingli", False)) / "matplotlib"))
    application = QApplication.instance() or QApplication(["jingli"])
    assert isinstance(application, QApplication)
    application.setApplicationName("jingli")
    application.setDesktopFileName("jingli")
    application.setStyle("fusion")
    application.setWindowIcon(QIcon(str(asset("icons", "jingli.svg"))))
    register_fonts()
    return application


def _warm_up(_report: object, stop: object) -> None:
    """Import what plans, charts, files and the large pages need, so that the first use of each is quick."""
    import importlib

    for name in _HEAVY:
        if getattr(stop, "requested", False):
            return
        importlib.import_module(name)


def _telling(
    tell: Callable[[str], None],
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """Return an exception hook that shows the text to pass on and keeps the window alive."""

    def hook(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        text = "".join(traceback.format_exception(kind, fault, trace))
        sys.stderr.write(text)
        tell(text)

    return hook


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
