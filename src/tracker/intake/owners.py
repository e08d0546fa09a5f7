"""Who answers for an item, where the report says so: 责任单位, 牵头, 配合, 责任人, 分管领导."""

import re

from tracker.domain.drafts import DraftOwners

_ROLES: tuple[tuple[str, str], ...] = (
    ("lead", r"牵头(?:责任)?(?:单位|部门|科室|处室|股室|科|机构)|主办(?:单位|部门|科室)|主要责任(?:单位|部门)"),
    ("lead_or_all", r"(?:责任|落实|承办|实施|整改责任|整改)(?:单位|部门|科室|处室|股室|主体|机构|中队|站所)"),
    ("support", r"(?:配合|协办|协同|参与|协助|参加)(?:责任)?(?:单位|部门|科室|处室|股室)"),
    ("leader", r"(?:责任|分管|牵头|包抓|挂牌|主管|带队)(?:局|县|区|市|镇|委)?(?:领导|局长|负责同志)|分管负责人"),
    ("person", r"(?:直接|具体|整改)?(?:责任人员?|负责人|经办人|承办人)"),
)
_LABEL = re.compile("|".join(f"(?P<{role}>{words})" for role, words in _ROLES))
_VALUE = re.compile(r"\s*(?:[：:]|为)\s*(?P<names>[^；;。）)】\]\n：:]{2,80})")
_NEXT_LABEL = re.compile(
    rf"[，,、；;\s]*(?:{'|'.join(words for _role, words in _ROLES)}|完成时限|整改时限|完成时间|时限|"
    rf"期限)\s*(?:[：:]|为|$).*$"
)
# 由法规科牵头，执法大队、各中队配合
_LED_BY = re.compile(
    r"(?:由|(?<=[（(，；。])(?!由))(?P<lead>[\u4e00-\u9fff、和及与]{2,40}?)(?:负责)?牵头(?:负责|组织|落实|实施|推进)?"
    r"(?:[，,、；;]\s*(?P<support>[\u4e00-\u9fff、和及与]{2,60}?)(?:积极|共同|协同|密切)?(?:配合|协助|"
    r"参与|协同)(?:落实|实施)?)?(?=[）)，。；\n]|$)"
)
_ALONE = re.compile(
    r"[（(](?P<lead>[\u4e00-\u9fff]{2,14}(?:科|股|处|室|大队|中队|支队|办公室|中心|站|所|局|"
    r"队)(?:[、和][\u4e00-\u9fff]{2,14}(?:科|股|处|室|大队|中队|支队|办公室|中心|站|所|局|"
    r"队))*)(?:负责)?[）)][。；]?\s*$"
)
# 责任单位：办公室，长期坚持 / 法规科，6月底前: when, not who
_WHEN = re.compile(
    r"^(?:长期|持续|常态|立行立改|全年|年底|年内|上半年|下半年|第?[一二三四]季度|每[年月季])|[\d一二三四五六七八九十]月|20\d\d|完成$"
)
_NOT_A_NAME = re.compile(r"要|将|应|进行|加强|明确|落实|建立|完成|制度|履行")


def find_owners(text: str) -> DraftOwners:
    """The owners that ``text`` names; each list is empty where it names none."""
    found: dict[str, list[str]] = {"lead": [], "support": [], "person": [], "leader": []}
    everyone: list[str] = []
    for label in _LABEL.finditer(text):
        value = _VALUE.match(text, label.end())
        if value is None:
            continue
        names = _names(_NEXT_LABEL.sub("", value["names"]))
        role = label.lastgroup or "lead"
        (everyone if role == "lead_or_all" else found[role]).extend(names)
    if everyone:
        # with a leader of its own named, the list of 责任单位 holds the partners; alone, all of it answers
        found["support" if found["lead"] else "lead"].extend(name for name in everyone if name not in found["lead"])
    if not found["lead"]:
        _spoken(text, found)
    return DraftOwners(*(tuple(dict.fromkeys(found[role])) for role in ("lead", "support", "person", "leader")))


def _spoken(text: str, found: dict[str, list[str]]) -> None:
    led = _LED_BY.search(text)
    if led and not _NOT_A_NAME.search(led["lead"]):
        found["lead"].extend(_names(led["lead"]))
        if led["support"]:
            found["support"].extend(_names(led["support"]))
        return
    alone = _ALONE.search(text)
    if alone:
        found["lead"].extend(_names(alone["lead"]))


def _names(text: str) -> list[str]:
    # 和 and 与 also stand inside names (住房和城乡建设局), so they part names only between two whole units
    parts = re.split(
        r"[、，,；;/\s]+|(?<=[科股处室队局办委所站])[和及与](?=[\u4e00-\u9fff])", text.strip(" 。；（）()")
    )
    names = [part.strip(" 。；、") for part in parts]
    return [name for name in names if 1 < len(name) <= 24 and not _WHEN.search(name)]
