"""Who reports on which year, under what title: read off the head and the foot of the paper."""

import re
from dataclasses import dataclass
from datetime import date

from tracker.domain.numbering import CN
from tracker.intake.digits import plain
from tracker.intake.healing import Healed, Paragraph
from tracker.intake.numbering import chinese_number, starts_with_number
from tracker.intake.rules import OTHER_SECTION, names_all_problems

_PLACE = r"[\u4e00-\u9fff]"
_BODY_ENDS = (
    r"(?:人民政府办公室|人民政府|街道办事处|办事处|管理委员会|管委会|委员会|委员会办公室|执法局|管理局|"
    r"监督局|分局|支队|大队|总队|监察局|办公室|委办|"
    r"局|厅|委|镇政府|乡政府|区政府|县政府|市政府|镇|乡|街道|中心|站|处|院|所|署|社|会)"
)
_ORGANIZATION = re.compile(rf"(?:中共)?{_PLACE}{{2,28}}?{_BODY_ENDS}(?:[（(]{_PLACE}{{2,20}}[）)])?")
_REPORT_WORDS = re.compile(r"法治|依法行政|依法治|法制|述法|普法|行政执法")
_PAPER_WORDS = re.compile(r"报告|总结|汇报|情况|年报|要点|工作计划|工作打算|自查|综述")
_YEAR = re.compile(r"(?<![\d—\-－至])(20\d\d)年?(?!\s*[—\-－~至]\s*20)(?=[年度\u4e00-\u9fff])")
_DATE = re.compile(rf"(20\d\d)(?:年(\d{{1,2}}|[{CN}]{{1,2}})月|[-./](\d{{1,2}})[-./]\d)")
_DATE_LINE = re.compile(
    r"[（(]?(?:20\d\d年\d{1,2}月(?:\d{1,2}日)?|二[〇○零Oo][^年]{2}年[^月]{1,2}月(?:[^日\n]{1,3}日)?|"
    r"20\d\d[-./]\d{1,2}[-./]\d{1,2})[）)]?"
)
_PAPER_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}[〔\[【（(](20\d\d)[〕\]】）)]\d+号")
_TRAILER = re.compile(
    r"(?:附件|附[:：]|附表|抄送|抄报|主送|联系人|联系电话|[（(]?此件|主题词|责任编辑|编辑[:：]|"
    r"来源[:：]|打印|分享|上一篇|下一篇|扫一扫|版权|相关(?:链接|附件|文档|阅读)|信息来源|"
    r"发布(?:时间|日期|单位|机构)|特此报告|特此汇报|专此报告|以上报告|妥否)"
)
# …落到实处。特此报告。某局2024年1月5日: the foot ran into the last sentence
_GLUED_FOOT = re.compile(
    rf"(?<=[。！）)])\s*(?:(?:特此|专此)(?:报告|汇报)[。！]?)?\s*(?:{_PLACE}{{4,30}}\s*)?(?:{_DATE_LINE.pattern})\s*"
    r"(?:[（(]?(?:联系人|联系电话|此件|抄送)[^\n]{0,60})?$"
    r"|(?<=[。！）)])\s*(?:特此|专此)(?:报告|汇报)[。！]?\s*$"
)
_ATTACHED = re.compile(r"(?:附件|附表|附)\s*\d?\s*[:：]|附件\d?$|特此报告|特此汇报|专此报告|抄送")
_TITLE_ENDS = re.compile(r"(?:报告|总结|汇报|情况|年报|要点|计划|打算|综述)(?:[（(][^）)]*[）)])?$")
# …工作总结 / 及2018年工作思路
_SECOND_HALF = re.compile(r"(?:及|暨|和|与|并)[^，。；：]{2,24}(?:思路|打算|安排|计划|要点|设想|重点|报告|总结)$")
_YEAR_WORD = r"(?:(?:20\d\d|二[〇○零O]..)年?度?)"
_PLACE_ENDS = re.compile(r"[省市区县州盟旗镇乡道]$")


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the head and foot of a paper say; the healed text between ``start`` and ``end`` is its body."""

    title: str
    organization: str
    report_year: int | None
    signed_on: date | None
    start: int
    end: int


def read(healed: Healed) -> Masthead:
    """The masthead of a paper, each part empty or None where the paper does not tell."""
    start = _body_start(healed)
    end = _body_end(healed, start)
    head = [healed.text[p.start : p.end] for p in healed.paragraphs if p.start < start]
    foot = [healed.text[p.start : p.end] for p in healed.paragraphs if p.start >= end]
    opening = healed.text[start : start + 600]
    title = _title(head) or _glued_title(opening)
    if title and not _title(head):
        start += len(title)
        opening = healed.text[start : start + 600]
    tail = healed.text[max(start, len(healed.text) - 80) :]
    organization = _organization(head, title, foot, opening, tail)
    signed = _signed_on(head, foot, tail)
    year = _report_year(title, opening, head, healed.text[start:end], signed)
    if title.startswith("关于") and organization and organization not in title:
        title = organization + title
    return Masthead(title, organization, year, signed, start, end)


def _body_start(healed: Healed) -> int:
    """Where the first paragraph of running text or the first number begins."""
    before: list[str] = []
    for paragraph in healed.paragraphs[:60]:
        text = healed.text[paragraph.start : paragraph.end]
        if starts_with_number(text) and not _REPORT_WORDS.search(text[:3]):
            return paragraph.start
        titled = any(_TITLE_ENDS.search(line) and _REPORT_WORDS.search(line) for line in before)
        if titled and (OTHER_SECTION.fullmatch(text) or names_all_problems(text)):
            return paragraph.start
        before.append(text)
        if len(text) > 60 or (re.search(r"[，。；]", text) and len(text) > 24):
            return paragraph.start
    return healed.paragraphs[0].start if healed.paragraphs else 0


def _body_end(healed: Healed, start: int) -> int:
    """Where signature, date, attachments and the web page's own words begin."""
    numbered = [
        (p.start, healed.text[p.start : p.start + 8])
        for p in healed.paragraphs
        if starts_with_number(healed.text[p.start : p.start + 8])
    ]
    last = max((at for at, _text in numbered), default=start)
    # 附件：1.… 2.… is numbered too, but never with 一、 or （一）
    last_heading = max((at for at, text in numbered if not re.match(r"\d|[⒈-⒛]", text)), default=start)
    end = len(healed.text)
    for index, paragraph in enumerate(healed.paragraphs):
        if paragraph.start <= max(last_heading, start):
            continue
        text = healed.text[paragraph.start : paragraph.end]
        if _ATTACHED.match(text) or (paragraph.start > last and _is_trailer(healed, healed.paragraphs, index)):
            end = paragraph.start
            break
    glued = _GLUED_FOOT.search(healed.text, max(start, end - 120), end)
    return glued.start() if glued else end


def _is_trailer(healed: Healed, paragraphs: tuple[Paragraph, ...], index: int) -> bool:
    text = healed.text[paragraphs[index].start : paragraphs[index].end]
    if _TRAILER.match(text) or _DATE_LINE.fullmatch(text):
        return True
    following = [healed.text[p.start : p.end] for p in paragraphs[index + 1 : index + 4]]
    signature = len(text) <= 30 and _ORGANIZATION.fullmatch(text) and not re.search(r"[，。；：]", text)
    if signature and (not following or any(_DATE_LINE.fullmatch(line) or _TRAILER.match(line) for line in following)):
        return True
    return bool(re.fullmatch(rf"{_PLACE}{{4,30}}?{_BODY_ENDS}{_DATE_LINE.pattern}", text))


def _title(head: list[str]) -> str:
    """The line that names the paper, with the lines above and below that belong to it."""
    lines = [line for line in head if not _is_front_matter(line)]
    for index, line in enumerate(lines):
        if not (_REPORT_WORDS.search(line) and (_PAPER_WORDS.search(line) or index + 1 < len(lines))):
            continue
        quoted = re.search(r"关于(?:印发|报送|转发|公布)《([^》]+)》", line)
        if quoted:
            return quoted[1]
        title = line
        if not _TITLE_ENDS.search(title) and index + 1 < len(lines):
            below = lines[index + 1]
            if _PAPER_WORDS.search(below) and len(below) <= 30:
                title += below
        elif index + 1 < len(lines) and _SECOND_HALF.match(lines[index + 1]):
            title += lines[index + 1]
        above = lines[index - 1] if index else ""
        leads = _is_organization(above) or re.search(r"(?:关于|年|年度|的|在|推进)$", above)
        if above and leads and len(above) <= 40 and above not in title and not re.search(r"[。，：；]", above):
            title = above + title
        return title.strip("*# 　")
    return ""


def _is_front_matter(line: str) -> bool:
    return bool(
        _PAPER_NUMBER.fullmatch(line)
        or _DATE_LINE.fullmatch(line)
        or _TRAILER.match(line)
        or (
            re.search(
                r"^您?(?:当前|现在)?(?:所在)?的?位置|^首页|(?:文件|签发人[:：].*|机密.*|公开.*|索引号.*|索引号.*)$",
                line,
            )
            and not _PAPER_WORDS.search(line)
        )
    )


def _glued_title(opening: str) -> str:
    """The title of a paper whose first paragraph runs on from it."""
    found = re.match(
        r"[^，。；：\n]{0,50}?(?:法治|依法行政)[^，。；：\n]{0,30}?(?:报告|总结|汇报|年报|"
        r"情况(?!的))(?=20\d\d年|\s|\n|今年|一年来|近年|根据|为|按照|在|(?:[^，。；：\n]{2,20}：)+(?!.{0,4}一是))",
        opening,
    )
    return found[0].strip() if found else ""


def _is_organization(line: str) -> bool:
    return bool(_ORGANIZATION.fullmatch(line)) and not re.search(r"报告|总结|汇报|情况|建设工作", line)


def _organization(head: list[str], title: str, foot: list[str], opening: str, tail: str) -> str:
    """The body that reports: a line of its own at the head, the title, the signature, or the first sentence."""
    for line in head:
        bare = re.sub(r"文件$|(?:报告|报送|填报)单位[:：]", "", line).strip(" （）()")
        if line != title and _is_organization(bare) and len(bare) >= 4:
            return _fuller(bare, [*foot, tail]) or bare
    quoting = " ".join(head)
    named = re.match(
        rf"{_YEAR_WORD}?((?![年度])(?:中共)?{_PLACE}{{2,40}}?)(?:关于|{_YEAR_WORD}|开展|推进|法治|依法|"
        rf"落实|贯彻|全面依法|年度|加强|全面推进)",
        title,
    ) or re.match(rf"((?:中共)?{_PLACE}{{2,40}}?)关于", quoting)
    name = named[1] if named else ""
    if _is_organization(name) and not _PLACE_ENDS.search(name):
        return re.sub(r"委(?=[^委]{2,12}人民政府$)", "委 ", name) if name.startswith("中共") else name
    fuller = _fuller(name, [*foot, tail, opening]) if name else ""
    if fuller:
        return fuller
    for line in foot:
        bare = _DATE_LINE.sub("", line).strip()
        if _is_organization(bare) and len(bare) >= 4:
            return bare
    signed = re.search(rf"[。！\n]({_ORGANIZATION.pattern})\s*{_DATE_LINE.pattern}\s*$", tail)
    if signed:
        return signed[1]
    if 2 <= len(name) <= 20 and _PLACE_ENDS.search(name):
        # a place reports through its government, whose full name the paper leaves unsaid
        return name + ("办事处" if name.endswith("街道") else "人民政府")
    return _first_mention(opening) or (name if len(name) <= 20 else "")


def _fuller(name: str, texts: list[str]) -> str:
    """松岭镇 in the title is signed 松岭镇人民政府."""
    if not _PLACE_ENDS.search(name):
        return ""
    found = re.search(rf"{name}(?:人民政府|街道办事处|办事处|管理委员会|管委会)", "\n".join(texts))
    return found[0] if found else ""


def _first_mention(opening: str) -> str:
    """2023年以来，某市某局坚持…: the subject of the first sentence."""
    for found in re.finditer(
        rf"(?:^|[，。；：\n]|现将|中，)({_PLACE}{{2,4}}?[省市区县州盟旗镇乡]{_PLACE}{{0,16}}?{_BODY_ENDS})"
        r"(?=坚持|在|深入|认真|以|紧|全面|始终|积极|严格|高度|按照|牢固|切实|扎实|持续|20\d\d|法治|贯彻|"
        r"对照|根据|着力|围绕|,|，)",
        opening,
    ):
        if not re.search(r"领导|指导|关心|支持|委、|党委$", found[1]):
            return found[1]
    return ""


def _report_year(title: str, opening: str, head: list[str], body: str, signed: date | None) -> int | None:
    for text in (title, *(line for line in head if _REPORT_WORDS.search(line))):
        years = _years(text)
        if years:
            return years[0]
    intro = opening[:260]
    found = re.search(
        r"(20\d\d)年(?:以来|度?[，,]|度?(?:法治|依法)|.{0,12}?(?:法治政府|依法行政|法治建设))", _without_plans(intro)
    )
    if found:
        return int(found[1])
    coming = re.search(r"(?:^|\n)[一-十]{1,2}、(20\d\d)年度?[^\n。]{0,20}?(?:计划|打算|安排|思路|重点)", body)
    if coming:
        return int(coming[1]) - 1
    if signed is not None:  # one signed in the first half tells of the year before
        return signed.year - (1 if signed.month <= 6 else 0)
    for line in head:
        numbered = _PAPER_NUMBER.search(line)
        if numbered:
            return int(numbered[1]) - 1
    anywhere = _years(_without_plans(body))
    return anywhere[0] if anywhere else None


def _years(text: str) -> list[int]:
    return [int(found[1]) for found in _YEAR.finditer(_without_plans(plain(text)))]


def _without_plans(text: str) -> str:
    """Without 《…（2021—2025年）》: such years name a plan."""
    return re.sub(r"《[^》]*》|20\d\d\s*年?\s*[—\-－~至]+\s*20\d\d\s*年?", "", text)


def _signed_on(head: list[str], foot: list[str], tail: str) -> date | None:
    """The date the paper bears at its foot, else at its head."""
    for text in (*reversed(foot), tail, *head):
        found = _DATE.search(plain(text))
        month = chinese_number(found[2] or found[3]) if found else 0
        if found and _DATE_LINE.search(plain(text)) and 1 <= month <= 12:
            return date(int(found[1]), month, 1)
    return None
