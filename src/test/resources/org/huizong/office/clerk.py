"""Works in LibreOffice as a clerk does: through the commands of its menus, so that protection holds.

clerk.py SOFFICE PROFILE-URL STEPS — a step a line, its words parted by tabs:

  open FILE          opens a workbook; it is the current one now
  new                opens an empty workbook
  take FILE          makes an open workbook the current one
  sheet NAME         goes to the sheet of that name
  tab NUMBER         goes to a sheet of the current workbook; the first is 1
  insert ROW         inserts a row above that row
  delete ROW         deletes that row
  paste FROM TO      copies cells ($A$1:$B$9) and pastes their values at another cell
  sort CELLS         sorts cells by their first column, downwards
  unprotect          takes the protection off the sheet
  type NAME TEXT     types into the cell of a defined name of the sheet
  type $A$1 TEXT     types into a cell
  rename NAME        renames the sheet
  copy FILE          copies the sheet into another open workbook, as its last one
  save FILE          saves under that name, as .xlsx
  show NAME          prints what that cell shows
"""

import subprocess
import sys
import time
import uuid

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.table import TableSortField

XLSX = "Calc MS Excel 2007 XML"
PATIENCE = 60


def prop(name, value):
    it = PropertyValue()
    it.Name, it.Value = name, value
    return it


class Clerk:
    def __init__(self, context):
        services = context.ServiceManager
        self.desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        self.menu = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        self.books = {}
        self.book = None

    def do(self, command, **arguments):
        words = tuple(prop(name, value) for name, value in arguments.items())
        self.menu.executeDispatch(self.book.CurrentController.Frame, ".uno:" + command, "", 0, words)

    def load(self, url):
        self.book = self.desktop.loadComponentFromURL(url, "_blank", 0, (prop("Hidden", True),))
        if self.book is None:
            raise IOError("LibreOffice does not open " + url)

    def current(self):
        return self.book.CurrentController.ActiveSheet

    def cell(self, name):
        if name.startswith("$"):
            return self.current().getCellRangeByName(name)
        return self.current().NamedRanges.getByName(name).ReferredCells.getCellByPosition(0, 0)

    def open(self, file):
        self.load(uno.systemPathToFileUrl(file))
        self.books[file] = self.book

    def new(self):
        self.load("private:factory/scalc")

    def take(self, file):
        self.book = self.books[file]

    def tab(self, number):
        self.book.CurrentController.setActiveSheet(self.book.Sheets.getByIndex(int(number) - 1))

    def sheet(self, name):
        self.book.CurrentController.setActiveSheet(self.book.Sheets.getByName(name))

    def insert(self, row):
        self.do("GoToCell", ToPoint="$%s:$%s" % (row, row))
        self.do("InsertRows")

    def delete(self, row):
        self.do("GoToCell", ToPoint="$%s:$%s" % (row, row))
        self.do("DeleteRows")

    def paste(self, source, target):
        self.do("GoToCell", ToPoint=source)
        self.do("Copy")
        self.do("GoToCell", ToPoint=target)
        self.do("InsertContents", Flags="SVD", FormulaCommand=0, SkipEmptyCells=False, Transpose=False, AsLink=False,
                MoveMode=4)

    def sort(self, cells):
        area = self.current().getCellRangeByName(cells)
        field = TableSortField()
        field.Field, field.IsAscending = 0, False
        area.sort((prop("SortFields", uno.Any("[]com.sun.star.table.TableSortField", (field,))),))

    def unprotect(self):
        self.current().unprotect("")

    def type(self, name, text):
        self.do("GoToCell", ToPoint=self.cell(name).AbsoluteName.rsplit(".", 1)[1])
        self.do("EnterString", StringName=text)

    def rename(self, name):
        self.do("RenameTable", Name=name)

    def copy(self, file):
        other = self.books[file]
        other.Sheets.importSheet(self.book, self.current().Name, other.Sheets.Count)

    def save(self, file):
        self.book.storeAsURL(uno.systemPathToFileUrl(file), (prop("FilterName", XLSX),))
        self.books[file] = self.book

    def show(self, name):
        print(self.cell(name).String, flush=True)

    def leave(self):
        for book in list(self.books.values()):
            try:
                book.close(True)
            except Exception:
                pass
        try:
            self.desktop.terminate()
        except Exception:
            pass


def connect(pipe, office):
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
        except Exception:
            if office.poll() is not None or time.monotonic() > until:
                raise
            time.sleep(0.1)


def main(program, profile, steps):
    pipe = "clerk" + uuid.uuid4().hex
    accept = "--accept=pipe,name=%s;urp;" % pipe
    office = subprocess.Popen([program, "--headless", "--norestore", "-env:UserInstallation=" + profile, accept])
    try:
        clerk = Clerk(connect(pipe, office))
        try:
            with open(steps, encoding="utf-8") as lines:
                for line in lines:
                    step, *words = line.rstrip("\n").split("\t")
                    getattr(clerk, step)(*words)
        finally:
            clerk.leave()
        office.wait(PATIENCE)
    finally:
        if office.poll() is None:
            office.kill()


if __name__ == "__main__":
    main(*sys.argv[1:])
