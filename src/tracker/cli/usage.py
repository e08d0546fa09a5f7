"""Faults of usage, in Chinese: what Typer says in English when a command line cannot be understood."""

import re
from typing import Any

from tracker.words import _

_ENGLISH = (
    (re.compile(r"No such command '(.*?)'"), _("没有“{}”这个命令")),
    (re.compile(r"unexpected extra argument.*? \((?!s\))(.*?)\)"), _("多出了“{}”；含空格的内容请用引号括起来")),
    (re.compile(r"Missing command"), _("没有写命令")),
    (re.compile(r"not a valid int|should be a valid int"), _("这里要写整数")),
    (re.compile(r"(?:not in the range x>=|greater than or equal to )(\d+)"), _("不能小于 {}")),
    (re.compile(r"Option '(.*?)' requires"), _("选项 {} 后面要写内容")),
)


def is_usage(error: BaseException) -> bool:
    """Whether ``error`` is Typer's word for a command line that cannot be understood.

    Told by what it can do: Typer has moved and renamed these classes between versions.
    """
    return getattr(error, "exit_code", None) == 2 and hasattr(error, "format_message")


def words(error: Any) -> str:
    """One Chinese line: what is wrong, and where to look."""
    context: Any = getattr(error, "ctx", None)
    command = context.command_path if context else "tracker"
    if type(error).__name__ == "NoArgsIsHelpError":
        return str(error.message)  # the whole help
    return _("用法不对：{fault}。说明见 {command} --help").format(fault=_fault(error).rstrip("。."), command=command)


def _fault(error: Any) -> str:
    name = type(error).__name__
    if name == "MissingParameter":
        return _("缺少 {parameter}").format(parameter=_parameter(error))
    if name == "NoSuchOption":
        near = "、".join(getattr(error, "possibilities", None) or ())
        said = _("没有选项 {option}").format(option=error.option_name)
        return f"{said}（{_('是不是')} {near}）" if near else said
    message = str(error.message)
    for pattern, chinese in _ENGLISH:
        if match := pattern.search(message):
            message = chinese.format(*match.groups())
            break
    where = getattr(error, "param_hint", None) or (_parameter(error) if getattr(error, "param", None) else "")
    return f"{where}：{message}" if where else message


def _parameter(error: Any) -> str:
    parameter = error.param
    if parameter is None:
        return str(error.param_hint or "")
    return str(parameter.opts[0] if str(parameter.opts[0]).startswith("-") else parameter.metavar or parameter.name)
