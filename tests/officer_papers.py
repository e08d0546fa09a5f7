"""The two reports of the scripted hour, invented for it, and the files that prove something."""

from dataclasses import dataclass
from pathlib import Path

import docx
from PySide6.QtGui import QColor, QImage

OFFICE = "云岭市水务局"

_NUMBERS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
_OPENING = (
    "{year}年，{office}坚持依法治水、依法管水，认真落实法治政府建设各项部署。现将有关情况报告如下。",
    "一、主要工作开展情况",
    "（一）压实责任。局党组全年专题研究法治工作四次，主要负责人述法一次。",
    "（二）规范执法。开展涉水执法检查三百余次，举办执法人员培训六期。",
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A yearly report: ``problems`` and ``tasks`` are pairs of a title and the words that follow it."""

    year: int
    problems: tuple[tuple[str, str], ...]
    tasks: tuple[tuple[str, str], ...]

    @property
    def title(self) -> str:
        return f"{OFFICE}{self.year}年度法治政府建设情况报告"

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The report as it is printed."""
        problems = [f"{_NUMBERS[n]}是{title}。{words}" for n, (title, words) in enumerate(self.problems)]
        tasks = [f"（{_NUMBERS[n]}）{title}。{words}" for n, (title, words) in enumerate(self.tasks)]
        opening = [line.format(year=self.year, office=OFFICE) for line in _OPENING]
        return (
            self.title, *opening, "二、存在的问题", *problems, f"三、{self.year + 1}年工作安排", *tasks,
            OFFICE, f"{self.year + 1}年1月22日",
        )  # fmt: skip

    def write_text(self, folder: Path) -> Path:
        """The report as a text file."""
        file = folder / f"{OFFICE}{self.year}年报告.txt"
        file.write_text("\n\n".join(self.paragraphs) + "\n", encoding="utf-8")
        return file

    def write_docx(self, folder: Path) -> Path:
        """The report as a Word file."""
        file, document = folder / f"{OFFICE}{self.year}年报告.docx", docx.Document()
        for paragraph in self.paragraphs:
            document.add_paragraph(paragraph)
        document.save(str(file))
        return file


EARLIER = Paper(
    2023,
    (
        ("河湖采砂监管力量不足", "夜间巡查主要靠乡镇水管员，发现违法采砂往往滞后。"),
        ("取用水台账更新不及时", "二十余家用水单位的计量数据按季度才汇总一次。"),
        ("水土保持方案审批后的跟踪检查偏少", "全年现场核查比例只有三成。"),
        ("部分执法文书用语不规范", "抽查的案卷中有十一份引用条款不完整。"),
        ("水价听证程序公开不充分", "听证代表的产生办法没有事先公布。"),
        ("小型水库安全管理责任书签订滞后", "有七座水库到汛期才完成签订。"),
        ("农村饮水投诉办理回访率低", "半数以上工单没有电话回访记录。"),
        ("规范性文件评估清理没有形成制度", "三份文件超过有效期仍在执行。"),
        ("普法宣传对渔民和船户覆盖不够", "宣传活动集中在城区，库区乡镇一年只去过一次。"),
    ),
    (
        ("增配夜间巡查装备", "购置无人机四架、夜视记录仪二十台，建立错时巡查制度。"),
        ("建成取用水在线计量平台", "把年取水五万方以上的用户全部接入平台。"),
        ("提高水土保持跟踪检查比例", "对在建项目实行清单式检查，发现问题限期整改。"),
        ("开展执法文书专项评查", "每季度抽查案卷三十份，评查结果在全局通报。"),
        ("公开水价听证全过程", "听证方案、代表名单和采纳情况在门户网站公布。"),
        ("提前签订水库安全责任书", "汛前完成全部小型水库责任书的签订和公示。"),
        ("建立投诉回访制度", "办结工单三日内回访，不满意的重新办理。"),
        ("清理涉水规范性文件", "逐件提出保留、修改、废止的意见并向社会公布。"),
        ("组织送法进库区活动", "在六个库区乡镇各设一个普法服务点。"),
        ("编制执法人员学法清单", "把新修订的防洪法律法规列为必学内容。"),
        ("推行柔性执法", "制定轻微违法行为首违不罚清单并动态调整。"),
    ),
)

LATEST = Paper(
    2024,
    (
        ("重大行政决策风险评估不够深入", "两个供水项目的评估报告没有听取用水户意见。"),
        ("执法记录仪使用不规范", "个别中队存在关键环节没有录音录像的情况。"),
        ("河道管理范围划界成果运用不足", "三个县区没有把划界成果接入审批系统。"),
        ("行政许可告知承诺事后核查滞后", "有十五件承诺事项超过两个月才开展核查。"),
        ("水行政处罚裁量基准执行不统一", "同类案件在不同大队的处罚幅度相差较大。"),
        ("行政复议案件应诉准备不充分", "两起案件的证据目录临近开庭才补齐。"),
        ("公平竞争审查工作留痕不完整", "部分招标文件没有附审查意见表。"),
        ("法律顾问参与合同审查的深度不够", "重大合同多在签订前一天才送审。"),
        ("节水法规宣传形式单一", "主要靠悬挂横幅和发放折页，企业参与少。"),
        ("执法协作机制运转不畅", "与公安、自然资源部门的线索移送平均用时超过二十天。"),
    ),
    (
        ("修订重大行政决策程序规定", "明确风险评估的启动条件和公众参与方式。"),
        ("强化执法全过程记录", "制定音像记录事项清单，每月开展一次数据抽检。"),
        ("推动划界成果上图入库", "年内实现全市河道管理范围一张图管理。"),
        ("健全告知承诺核查机制", "承诺事项三十日内完成首次核查。"),
        ("统一水行政处罚裁量尺度", "发布典型案例指导意见，开展跨区域交叉评查。"),
        ("提升复议应诉工作质量", "建立案件会商和败诉案件剖析制度。"),
        ("规范公平竞争审查", "实行起草科室自查和法规科复核双签制度。"),
        ("前移合同法律审查关口", "重大合同在立项阶段即由法律顾问介入。"),
        ("创新节水普法载体", "评选节水普法示范单位十家，制作短视频专栏。"),
        ("完善跨部门执法协作", "与公安机关建立线索即时移送和联合督办机制。"),
        ("组织依法行政能力测评", "全体执法人员参加闭卷测试，结果纳入年度考核。"),
        ("开展法治水务示范创建", "在四个县区选树示范窗口，总结推广经验做法。"),
    ),
)


def proofs(folder: Path, number: int) -> list[Path]:
    """So many files of different kinds, each with its own content."""
    folder.mkdir(exist_ok=True)
    files = []
    for n in range(number):
        kind = ("png", "pdf", "xlsx", "docx", "txt")[n % 5]
        file = folder / f"材料{n + 1:02} {'现场照片' if kind == 'png' else '证明文件'}.{kind}"
        if kind == "png":
            picture = QImage(320, 200, QImage.Format.Format_RGB32)
            picture.fill(QColor.fromHsv(n * 17 % 360, 90, 220))
            picture.save(str(file))
        else:
            file.write_bytes(f"第{n + 1}份材料\n".encode() * 200)
        files.append(file)
    return files
