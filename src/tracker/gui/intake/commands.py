"""What can be done in the import review, listed once: its words, its keys, and why one would."""

from dataclasses import dataclass

from tracker.words import _


@dataclass(frozen=True, slots=True)
class Command:
    """``keys`` as Qt spells them, the first one shown. ``plain`` keys mean typing inside a field, so they work
    in the list and the source alone."""

    name: str  # the method of ReviewDialog, do_<name>, that does it
    words: str
    keys: tuple[str, ...]
    tip: str
    plain: bool = False

    @property
    def shown(self) -> str:
        """The words with the key behind them, as a button shows them."""
        return f"{self.words}  {shown_key(self.keys[0])}"

    @property
    def all_keys(self) -> str:
        """All its keys, as tooltips name them."""
        return " / ".join(dict.fromkeys(map(shown_key, self.keys)))


def shown_key(key: str) -> str:
    """A key as people read it: Alt+↑ for Qt's Alt+Up; Return and Enter are one key to them."""
    return key.replace("Up", "↑").replace("Down", "↓").replace("Return", "Enter")


def commands() -> dict[str, Command]:
    """All commands by name, in the language that is chosen now."""
    listed = (
        Command("accept", _("采用"), ("Return", "Enter"), _("这一项写入台账，并转到下一项未核对的"), plain=True),
        Command("reject", _("不采用"), ("Del",), _("这一项不写入台账，并转到下一项未核对的"), plain=True),
        Command("merge", _("并入上一项"), ("Ctrl+M",), _("两项其实是一件事：原文、措施、责任单位合在一起")),
        Command("split", _("在光标处拆分"), ("Ctrl+K",), _("一项其实是两件事：先在原文里点一下要拆开的地方")),
        Command("kind", _("改为任务"), ("Ctrl+T",), _("问题和计划任务互换；任务没有写明时限的，推定为年底")),
        Command("link", _("关联往年事项"), ("Ctrl+L",), _("认可提示的往年相似事项：结转或同类再现；再按一次取消")),
        Command("accept_all", _("全部采用"), ("Ctrl+Shift+A",), _("采用所有还没有核对的；已在台账里的不重复写入")),
        Command("previous", _("上一处"), ("Alt+Up", "Shift+F3"), _("转到上一个候选事项")),
        Command("next", _("下一处"), ("Alt+Down", "F3"), _("转到下一个候选事项")),
        Command("next_gap", _("下一个缺口"), ("F8",), _("依次转到缺口检查列出的各处")),
        Command("previous_gap", _("上一个缺口"), ("Shift+F8",), _("转回缺口检查列出的前一处")),
        Command("undo", _("撤销"), ("Ctrl+Z",), _("撤销刚才的核对操作")),
        Command("redo", _("重做"), ("Ctrl+Y", "Ctrl+Shift+Z"), _("恢复刚才撤销的核对操作")),
        Command("add_problem", _("设为问题"), ("Ctrl+1",), _("把原文里选中的话加为一个问题")),
        Command("add_task", _("设为任务"), ("Ctrl+2",), _("把原文里选中的话加为一项计划任务")),
        Command("write", _("写入台账"), ("Ctrl+Return", "Ctrl+Enter"), _("把采用的事项一次写入台账，可整体撤销")),
    )
    return {command.name: command for command in listed}
