"""What a handy colleague writes in an afternoon: adds up returns and draws a chart, checking nothing.

Usage: rival.py RETURNS OUT.xlsx

Knows the templates by heart: the first sheet explains, line codes stand in column C from row 8 on, values from column D
up to the first heading of row 6 that is not a value's. It reads in openpyxl's read-only mode, the fastest it has.
"""

import sys
import warnings
from pathlib import Path

import openpyxl
from openpyxl.chart import BarChart, Reference

HEADS_AFTER_VALUES = {"本年累计", "审核"}
SHOWN = 20


def add_up(returns):
    """Sums by (title of the sheet, code of the line, number of the value column from 1)."""
    sums = {}
    for path in sorted(Path(returns).rglob("*.xlsx")):
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        for sheet in book.worksheets[1:]:
            title = sheet.title
            width = 0
            for number, row in enumerate(sheet.iter_rows(min_row=6, values_only=True), start=6):
                if number == 6:
                    width = next(i for i, head in enumerate(row) if head in HEADS_AFTER_VALUES)
                elif number >= 8 and row[2]:
                    for column in range(3, width):
                        value = row[column]
                        if isinstance(value, (int, float)):
                            key = (title, row[2], column - 2)
                            sums[key] = sums.get(key, 0) + value
        book.close()
    return sums


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
    write(add_up(sys.argv[1]), sys.argv[2])
