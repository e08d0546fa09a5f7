"""Whether a plan task says by what its success can be told: a number, a product, a day."""

import re
from functools import lru_cache

from tracker.domain.drafts import Candidate
from tracker.domain.numbering import without_number

_CN = "一二两三四五六七八九十百千万半"
_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’")  # “三项制度”, “双随机、一公开” count nothing
_YEARS = re.compile(r"20\d\d\s*年?(?:[—－~～至-]+20\d\d\s*年?)?|十[四五六]五")
_FIRST = re.compile(r"第[一二三四五六七八九十\d]+|[一二三四五六七八九十]{1,2}(?:是|要)")
_UNITS = (
    "次|期|场|个|项|件|部|名|轮|遍|家|套|条|篇|册|份|座|人|天|日|周|月|小时|学时|课时|分钟|工作日|公里|万元|元|倍|成"
    "|支|艘|台|辆|户|所|村|门|块|处|张|米|亩|吨"
)
_NUMBER = re.compile(
    rf"\d+(?:\.\d+)?\s*(?:%|％|‰|余?(?:{_UNITS}))|百分之|[千万]分之|[{_CN}]+(?:余|多)?(?:{_UNITS})(?!性)"
    r"|[逐每](?:年|半年|季度?|月|周|两?周|旬|日|天)|按[月季年]|清零|全部|全员|应[\u4e00-\u9fff]尽\w|100"
)
_PRODUCT = re.compile(
    r"《[^》]+》"
    r"|(?:制定|出台|印发|编制|编印|拟定|修订|签订|签署|会签|建成|建立|建设|设立|组建|成立|推出|发布|公布|上线|完成|形成|开发|开通|配备|配齐|实现)"
    r"[^，。；]{0,24}(?:办法|方案|规程|规定|细则|规则|清单|手册|指引|指南|规划|计划|目录|标准|基准|协议|备忘录|平台|系统|接口|台账"
    r"|案例库|报告|档案|短视频|驿站|公园|基地|工作站|工作点|联系点|中心|专班|联席会议|制度|机制|条例|庭审室|接入|归集|共享"
    r"|配备|到位|达标|考核|验收)"
    r"|全覆盖|上线运行|投入(?:使用|运行)|挂牌|列装|聘任|选聘"
)


def is_measurable(candidate: Candidate) -> bool:
    """Whether its words, or those of its measures, let a person say later that it was done.

    In doubt it is: a warning that is mostly wrong is read by nobody. A deadline that the report states counts too.
    """
    if candidate.deadline is not None and not candidate.deadline.presumed and candidate.deadline.words:
        return True
    texts = (candidate.title, candidate.text, *(step.text for step in candidate.measures))
    return any(_tells(line) for text in texts for line in text.splitlines())


@lru_cache(maxsize=8192)  # each repaint of three hundred cards asks again
def _tells(text: str) -> bool:
    plain = _YEARS.sub("", _QUOTED.sub("", without_number(text)))
    return bool(_PRODUCT.search(text) or _NUMBER.search(_FIRST.sub("", plain)))
