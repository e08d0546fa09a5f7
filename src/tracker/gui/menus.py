"""The window's actions as data: what each is called, its keys, and where it stands."""

from dataclasses import dataclass, field

from PySide6.QtGui import QKeySequence

from tracker.words import _


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action. ``key`` is what the window binds it by."""

    key: str
    text: str
    shortcut: str | QKeySequence.StandardKey = ""
    tip: str = ""
    bar_text: str = ""  # on the toolbar, where it differs


@dataclass(frozen=True, slots=True)
class MenuSpec:
    """A menu; None among its entries is a line."""

    title: str
    entries: tuple[ActionSpec | None, ...] = field(default_factory=tuple)


def menus() -> tuple[MenuSpec, ...]:
    """All menus, in the language chosen at the start."""
    keys = QKeySequence.StandardKey
    return (
        MenuSpec(
            _("台账(&L)"),
            (
                ActionSpec("new_ledger", _("新建台账…")),
                ActionSpec("open_ledger", _("打开台账…"), keys.Open),
                ActionSpec("open_demo", _("打开示例台账")),
                ActionSpec("open_folder", _("打开台账文件夹")),
                None,
                ActionSpec(
                    "import_reports",
                    _("导入报告…"),
                    "Ctrl+I",
                    _("从年度报告中读出问题和计划任务，核对后写入台账；也可以把文件拖到窗口里"),
                    _("导入报告…"),
                ),
                ActionSpec("export", _("导出进度表…"), keys.Save, _("导出可打印的 Excel 进度表")),
                None,
                ActionSpec("check", _("检查台账…"), tip=_("检查数据库、操作记录和佐证文件是否完好")),
                None,
                ActionSpec("quit", _("退出"), keys.Quit),
            ),
        ),
        MenuSpec(
            _("编辑(&E)"),
            (
                ActionSpec("undo", _("撤销"), keys.Undo),
                ActionSpec("redo", _("重做"), "Ctrl+Y"),
                None,
                ActionSpec("copy", _("复制所选行"), tip=_("可直接粘贴到 Excel 或 WPS 表格")),
                ActionSpec("select_all", _("全选")),
                None,
                ActionSpec("find", _("搜索"), keys.Find),
                ActionSpec("clear_filter", _("清除筛选"), "Ctrl+Shift+F"),
            ),
        ),
        MenuSpec(
            _("事项(&I)"),
            (
                ActionSpec("new_item", _("新建事项…"), keys.New, _("手工登记一个问题或一项计划任务")),
                None,
                ActionSpec("note", _("登记进展"), "Ctrl+J"),
                ActionSpec("evidence", _("添加佐证…"), "Ctrl+E"),
            ),
        ),
        MenuSpec(_("查看(&V)"), (ActionSpec("refresh", _("刷新"), keys.Refresh),)),
        MenuSpec(_("帮助(&H)"), (ActionSpec("log_folder", _("打开日志文件夹")), ActionSpec("about", _("关于")))),
    )


BAR_ORDER = ("import_reports", "new_item", "export", "undo", "redo")
