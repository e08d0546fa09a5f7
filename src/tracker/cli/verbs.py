"""All verbs of the command line, listed once: name, what it does in words, the function that does it."""

from collections.abc import Callable
from typing import NamedTuple

from tracker.cli import closing, editing, evidence, exporting, importing, keeping, measures, people, reading, urging
from tracker.words import _


class Verb(NamedTuple):
    """One verb; ``help`` is shown by --help."""

    name: str
    help: str
    run: Callable[..., None]


VERBS: tuple[Verb, ...] = (
    Verb("extract", _("读一份报告，显示读出的问题和计划任务，不改动台账"), importing.extract),
    Verb("import", _("把报告读进台账；同一份再导入，不会重复；没有台账时自动新建"), importing.import_reports),
    Verb("list", _("列出事项，可按类别、状态、单位、年度、来源、文字筛选"), reading.list_items),
    Verb("show", _("显示一个事项的全部内容"), reading.show),
    Verb("new", _("手工新建一个事项"), editing.new),
    Verb("edit", _("修改一个事项；几处改动算一步；已定的时限要改，须写 --reason"), editing.edit),
    Verb("assign", _('明确责任；没写的分工不变，写成空（--support ""）就是去掉'), editing.assign),
    Verb("note", _("登记进展；只增加，不修改"), editing.note),
    Verb("urge", _("催办：记下日期、对象和内容；不算进展，不改状态"), urging.urge),
    Verb("delete", _("删除登记错了的事项；可以撤销，审核过的不能删"), urging.delete),
    Verb("submit", _("申请销号"), closing.submit),
    Verb("close", _("审核销号"), closing.close),
    Verb("return", _("退回销号申请"), closing.send_back),
    Verb("withdraw", _("撤回已办的销号，回到整改中"), closing.withdraw),
    Verb("move", _("其他状态变动：确认、启动、转为持续整改、终止、转下年度、恢复"), editing.move),
    Verb("link", _("关联两个事项：对应、同类再现、结转"), editing.link),
    Verb("export", _("导出整改进度表（Excel）：可打印的进度表和可筛选的明细"), exporting.export),
    Verb("history", _("显示操作记录，最近的在前"), reading.history),
    Verb("undo", _("撤销最近一步；销号要用 withdraw"), keeping.undo),
    Verb("redo", _("重做刚撤销的一步"), keeping.redo),
    Verb("reports", _("列出导入过的来源文件"), reading.reports),
    Verb("check", _("检查台账是否完好；有问题时退出码为 1"), reading.check),
    Verb("create", _("新建一个空台账"), keeping.create),
    Verb("demo", _("做一份演示台账并打开窗口；没有显示器时打印清单并导出"), keeping.demo),
)
GROUPS: dict[str, tuple[str, tuple[Verb, ...]]] = {
    "measure": (
        _("整改措施：增加、打勾、列出"),
        (
            Verb("add", _("增加一条整改措施"), measures.add),
            Verb("done", _("给一条措施打勾，日期记为今天"), measures.done),
            Verb("list", _("列出一个事项的整改措施"), measures.list_measures),
        ),
    ),
    "evidence": (
        _("佐证材料：收入、列出、核验、取出"),
        (
            Verb("add", _("收入佐证材料：复制进台账；有一份收不进，就都不收"), evidence.add),
            Verb("list", _("列出佐证材料"), evidence.list_evidence),
            Verb("verify", _("核验一份佐证材料"), evidence.verify),
            Verb("get", _("从台账取出一份佐证材料"), evidence.get),
        ),
    ),
    "unit": (
        _("责任单位：列出、新增、改名、合并、停用、恢复"),
        (
            Verb("list", _("列出责任单位和它们的事项数"), people.list_units),
            Verb("add", _("新增责任单位，几个算一步"), people.add_units),
            Verb("rename", _("改名，处处随之更新"), people.rename_unit),
            Verb("merge", _("把重复的单位并入一个，已销号的事项也改过来"), people.merge_units),
            Verb("retire", _("停用；未销号的事项移交给别的单位，已销号的保留原名"), people.retire_unit),
            Verb("restore", _("恢复使用停用的单位"), people.restore_unit),
        ),
    ),
    "person": (
        _("人员：列出、新增、修改、合并、停用、恢复、导入名单"),
        (
            Verb("list", _("列出人员和他们的事项数"), people.list_people),
            Verb("add", _("新增人员"), people.add_person),
            Verb("rename", _("改名，处处随之更新"), people.rename_person),
            Verb("edit", _("修改单位、职务、电话"), people.edit_person),
            Verb("merge", _("把重复的人员并入一个"), people.merge_people),
            Verb("retire", _("停用；未销号的事项移交给别人，已销号的保留原名"), people.retire_person),
            Verb("restore", _("恢复使用停用的人员"), people.restore_person),
            Verb("import", _("从 Excel 或 CSV 名单导入单位和人员；先显示变化，一步写入"), people.import_roster),
        ),
    ),
}
