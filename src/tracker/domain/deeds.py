"""What a step did, in the chosen language: the journal keeps its words in Chinese, and the ways they go are few."""

import re
from functools import lru_cache
from string import Formatter

from tracker.words import N_, _, chosen_language

# As operations tell of themselves, the longer before those that would swallow it; a test performs them
_DEEDS = (
    N_("撤销：{deed}"),
    N_("重做：{deed}"),
    N_("新建{word} {code}"),
    N_("确定 {code} 的时限为{day}"),
    N_("{code} 延期至 {day}"),
    N_("登记 {code} 的进展"),
    N_("{code} 增加整改措施"),
    N_("{code} 完成措施{n}"),
    N_("{code} 删除措施{n}"),
    N_("修改 {code} 的措施{n}"),
    N_("调整 {code} 的措施次序"),
    N_("{code} 增加佐证材料 {n} 份"),
    N_("{code} 佐证材料“{name}”{word}"),
    N_("{code} 移除佐证材料“{name}”"),
    N_("修改 {code} 的佐证材料“{name}”"),
    N_("修改 {code} 的{fields}"),
    N_("批量修改 {n} 项的{fields}"),
    N_("明确 {code} 的责任：{parts}（新加入名单：{names}）"),
    N_("明确 {code} 的责任：{parts}"),
    N_("取消 {code} 与 {other} 的关联"),
    N_("{code} {word} {other}"),
    N_("{code} {word}"),
    N_("催办 {codes} 等 {n} 项"),
    N_("催办 {codes}"),
    N_("删除 {codes} 等 {n} 项"),
    N_("删除 {codes}"),
    N_("导入《{name}》：{parts}"),
    N_("从《{name}》导入名单：{parts}"),
    N_("责任单位 {name} 改名为 {new}"),
    N_("人员 {name} 改名为 {new}"),
    N_("新增责任单位 {name}"),
    N_("修改责任单位 {name}"),
    N_("删除责任单位 {name}"),
    N_("恢复使用责任单位 {name}"),
    N_("把责任单位 {names} 并入 {new}"),
    N_("调整责任单位的次序"),
    N_("新增人员 {name}"),
    N_("修改人员 {name}"),
    N_("删除人员 {name}"),
    N_("恢复使用人员 {name}"),
    N_("把人员 {names} 并入 {new}"),
    N_("停用{word} {name}，{n} 项未销号事项移交 {new}"),
    N_("停用{word} {name}"),
    N_("视图“{name}”改名为“{new}”"),
    N_("保存视图“{name}”"),
    N_("修改视图“{name}”"),
    N_("删除视图“{name}”"),
    N_("调整视图次序"),
)
# What stands within them, parted by commas: how many came with a file, and who answers now
_PARTS = (
    N_("{n} 项问题"),
    N_("{n} 项计划任务"),
    N_("{n} 处关联"),
    N_("没有事项"),
    N_("新增责任单位 {n} 个"),
    N_("恢复责任单位 {n} 个"),
    N_("新增人员 {n} 名"),
    N_("更新人员 {n} 名"),
    N_("没有变化"),
    N_("{role}（无）"),
    N_("{role}{names}"),
)
_PLACES = {
    "code": r"\d{4}-[问计]-\d+",
    "other": r"\d{4}-[问计]-\d+",
    "codes": r"\d{4}-[问计]-\d+(?:、\d{4}-[问计]-\d+)*",
    "n": r"\d+",
    "role": "牵头单位|配合单位|责任人|分管领导",
    "word": r"[^\s“”]+",
}
_BETWEEN = "；"  # several deeds that were one step
_MARKS = (N_("，"), N_("、"))
_PARTING = re.compile("(，|(?<=项问题)、)")


def told(words: str) -> str:
    """The ``words`` of a step as people read them; as they are where they go in no way that is known here."""
    if chosen_language() == "zh_CN":
        return words
    return _("；").join(_read(_DEEDS, deed) for deed in words.split(_BETWEEN))


def _read(known: tuple[str, ...], text: str) -> str:
    for word, pattern in _patterns(known):
        if match := pattern.fullmatch(text):
            return _(word).format(**{place: _shown(place, said) for place, said in match.groupdict().items()})
    return text


def _shown(place: str, said: str) -> str:
    match place:
        case "deed":
            return _read(_DEEDS, said)
        case "parts":
            return "".join(_(word) if word in _MARKS else _read(_PARTS, word) for word in _PARTING.split(said))
        case "fields":
            return _("、").join(_(word) for word in said.split("、"))
        case "word" | "role" | "day":
            word = said
            return _(word)
    return said


@lru_cache(maxsize=2)
def _patterns(known: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((words, _pattern(words)) for words in known)


def _pattern(words: str) -> re.Pattern[str]:
    """What ``words`` match, a group for each of their places."""
    pieces = (
        re.escape(text) + (f"(?P<{place}>{_PLACES.get(place, '.+')})" if place else "")
        for text, place, _spec, _conversion in Formatter().parse(words)
    )
    return re.compile("".join(pieces), re.S)
