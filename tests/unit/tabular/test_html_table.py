"""Tables of pages: cells that span, cells never closed, Excel's old XML."""

from __future__ import annotations

from datetime import date, time

from sportsec.tabular.html_table import read_html


def test_spanning_cells_are_repeated_downwards() -> None:
    page = """<html><head><style>td{}</style></head><body><TABLE>
      <tr><th>Journ&eacute;e<th>Date<th>A<th>B
      <tr><td rowspan="2">J1</td><td>30/08/2024<br>17h00<td>Raja<td>Wydad
      <tr><td>31/08/2024<td>FAR<td>FUS</TABLE>"""
    (table,) = read_html(page, "p.xls")
    assert table.rows == [
        ["Journée", "Date", "A", "B"],
        ["J1", "30/08/2024 17h00", "Raja", "Wydad"],
        ["J1", "31/08/2024", "FAR", "FUS"],
    ]


def test_a_table_within_a_table_is_one_of_its_own() -> None:
    page = "<table><tr><td>menu<table><tr><td>a<td>b</table></td></tr></table>"
    assert [table.rows for table in read_html(page, "p")] == [[["a", "b"]], [["menu"]]]


def test_scripts_and_comments_are_silent() -> None:
    page = "<table><tr><td>a<script>var x='b'</script><!-- c --></td></tr></table>"
    (table,) = read_html(page, "p")
    assert table.rows == [["a"]]


def test_excels_old_xml() -> None:
    page = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
      <Workbook xmlns:ss="x"><Worksheet ss:Name="A"><Table>
      <Row><Cell><Data ss:Type="String">Date</Data></Cell>
        <Cell ss:Index="3"><Data ss:Type="String">Heure</Data></Cell></Row>
      <Row ss:Index="3">
        <Cell ss:MergeDown="1">
          <Data ss:Type="DateTime">2024-08-30T00:00:00.000</Data></Cell>
        <Cell/>
        <Cell><Data ss:Type="DateTime">1899-12-31T17:00:00.000</Data></Cell></Row>
      <Row><Cell ss:Index="2"><Data ss:Type="Number">3</Data></Cell></Row>
      </Table></Worksheet></Workbook>"""
    (table,) = read_html(page, "p.xls")
    assert table.rows == [
        ["Date", None, "Heure"],
        [],
        [date(2024, 8, 30), None, time(17)],
        [date(2024, 8, 30), "3"],
    ]


def test_a_page_without_tables_has_none() -> None:
    assert read_html("<html><body><p>Bonjour</p></body></html>", "p") == []
