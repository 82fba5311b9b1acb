"""OpenDocument cells: days, hours, numbers, merged and repeated ones."""

from __future__ import annotations

import io
import zipfile
from datetime import date, time

from sportsec.tabular.ods import read_ods

XML = """<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x">
<table:table table:name="Journée 7">
 <table:table-row table:number-rows-repeated="2"><table:table-cell
   table:number-columns-repeated="16384"/></table:table-row>
 <table:table-row>
  <table:table-cell table:number-rows-spanned="2" office:value-type="string">
   <text:p>Journée<text:s/>7</text:p></table:table-cell>
  <table:table-cell office:value-type="date" office:date-value="2024-08-30"/>
  <table:table-cell office:value-type="time" office:time-value="PT17H00M00S"/>
  <table:table-cell office:value-type="float" office:value="45534.5"/>
  <table:table-cell office:value-type="string"><office:annotation><text:p>note</text:p>
   </office:annotation><text:p>Raja</text:p></table:table-cell>
 </table:table-row>
 <table:table-row><table:covered-table-cell/>
  <table:table-cell office:value-type="date" office:date-value="2024-08-31T19:30:00"/>
 </table:table-row>
 <table:table-row table:number-rows-repeated="1048000">
  <table:table-cell/></table:table-row>
</table:table></office:document-content>"""


def test_cells_of_every_kind() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("content.xml", XML)
    (table,) = read_ods(target.getvalue(), "p.ods")
    assert table.name == "Journée 7"
    first, second = table.rows[2:]
    assert first == ["Journée 7", date(2024, 8, 30), time(17), 45534.5, "Raja"]
    assert second[0] == "Journée 7"
    assert f"{second[1]:%d/%m/%Y %H:%M}" == "31/08/2024 19:30"
    assert list(table.numbers) == [1, 2, 3, 4]
