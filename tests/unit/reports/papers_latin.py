"""Invented papers in French, and in Arabic with French beside it."""

from __future__ import annotations

from sportsec.reports.document import (
    Align,
    Badge,
    Block,
    Callout,
    Cell,
    Column,
    Document,
    Heading,
    KeyValues,
    Level,
    Moment,
    Paragraph,
    Row,
    RowKind,
    SideBySide,
    Signature,
    SignatureBlock,
    Table,
    TimelineStrip,
    Tone,
)
from tests.unit.reports.paper_parts import iso, stadium

FRENCH: tuple[Block, ...] = (
    Badge("Élevé", Level.HIGH, "Intérieur du stade", "61/100 – évaluation finale"),
    KeyValues(
        (
            ("Rencontre", "Espoir sportif – Étoile du littoral"),
            ("Stade", "Complexe sportif municipal"),
            ("Coup d’envoi", "samedi 28/11/2026 à 20 h 00"),
            ("Régime visiteur", ""),
        ),
        columns=1,
    ),
    Callout(
        "Modifications depuis la version 2",
        ("Ouverture des portes à 16 h 30 au lieu de 17 h 00.",),
        Tone.WARN,
    ),
    Heading("Situation", number="I"),
    Paragraph(
        (
            "Le classement rend l’enjeu fort ; l’affluence attendue est de "
            "32 500 spectateurs, dont 1 800 visiteurs. « Huis clos » écarté "
            "par la commission locale. L’équipe arrive à 17 h 45 par l’A3."
        ),
        align=Align.JUSTIFY,
    ),
    Heading("Articulation", 2),
    Table(
        (
            Column("Secteur", 2),
            Column("Chef", 2),
            Column("Indicatif", keep=True),
            Column("Canal", keep=True, align=Align.CENTER),
            Column("Effectif", keep=True, align=Align.END),
        ),
        (
            Row(("A – Virage nord", "Cdt Exemple", "BRAVO 1", "4", "120")),
            Row(
                (
                    "B – Tribune officielle",
                    Cell("à désigner", tone=Tone.WARN),
                    "BRAVO 2",
                    "4",
                    "45",
                ),
                RowKind.WARN,
            ),
            Row(("Total", "", "", "", "165"), RowKind.TOTAL),
        ),
    ),
    Heading("Chronologie", number="II"),
    TimelineStrip(
        (
            Moment("14:30", "Mise en place"),
            Moment("16:30", "Portes"),
            Moment("20:00", "Coup d’envoi", strong=True),
            Moment("21:50", "Fin"),
        )
    ),
    stadium(
        ("Pelouse", "Tribune d’honneur", "Tribune latérale", "Nord", "Sud"),
        ("Public local", "Visiteurs", "Tout public", "Officiels", "Fermé"),
    ),
    SignatureBlock(
        (
            Signature("Établi par"),
            Signature("Vu"),
            Signature("Approuvé par", "Le préfet de police"),
        )
    ),
)

PAIRS: tuple[tuple[Block, Block], ...] = (
    (Heading("المهمة", number="1"), Heading("Mission", number="1")),
    (
        Paragraph(
            (
                "تأمين المباراة قبل إجرائها وأثناءها وبعدها، وضمان سلامة الجمهور "
                "واللاعبين والحكام ومحيط الملعب، والحفاظ على سيولة حركة السير."
            ),
            align=Align.JUSTIFY,
        ),
        Paragraph(
            (
                "Assurer la sécurité de la rencontre avant, pendant et après, "
                "protéger le public, les joueurs, les arbitres et les abords, et "
                "maintenir la fluidité de la circulation."
            ),
            align=Align.JUSTIFY,
        ),
    ),
    (
        KeyValues(
            (
                ("الملعب", "المركب الرياضي البلدي"),
                ("انطلاق المباراة", iso("28/11/2026 – 20:00")),
            ),
            columns=1,
        ),
        KeyValues(
            (
                ("Stade", "Complexe sportif municipal"),
                ("Coup d’envoi", "28/11/2026 – 20:00"),
            ),
            columns=1,
        ),
    ),
    (
        Callout(
            "منع التنقل الجماعي",
            ("القرار ساري المفعول ابتداء من " + iso("27/11/2026") + ".",),
        ),
        Callout(
            "Déplacement collectif interdit",
            ("Décision applicable dès le 27/11/2026.",),
        ),
    ),
)


def french() -> Document:
    """A shorter paper in French."""
    return Document(
        "Fiche de match",
        "fr",
        FRENCH,
        subtitle="Espoir sportif – Étoile du littoral",
        marking="Diffusion restreinte",
        issuer=(
            "Direction générale de la sûreté nationale",
            "Préfecture de police",
            "Cellule de sécurité sportive",
        ),
        reference=(
            "Ordre n° 27/2026",
            "Version 3",
            "Exemplaire 4/20",
            "26/11/2026 18:40",
        ),
        footer=("Ordre n° 27/2026", "Version 3", "Imprimé le 26/11/2026 à 18:40"),
        page_of="Page {page} sur {pages}",
    )


def bilingual() -> Document:
    """A cover in Arabic with French beside it."""
    return Document(
        "أمر العمليات",
        "ar",
        (
            *(SideBySide((a,), (b,)) for a, b in PAIRS),
            SideBySide(
                (
                    Table(
                        (Column("القطاع"), Column("العدد", keep=True)),
                        (Row(("أ", "120")), Row(("ب", "45"))),
                    ),
                ),
                (
                    Table(
                        (Column("Secteur"), Column("Effectif", keep=True)),
                        (Row(("A", "120")), Row(("B", "45"))),
                    ),
                ),
            ),
            SignatureBlock((Signature("صادق عليه / Approuvé par"),)),
        ),
        second_language="fr",
        second_title="Ordre d’opérations",
        subtitle="الأمل الرياضي – نجم الساحل",
        second_subtitle="Espoir sportif – Étoile du littoral",
        issuer=("المديرية العامة للأمن الوطني", "ولاية أمن المدينة"),
        second_issuer=(
            "Direction générale de la sûreté nationale",
            "Préfecture de police",
        ),
        marking="توزيع محدود",
        second_marking="Diffusion restreinte",
        reference=("أمر / Ordre " + iso("27/2026"), "النسخة / Version " + iso("3")),
        footer=("أمر / Ordre " + iso("27/2026"), "النسخة / Version " + iso("3")),
        page_of="{page} / {pages}",
    )
