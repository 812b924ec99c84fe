"""What the print preview says."""

from __future__ import annotations

from planner.text import Text

TITLE = Text("打印预览", "Print preview")
HEADING = Text("报表(&R)", "&Reports")
EMPTY = Text(
    "请先打开或导入一份花名册,再打印。", "Open or import a roster first; then there is something to print."
)
NEEDED = Text(
    "还没有调整建议,求解后即可打印名册。",
    "There is no proposal yet; once there is, its roster can be printed.",
)
SOLVING = Text(
    "正在求解调整建议,完成后显示名册。", "Working out a proposal; its roster is shown when it is done."
)
NOT_FOUND = Text(
    "求解在得出方案之前已停止,没有可打印的名册。",
    "It was stopped before a plan was found: there is no roster to print.",
)
NO_WHAT_IF = Text(
    "“调整建议”页上的方案是试算,不能作为正式名册打印;这里打印的是按现有名册和口径提出的方案,或已登记的调整。"
    "要按试算打印,请先照它修改名册、单位表或口径,再重新提出。",
    "The plan on the Proposal page is a what-if and is not printed as an official paper; what is printed here"
    " is a plan of the roster and the policy as they stand, or the recorded moves. To print the what-if,"
    " change the roster, the units or the policy accordingly and propose again.",
)
TYPESETTING = Text("正在排版…", "Setting the pages…")
UNSAVED = Text("未保存的文件", "unsaved file")
BUTTONS = {
    "excel": (Text("保存 &Excel…", "Save &Excel…"), "Ctrl+E"),
    "pdf": (Text("保存 P&DF…", "Save P&DF…"), "Ctrl+S"),
    "print": (Text("打印(&P)…", "&Print…"), "Ctrl+P"),
    "close": (Text("关闭(&C)", "&Close"), ""),
}
