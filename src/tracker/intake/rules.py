"""What headings and cue sentences of annual reports look like: patterns as data, each with its reason."""

import re
from enum import Flag, auto

from tracker.intake.digits import plain


class Topic(Flag):
    """What a heading promises; 三、存在的不足、原因和整改情况 promises three things."""

    NONE = 0
    PROBLEM = auto()
    PLAN = auto()
    CAUSE = auto()
    MEASURE = auto()  # measures that answer the problems
    DONE = auto()  # of measures: told as done already (整改情况), so never a plan
    INTRO = auto()  # 总体要求: leads to tasks, is none
    CONTAINER = auto()  # 重点任务: holds the tasks
    UPKEEP = auto()  # 保障措施: how the tasks beside it are backed, none itself
    OTHER = auto()


# --- words ------------------------------------------------------------------------------------------------

# What a report calls its problems
_LACK = (
    r"(?:问题|不足|困难|短板|薄弱环节|薄弱点|薄弱之处|弱项|差距|困境|瓶颈|难点|欠缺|短项|缺点|缺陷|挑战|堵点|"
    r"(?:需要|有待|亟待|需)(?:进一步)?(?:改进|加强|提升|完善|解决)的(?:方面|地方|环节|问题|事项)|制约因素)"
)
# Words that may stand before them without making the heading tell of an achievement
_FILLER = (
    r"(?:当前|目前|现阶段|主要|我局|我委|我办|我镇|我乡|我街道|我县|我区|我市|本单位|我单位|本年度|年度|"
    r"全年|今年|20\d\d年度?|在|推进|开展|落实|"
    r"全面|依法治[国省市县区]|法治政府建设|法治建设|法治政府|法治|依法行政|普法|行政执法|工作|建设|中|"
    r"过程|的|仍|还|尚|依然|也|存在|面临|"
    r"突出|一些|几个|方面|上|有|及其|自身|情况|执法|查摆|自查|查找出?|检视|梳理|遇到|制约|影响|反映|下|[\u4e00-\u9fff]{1,12}?(?:法治政府建设|"
    r"法治建设|依法行政)工作?)"
)
_AFTER_LACK = rf"(?:之处|{_LACK}|分析|剖析|方面|情况|清单)*"
# 聚焦突出问题, 解决执法难点, 问题导向: achievements speak of problems too, but with such verbs
_SOLVING = re.compile(
    r"解决|整治|破解|化解|聚焦|整改|排查|导向|回应|补齐|针对|反馈|处置|办理|坚持|抓好|推动|着力|强化|"
    r"加强|攻坚|纠正|消除|治理|防范|防止|研究|协调"
)
_COMING = r"(?:下一?步|下半年|下一?阶段|下一?年度?|今后一段时间|今后|明年|来年|后续|后期|未来|接下来|新一年|新的一年)"
_INTENT = r"(?:计划|打算|安排意见|安排|思路|重点|举措|措施|设想|规划|谋划|部署|目标|任务|方向|展望|要点|建议|考虑|做法)"
_FIRM_INTENT = r"(?:计划|打算|安排|思路|设想|展望|谋划|努力方向)"
# 2023年工作计划完成情况 looks back
_LOOKS_BACK = re.compile(
    r"(?:完成|落实|执行|开展|进展|推进|贯彻|工作|建设|履职)(?:的)?情况|成效|总结|回顾|完成|亮点|做法"
)

_PROBLEM_LOOSE = re.compile(rf".{{0,30}}?{_LACK}{_AFTER_LACK}(?:方面|主要)?")
_PROBLEM_STRICT = re.compile(rf"{_FILLER}*{_LACK}{_AFTER_LACK}")
_PLAN_YEAR = re.compile(r"(20\d\d)年?度?")
_PLAN_LOOSE = re.compile(rf".{{0,30}}(?:{_INTENT}|工作|建设){_INTENT}?(?:情况|方面)?")
_PLAN_STRICT = re.compile(
    rf"(?:关于)?(?:{_COMING}|20\d\d年?度?|我局|我委|我镇|我办|我县|我区|我市|的|全面|推进|开展|加强|深化|"
    rf"依法治[国省市县区]|法治政府建设|法治建设|法治政府|法治|依法行政|"
    rf"普法|行政执法|执法|工作|建设|相关|主要|重点|初步|总体|具体|整改|改进|基本|年度|努力|我们|本单位|"
    rf"全年|整体|{_INTENT})*(?:{_INTENT}|工作)"
)
_FIRM_PLAN = re.compile(
    rf"(?:工作|整改|改进|建设|努力|年度|下一?步|初步|改革){_FIRM_INTENT}$|努力方向$|改进方向$|未来展望$"
)
_CAUSE = re.compile(
    r"(?:法治政府建设|法治建设|工作|存在|产生|造成|导致|主要|问题|的|不足|上述|以上|及|其|根本|深层次|短板|形成|相关)*(?:原因|成因|根源)(?:分析|"
    r"剖析|查找|方面)?"
)
_MEASURE = re.compile(
    rf"(?:针对|存在|主要|的|上述|以上|相关|具体|对|工作|{_LACK})*(?:整改|改进|解决|纠正|应对|"
    rf"提升)(?:落实|完成|工作|推进|的|问题|主要)*"
    r"(?:措施|情况|办法|举措|建议|意见|方向|对策|成效|进展|方案|计划|打算)(?:情况)?|对策(?:建议|措施)?|(?:存在|"
    r"主要)?问题的?整改"
)
_MEASURE_DONE = re.compile(r"(?:情况|成效|进展)$")
_INTRO = re.compile(
    r"(?:20\d\d年?度?|工作|总体|指导|基本|整体|主要|发展|奋斗|的)*(?:思路|要求|思想|目标|原则|考虑|形势|"
    r"定位|理念)"
)
_CONTAINER = re.compile(
    r"(?:20\d\d年?度?|重点|主要|具体|工作|目标|年度|核心|的|推进|落实|法治政府建设|法治建设)*(?:任务|"
    r"工作|措施|举措|安排|重点|内容|要点|计划|抓手|事项)"
)
_UPKEEP = re.compile(
    r"(?:强化|加强|健全|完善|落实|做好)?(?:组织|工作|实施|制度|相关)?(?:保障|组织领导)(?:措施|机制|工作)?|"
    r"(?:有关|相关|几点|工作)要求|组织实施"
)
# 上年度反馈问题整改情况: last year's problems, not this report's
# Sections that are none of ours, known even without a number
OTHER_SECTION = re.compile(
    r"(?:工作|意见|相关|有关|几点)*(?:建议|意见和建议)|其他(?:需要)?(?:报告|说明)?的?(?:事项|情况|问题)|"
    r".{0,30}(?:第一责任人|主要负责人)(?:职责|责任)?.{0,6}情况|"
    r"(?:20\d\d年?度?)?(?:推进)?(?:法治政府建设|法治建设|依法行政)?的?"
    r"(?:主要|重点)?(?:工作|基本|总体)?(?:开展|推进|落实|完成)?(?:工作)?(?:情况|举措和成效|做法和成效|"
    r"举措及成效|做法及成效|成效|做法|亮点)"
)
_BYGONE = re.compile(r"上一?年度?|去年|前一?年度?|反馈|督察|督查|考核|巡察|巡视|审计|评估|检查发现|移交|交办")
# 存在的问题主要有以下几点, 2022年工作计划如下
_AS_FOLLOWS = re.compile(
    r"(?:主要|具体|大致)?(?:有|是|为|表现为|表现在|体现在)?(?:以下|如下)(?:[几一二三四五六七八九十]?个?(?:大?方面|点|问题|条|项)?)?$"
)


def topics(heading: str, *, report_year: int | None, strict: bool) -> Topic:
    """What ``heading`` (without its number) promises. ``strict`` asks that it says nothing else, as is asked of a
    heading below the first level: there a task or an achievement may speak of problems too."""
    bare = re.sub(r"[（(][^（()）]{0,30}[）)]", "", re.sub(r"\s", "", plain(heading)))
    bare = _AS_FOLLOWS.sub("", bare.strip("。：:；;，,、.“”\"'【】[]〖〗"))
    if not 2 <= len(bare) <= 42:
        return Topic.NONE
    found = Topic.NONE
    parts = [part for part in re.split(r"[、，,；;]|以及|及其|[及和与暨]|并", bare) if part]
    for part in parts:
        found |= _part_topic(part, bare, report_year=report_year, strict=strict)
    if strict and Topic.OTHER in found:
        # 加强学习和改进措施 is a task; 存在问题和原因 is a heading only if every part of it is
        return Topic.NONE
    if found & Topic.MEASURE and not found & (Topic.PROBLEM | Topic.PLAN) and _is_bygone(bare, report_year):
        return Topic.OTHER
    return found


_PURE = re.compile(
    rf"(?:当前|目前|现阶段|工作中?|年度|本年度|主要|法治政府建设|法治建设)*(?:仍|还)?(?:存在|"
    rf"面临)?(?:着)?的?(?:主要|突出)?的?{_LACK}"
    rf"(?:[和及与、]?(?:主要)?(?:{_LACK}|原因))*(?:分析|方面|情况)?"
)


def names_all_problems(heading: str) -> bool:
    """Whether a heading names the problems as such (存在的问题), not one of them (普法工作存在短板)."""
    return bool(_PURE.fullmatch(re.sub(r"\s", "", heading).strip("。：:")))


def _part_topic(part: str, whole: str, *, report_year: int | None, strict: bool) -> Topic:
    if re.fullmatch(r"存在|主要|下一?步|面临|问题整改", part):  # 存在、面临的问题: half a phrase
        return Topic.MEASURE | Topic.DONE if part == "问题整改" else Topic.NONE
    if part == "展望":  # 不足与展望
        return Topic.PLAN
    if re.fullmatch(r"(?:工作|意见|相关|有关)*建议|意见", part):  # asked of others, not promised
        return Topic.NONE
    if _CAUSE.fullmatch(part):
        return Topic.CAUSE
    if _MEASURE.fullmatch(part):
        done = Topic.DONE if _MEASURE_DONE.search(part) else Topic.NONE
        return Topic.MEASURE | done
    coming = bool(re.search(_COMING, part) or _coming_year(part, report_year))
    if re.search(_COMING, part) and _MEASURE.search(part):
        return Topic.PLAN
    if _is_problem(part, strict=strict):
        return Topic.PROBLEM
    if _is_plan(part, coming=coming, strict=strict):
        return Topic.PLAN
    # 下一步工作思路和打算: the second half leans on the first
    leaning = whole.endswith(part) and re.fullmatch(rf"(?:{_INTENT}|工作)+", part)
    if leaning and (re.search(_COMING, whole) or _coming_year(whole, report_year)):
        return Topic.PLAN
    if re.fullmatch(rf"{_LACK}(?:{_LACK})*", part):
        return Topic.PROBLEM
    if _INTRO.fullmatch(part):
        return Topic.INTRO
    if _UPKEEP.fullmatch(part):
        return Topic.UPKEEP
    if _CONTAINER.fullmatch(part):
        return Topic.CONTAINER
    return Topic.OTHER


def _is_problem(part: str, *, strict: bool) -> bool:
    if _PROBLEM_STRICT.fullmatch(part):
        return True
    if strict or _SOLVING.search(part):
        return False
    return bool(_PROBLEM_LOOSE.fullmatch(part))


def _is_plan(part: str, *, coming: bool, strict: bool) -> bool:
    if _LOOKS_BACK.search(part):
        return False
    if strict:
        return bool(_PLAN_STRICT.fullmatch(part)) and (coming or bool(_FIRM_PLAN.search(part)))
    if coming and (_PLAN_LOOSE.fullmatch(part) or re.fullmatch(_COMING, part)):
        return True
    if re.match(r"(?:持续|继续|深入|进一步|不断|全面)(?:推进|加强|深化|做好|提升)", part) and re.search(
        _INTENT + "$", part
    ):
        return True
    # some papers bear the year they are written in: 2023年度…的相关计划 at the end of a report titled 2023
    return bool(re.search(rf"{_FIRM_INTENT}$", part)) and bool(_PLAN_STRICT.fullmatch(part))


def _coming_year(part: str, report_year: int | None) -> bool:
    year = _PLAN_YEAR.search(part)
    return bool(year) and (report_year is None or int(year[1]) > report_year)  # type: ignore[index]


def _is_bygone(heading: str, report_year: int | None) -> bool:
    year = _PLAN_YEAR.search(heading)
    return bool(_BYGONE.search(heading)) or (
        year is not None and report_year is not None and int(year[1]) < report_year
    )


# --- sentences ---------------------------------------------------------------------------------------------

_WE = (
    r"(?:我局|我委|我办|我们|我镇|我乡|我街道|我县|我区|我市|我院|我中心|我队|我厅|我处|本局|本单位|我单位|"
    r"全局|全镇|全县|全区|全市|全街道|[\u4e00-\u9fff]{2,14}(?:局|委|办|镇|乡|街道|县|区|市|办事处))"
)
# 下一步，我局将…: the report turns from what is wrong to what will be done
PLAN_CUE = re.compile(
    rf"(?:对此，?|为此，?|因此，?|同时，?)?(?:(?:在)?{_COMING}(?:的?工作)?(?:中|里)?|"
    rf"(?P<year>20\d\d)年(?:度|里|中)?)[，,：:]?"
    rf"(?:{_WE}|[^。；：，]{{0,24}}将|.{{0,6}}?工作|重点|主要|将|要|计划|拟|继续|进一步|着力|坚持|围绕|"
    rf"以|紧|需|从|认真|应|切实|全面|按照|结合|根据|抓好|做好|持续|努力|法治|不断|加强|加快|深入|严格)"
)
ANSWER_CUE = re.compile(
    r"(?:针对|对于?|围绕|面对|对照)(?:以上|上述|这些|此类|存在的?|工作中(?:存在)?的|"
    r"当前存在的?)?(?:的)?(?:主要|突出)?(?:问题|不足|短板|困难|情况|差距)"
    r"(?:[、和及与](?:问题|不足|短板|困难|差距))*"
    r"(?=[，,]|我|下一?步|将|要|拟|今后)"  # 对存在的问题研究不够 is itself a problem
)
# 虽然…，但仍存在一些问题: says that problems follow, and none yet
PROBLEM_CUE = re.compile(
    rf"(?:但|但是|然而|同时|不过|依然|仍然?|还|也|尚|当前|目前|对照|我们也|清醒)[^。；]{{0,60}}?(?:存在|"
    rf"有|面临|看到)[^。；]{{0,30}}?{_LACK}"
    rf"|(?:存在|面临)的?(?:主要|突出)?{_LACK}(?:主要)?(?:有|是|为|：|:|表现)"
    rf"|(?:与|距离?|离)[^。；]{{2,50}}?(?:还有|仍有|尚有|存在|有)[^。；]{{0,12}}?差距"
)
# 虽一度存在问题，但得到有效解决: told as done
SOLVED = re.compile(
    r"(?:得到|获得)[^，。；]{0,6}(?:解决|化解|整改|改善|遏制)|(?:整改|解决|化解|处置)(?:完毕|完成|到位)|"
    r"(?:已|均已|全部)(?:整改|解决|化解|办结)"
)
_GENERAL = re.compile(
    rf"(?:一些|一定(?:程度)?的?|不少|诸多|许多|以下|如下|很多|不容忽视的?|较多|部分|某些|不同程度的?|"
    rf"亟待解决的|一系列|明显的?|较大|很大)(?:的)?"
    rf"(?:几个)?(?:方面)?(?:的)?(?:主要|突出)?(?:{_LACK}|方面)|差距|{_LACK}(?:和{_LACK})*[：:。；]?$|"
    rf"主要(?:表现|体现|存在|问题|有|是)|[：:]$|以下(?:几个?|[一二三四五六七八九十])?(?:方面|点)"
)
# 如：…, 主要表现在：…: after these the problem itself begins
PROBLEM_LEAD = re.compile(
    r"^[，,]?(?:例如|比如|如|主要有|主要是|主要为|主要(?:存在|表现|体现|集中)(?:在|为|于)?|"
    r"具体(?:表现)?(?:为|是|在)?|一些)?(?:以下)?(?:几个?)?(?:方面)?(?:的)?(?:问题|不足)?[：:，,]"
)
PLAN_LEAD = re.compile(
    r"(?:以下|如下|下列|这几|[一二三四五六七八九十几]个)(?:几|[一二三四五六七八九十\d])?(?:个|项|"
    r"点)?(?:方面|工作|措施|举措|重点|任务|问题|入手|着手|着力)|[：:]$|从.{0,12}方面"
)
# The end of the list, not of its last item
CLOSING = re.compile(
    r"以上(?:是|就是|报告|情况|汇报|问题|不足|各项|工作)|上述(?:问题|不足|工作|情况|任务)|总之|综上|"
    r"特此(?:报告|汇报|说明)|专此|妥否|请(?:予)?审[议阅示]|针对(?:以上|上述|这些|存在|此类)|"
    r"对(?:于)?(?:以上|上述|这些|此类)|这些(?:问题|不足|差距|短板|困难)|面对(?:以上|上述|这些|存在)|我们将以|"
    r"我局将以此|我们相信|通过(?:以上|上述)|汇报完毕|谢谢|不妥之处|不当之处|存在(?:以上|上述)"
)
CLOSING_SENTENCE = re.compile(
    r"(?:特此(?:报告|汇报)|专此报告|以上报告|妥否，?请|请予?审[议阅]|汇报完毕|以上(?:问题|不足)|(?:针对|"
    r"对|对于)?(?:上述|这些)(?:问题|不足|差距|短板|困难)|(?:针对|对于?)(?:以上|这些|上述|存在的)|"
    r"(?:对此，?)?(?:我们|我局|我委|我县|我市|我区|我镇|我街道)(?:将|必须|会)(?:高度重视|采取(?:有力|有效)|认真(?:加以)?解决|"
    r"认真研究|在今后(?:的)?工作中))"
)
CLOSING_WISH = re.compile(
    r"(?:贡献(?:更大)?.{0,6}力量|新(?:局面|篇章|台阶|贡献)|法治保障|作出.{0,10}贡献|努力奋斗|"
    r"更大(?:的)?(?:成绩|进步|实效))[。！]?$"
)

WISH_OPENS = re.compile(rf"(?:新的一年|新一年|总之|{_WE}(?:将|会)(?:以|继续|坚持|锚定|始终))")

# Leads that lean to one kind, for lists whose heading promised both
LEANS_PROBLEM = re.compile(
    r"不足|不够|不强|不高|不到位|不深|不严|不规范|不完善|不健全|不平衡|不广|不全|不熟|不清|不及时|"
    r"不充分|不明显|不多|不均|有待|欠缺|缺乏|缺少|薄弱|滞后|较弱|较少|较低|偏少|偏低|偏弱|短缺|差距|"
    r"单一|仍存|仍需|存在|难以|尚未|难度|参差|亟待|亟需|短板"
)
LEANS_PLAN = re.compile(
    r"^(?:要|将|继续|持续|进一步|不断|切实|着力|大力|全面|深入|扎实|严格|认真|积极|加强|加大|加快|强化|"
    r"深化|推进|推动|完善|健全|提升|提高|规范|落实|优化|夯实|抓好|抓实|做好|突出|聚焦|坚持|开展|创新|"
    r"建立|压实|紧盯|围绕|筑牢|营造|增强|拓展|构建|打造|巩固|统筹|狠抓|丰富|拓宽|实施|组织|以)"
)


# 主要原因：一是…；二是…: a list of causes behind the list of problems, no further problems
CAUSE_LIST = re.compile(
    r"\s*(?:究其原因|分析(?:其)?原因|剖析原因|(?:产生|造成|导致|存在|形成|出现)?(?:上述|以上|这些)?(?:问题|不足|差距|短板)?(?:产生|存在)?的?"
    r"(?:主要|根本|深层次)?(?:原因|根源)(?:分析)?)(?:主要)?(?:是|有|在于|如下|为)?(?:以下)?(?:几个?方面)?[，,：:]*"
)
# 存在上述问题的原因，主要是…: speaks of the whole list, though it follows its last entry
SHARED_CAUSE = re.compile(
    r"(?:究其原因|(?:存在|产生|造成|出现|导致)?(?:以上|上述|这些|存在)(?:的)?(?:主要)?(?:问题|不足|"
    r"困难)(?:和(?:问题|不足))?(?:存在|产生)?的?(?:主要|根本|深层次)?(?:原因|成因)|"
    r"分析(?:其|以上|上述|存在)?[^。，]{0,8}原因|原因分析)"
)


def is_general(sentence: str) -> bool:
    """Whether a sentence of a problem section only says that there are problems."""
    head, colon, rest = sentence.partition("：")
    if colon and len(rest.strip()) > 8:  # the problem itself follows in the same breath
        return False
    sentence = head + colon
    return bool(PROBLEM_CUE.search(sentence) or _GENERAL.search(sentence)) and bool(_GENERAL.search(sentence))


def leans(lead: str) -> Topic:
    """What the lead of an item sounds like."""
    if LEANS_PLAN.search(lead) and not LEANS_PROBLEM.search(lead[:30]):
        return Topic.PLAN
    if LEANS_PROBLEM.search(lead):
        return Topic.PROBLEM
    return Topic.NONE


_TRAITS = re.compile(r"法治政府|依法行政|法治建设|依法治|述法|行政执法|普法|法制|行政复议")


def has_report_traits(text: str, *, numbered: bool) -> bool:
    """Whether a paper without any item still reads like a report on law-based government."""
    words = len(_TRAITS.findall(text))
    return words >= 3 and (numbered or "报告" in text[:200] or "总结" in text[:200] or words >= 6)
