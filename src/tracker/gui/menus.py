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
class SubmenuSpec:
    """A menu within a menu that the window fills when it is opened; ``key`` is what it binds it by."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class MenuSpec:
    """A menu; None among its entries is a line."""

    title: str
    entries: tuple[ActionSpec | SubmenuSpec | None, ...] = field(default_factory=tuple)


def menus() -> tuple[MenuSpec, ...]:
    """All menus, in the language chosen at the start."""
    keys = QKeySequence.StandardKey
    return (
        MenuSpec(
            _("台账(&L)"),
            (
                ActionSpec(
                    "new_ledger", _("新建台账…"), tip=_("多年的报告放在同一本台账里，才看得出问题有没有连年出现")
                ),
                ActionSpec("open_ledger", _("打开台账…"), keys.Open, _("选择里面有 ledger.db 的文件夹")),
                SubmenuSpec("recent", _("最近打开")),
                ActionSpec("open_demo", _("打开示例台账"), tip=_("虚构单位的三年台账，可以随便试，不影响自己的数据")),
                ActionSpec("open_folder", _("打开台账文件夹"), tip=_("备份或换电脑：先关闭程序，再复制整个文件夹")),
                None,
                ActionSpec(
                    "import_reports",
                    _("导入报告…"),
                    "Ctrl+I",
                    _("从年度报告中读出问题和计划任务，核对后写入台账；也可以把文件拖到窗口里"),
                    _("导入报告…"),
                ),
                ActionSpec(
                    "read_returned",
                    _("读入收回的表…"),
                    tip=_("读入单位填好交回的 Excel 表，先看改了什么再写入；也可以把文件拖到窗口里"),
                ),
                ActionSpec("export", _("导出进度表…"), keys.Save, _("导出可打印的 Excel 进度表")),
                ActionSpec("print", _("打印进度表…"), keys.Print, _("预览后打印，或另存为 PDF")),
                None,
                ActionSpec("check", _("检查台账…"), tip=_("检查数据库、操作记录和佐证文件是否完好")),
                ActionSpec("settings", _("设置…"), "Ctrl+,", _("姓名、语言、颜色、字号、提醒")),
                None,
                ActionSpec("quit", _("退出"), keys.Quit),
            ),
        ),
        MenuSpec(
            _("编辑(&E)"),
            (
                ActionSpec("undo", _("撤销"), keys.Undo, _("撤销也会记入操作记录；审核销号不能撤销，只能写明理由撤回")),
                ActionSpec("redo", _("重做"), "Ctrl+Y"),
                None,
                ActionSpec("copy", _("复制所选行"), tip=_("可直接粘贴到 Excel 或 WPS 表格")),
                ActionSpec("select_all", _("全选")),
                None,
                ActionSpec(
                    "find",
                    _("搜索"),
                    keys.Find,
                    _("标题、原文、措施、进展、单位、佐证文件名都找；标题和单位可用拼音首字母"),
                ),
                ActionSpec("clear_filter", _("清除筛选"), "Ctrl+Shift+F", _("去掉筛选和搜索，显示全部事项")),
                ActionSpec("save_view", _("存为视图…"), "Ctrl+D", _("记住现在的筛选、排序、分组和列，以后一点就到")),
            ),
        ),
        MenuSpec(
            _("事项(&I)"),
            (
                ActionSpec("new_item", _("新建事项…"), keys.New, _("手工登记一个问题或一项计划任务")),
                ActionSpec("edit_cell", _("就地修改"), "F2", _("在表格里直接改状态、单位、期限和进度")),
                ActionSpec("bulk_edit", _("批量修改…"), "Ctrl+B", _("一次改所选的多个事项，可一步撤销")),
                None,
                ActionSpec("note", _("登记进展"), "Ctrl+J", _("登记后不能改写，只能继续补充，这样才能作证")),
                ActionSpec(
                    "evidence",
                    _("添加佐证…"),
                    "Ctrl+E",
                    _("文件会复制进台账，原来的以后移动、删除都没关系"),
                ),
                ActionSpec("urge", _("催办…"), "Ctrl+U", _("给所选事项记一次催办，带日期和对象")),
                None,
                ActionSpec("drop_items", _("删除事项…"), tip=_("只删登记错了的事项；可以撤销")),
            ),
        ),
        MenuSpec(
            _("查看(&V)"),
            (
                ActionSpec("go_dashboard", _("工作台"), "Ctrl+1"),
                ActionSpec("go_all", _("全部事项"), "Ctrl+2"),
                ActionSpec("go_problems", _("问题整改"), "Ctrl+3"),
                ActionSpec("go_commitments", _("计划任务"), "Ctrl+4"),
                None,
                SubmenuSpec("columns", _("显示的列")),
                SubmenuSpec("grouping", _("分组")),
                None,
                ActionSpec("refresh", _("刷新"), keys.Refresh, _("别人或命令行改过台账时，重新读一遍")),
            ),
        ),
        MenuSpec(
            _("帮助(&H)"),
            (
                ActionSpec("manual", _("使用手册"), keys.HelpContents, _("打开讲当前这一处的一章")),
                None,
                ActionSpec("log_folder", _("打开日志文件夹")),
                ActionSpec("about", _("关于"), tip=_("版本、各文件夹的位置，打包日志给维护人员")),
            ),
        ),
    )


BAR_ORDER = ("import_reports", "new_item", "export", "undo", "redo")
