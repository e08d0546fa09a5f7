"""What Typer says in English, in the chosen language: faults of usage, and the headings of --help."""

import re
from functools import partial
from typing import Any

from typer.core import TyperCommand, TyperGroup

from tracker.words import _

_ENGLISH = (
    (re.compile(r"No such command '(.*?)'"), _("没有“{}”这个命令")),
    (re.compile(r"unexpected extra argument.*? \((?!s\))(.*?)\)"), _("多出了“{}”；含空格的内容请用引号括起来")),
    (re.compile(r"Missing command"), _("没有写命令")),
    (re.compile(r"not a valid int|should be a valid int"), _("这里要写整数")),
    (re.compile(r"(?:not in the range x>=|greater than or equal to )(\d+)"), _("不能小于 {}")),
    (re.compile(r"Option '(.*?)' requires"), _("选项 {} 后面要写内容")),
)
_HELP = (
    (re.compile(r"^Usage: ", re.M), _("用法：")),
    (re.compile(r"^Arguments:$", re.M), _("参数：")),
    (re.compile(r"^Options:$", re.M), _("选项：")),
    (re.compile(r"^Commands:$", re.M), _("命令：")),
    (re.compile(r"Show this message and exit\."), _("显示这份说明")),
    (re.compile(r"\[required\]"), _("[必填]")),
    (re.compile(r"\[default: (.*?)\]"), _("[默认 {}]")),
)


class Command(TyperCommand):
    """A verb whose help has its headings in words."""

    def get_help(self, ctx: Any) -> str:
        return help_words(super().get_help(ctx))


class Group(TyperGroup):
    """As ``Command``, of several verbs."""

    def get_help(self, ctx: Any) -> str:
        return help_words(super().get_help(ctx))


def help_words(text: str) -> str:
    """A page of help as Typer formats it, with its own English put into words."""
    for pattern, ours in _HELP:
        text = pattern.sub(partial(_filled, ours), text)
    return text


def _filled(words: str, match: re.Match[str]) -> str:
    return words.format(*match.groups())


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
        near = _("、").join(getattr(error, "possibilities", None) or ())
        said = _("没有选项 {option}").format(option=error.option_name)
        return _("{fault}（是不是 {near}）").format(fault=said, near=near) if near else said
    message = str(error.message)
    for pattern, chinese in _ENGLISH:
        if match := pattern.search(message):
            message = chinese.format(*match.groups())
            break
    where = getattr(error, "param_hint", None) or (_parameter(error) if getattr(error, "param", None) else "")
    return _("{what}：{words}").format(what=where, words=message) if where else message


def _parameter(error: Any) -> str:
    parameter = error.param
    if parameter is None:
        return str(error.param_hint or "")
    return str(parameter.opts[0] if str(parameter.opts[0]).startswith("-") else parameter.metavar or parameter.name)
