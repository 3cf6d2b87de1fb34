"""What a handy colleague writes in an afternoon: adds up returns and draws a chart, checking nothing.

Usage: script.py RETURNS MONTH OUT.xlsx

Knows the templates by heart: the first sheet explains, heads stand in row 6, lines from row 8 on, their codes below the
head 代码, and values from the next column up to the first head that is not a value's. A register begins its heads in row 6
and its records in row 8, ends at the first empty key, and is counted by the day of each event. It reads in openpyxl's
read-only mode, the fastest it has.
"""

import re
import sys
import warnings
from datetime import datetime
from pathlib import Path

import openpyxl
from openpyxl.chart import BarChart, Reference

PENALTY, LEVY = {"类别": "处罚"}, {"类别": "征收"}
# Of each register: line in the report, what a record must say, the day that must lie in the month, what is added up.
MEASURES = {
    "行政执法案件台账": [
        ("41", {**PENALTY, "领域": "安全生产"}, "决定日", None),
        ("42", {**PENALTY, "领域": "食品药品"}, "决定日", None),
        ("43", {**PENALTY, "领域": "道路交通"}, "决定日", None),
        ("44", PENALTY, "立案日", None),
        ("45", {**PENALTY, "领域": "道路交通"}, "决定日", "罚款或征收额"),
        ("46", LEVY, "立案日", None),
        ("47", LEVY, "决定日", None),
        ("48", LEVY, "决定日", "罚款或征收额"),
    ],
    "执法人员证件台账": [("12", {"状态": "在岗"}, None, None)],
    "规范性文件台账": [("18", {}, "签发日", None)],
    "信访包案台账": [("17", {}, "登记日", None), ("18", {}, "办结日", None)],
}

CODE = "代码"
HEADS_AFTER_VALUES = {"上月", "本年累计", "审核"}
SHOWN = 20


def add_up(returns, month):
    """Sums by (title of the sheet, code of the line, number of the value column from 1)."""
    sums = {}
    for path in sorted(Path(returns).rglob("*.xlsx")):
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        for sheet in book.worksheets[1:]:
            rows = sheet.iter_rows(min_row=6, values_only=True)
            heads = [re.split("[(（]", str(h or ""))[0] for h in next(rows)]
            next(rows)
            found = records(sheet.title, heads, rows, month) if heads[0] == "序号" else lines(heads, rows)
            for code, column, value in found:
                key = (sheet.title, code, column)
                sums[key] = sums.get(key, 0) + value
        book.close()
    return sums


def lines(heads, rows):
    code = heads.index(CODE)
    width = next(i for i, head in enumerate(heads) if head in HEADS_AFTER_VALUES)
    for row in rows:
        if row[code]:
            for column in range(code + 1, width):
                if isinstance(row[column], (int, float)):
                    yield row[code], column - code, row[column]


def records(title, heads, rows, month):
    for row in rows:
        if not row[1]:
            return
        record = dict(zip(heads, row))
        for line, says, day, amount in MEASURES.get(title, []):
            happened = record.get(day)
            inside = day is None or (isinstance(happened, datetime) and happened.strftime("%Y-%m") == month)
            if inside and all(record.get(head) == value for head, value in says.items()):
                yield line, 1, record[amount] or 0 if amount else 1


def write(sums, out):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "汇总"
    sheet.append(["报表", "代码", "栏", "合计"])
    for key in sorted(sums):
        sheet.append([*key, sums[key]])
    chart = BarChart()
    chart.title = "汇总"
    last = min(SHOWN, len(sums)) + 1
    chart.add_data(Reference(sheet, min_col=4, min_row=1, max_row=last), titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=2, min_row=2, max_row=last))
    sheet.add_chart(chart, "F2")
    book.save(out)


if __name__ == "__main__":
    warnings.filterwarnings("ignore", module="openpyxl")
    write(add_up(sys.argv[1], sys.argv[2]), sys.argv[3])
