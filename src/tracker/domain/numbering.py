"""The numbers that open a paragraph in the office's ways of numbering, as data; read by intake and by titles alike."""

import re

CN = "一二三四五六七八九十"
# 12.4 and 3.15 are days, 2.5万 is a quantity: no digit may follow the point but of a year or month (3.10月底前…)
DIGIT = r"(?:\d{1,2}\s?[．.、](?:(?!\d)|(?=20\d\d年|1?\d月))|[⒈-⒛])"
NAMED = rf"(?:问题|任务|举措|措施|短板|不足)(?:[{CN}]{{1,2}}|\d{{1,2}})[：:]"  # 问题一：

# Each way of numbering by its name, the higher level first (GB/T 9704: 一、（一）1.（1）), then lists in running text
OPENINGS: dict[str, re.Pattern[str]] = {
    name: re.compile(words)
    for name, words in (
        ("part", rf"第[{CN}]{{1,3}}(?:部分|章|篇)[、：:，]?"),
        ("cn", rf"[{CN}]{{1,3}}(?:、(?![{CN}]、)|[．.，,](?![{CN}\d]))"),
        ("cn_paren", rf"(?:[（(〔﹙\[【][{CN}]{{1,3}}[）)〕﹚\]】]|[㈠-㈩])[、．.，]?"),
        ("digit", DIGIT),
        ("digit_paren", r"(?:[（(]\d{1,2}[）)]|\d{1,2}[)）]|[⑴-⒇])[、．.]?"),
        ("circle", r"[①-⑳㉑-㉟㊱-㊿❶-❿➀-➓][、．.]?"),
        ("di", rf"(?:第[{CN}]{{1,2}}|其[{CN}])(?:[，、,：:]|是)|{NAMED}"),
        ("order", r"(?:首先|其次|再次|再者|最后)(?:，|,|是|要)?"),
        ("shi", rf"[{CN}]{{1,2}}是"),
        ("yao", rf"[{CN}]{{1,2}}(?:要|抓)"),
    )
}


def without_number(text: str) -> str:
    """``text`` less the numbers that open it."""
    text = text.strip()
    for _ in range(3):  # （一）1. has two
        for name, opening in OPENINGS.items():
            found = opening.match(text)
            if found and (name != "order" or found[0][-1] in "，,是要"):  # 最后一公里 is no number
                text = text[found.end() :].lstrip(" 　，、,.．")
                break
        else:
            break
    return text
