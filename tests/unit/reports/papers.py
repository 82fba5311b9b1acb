"""An invented briefing in Arabic with every kind of block."""

from __future__ import annotations

from sportsec.reports.document import (
    Align,
    Badge,
    Badges,
    Block,
    Callout,
    Cell,
    Column,
    Columns,
    Document,
    Heading,
    KeepTogether,
    KeyValues,
    Level,
    Moment,
    Paragraph,
    Row,
    RowKind,
    Signature,
    SignatureBlock,
    Spacer,
    Span,
    Table,
    TimelineStrip,
    Tone,
)
from tests.unit.reports.paper_parts import detachments, iso, stadium

AT_A_GLANCE: tuple[Block, ...] = (
    Badges(
        (
            Badge(
                "مرتفع",
                Level.HIGH,
                "داخل الملعب",
                f"مجموع النقط {iso('61/100')} – تقييم نهائي",
            ),
            Badge("متوسط", Level.MODERATE, "خارج الملعب"),
            Badge("حرج", Level.CRITICAL, "التنقل", "منع التنقل الجماعي قيد الدراسة"),
        )
    ),
    KeyValues(
        (
            (
                "المباراة",
                (
                    Span("الأمل الرياضي", bold=True),
                    " – ",
                    Span("نجم الساحل", bold=True),
                ),
            ),
            ("المنافسة", "البطولة الوطنية الاحترافية، الدورة " + iso("12")),
            ("الملعب", "المركب الرياضي البلدي"),
            (
                "انطلاق المباراة",
                f"السبت {iso('28/11/2026')} على الساعة {iso('20:00')}",
            ),
            (
                "الجمهور المنتظر",
                iso("32.500")
                + " متفرج، منهم "
                + iso("1.800")
                + " من جمهور الفريق الزائر",
            ),
            ("قائد العملية", "العميد الإقليمي – النداء " + iso("ALPHA 1")),
            ("هاتف مركز القيادة", iso("+212 5 22 00 11 22")),
            ("الطقس", "غائم جزئيا، " + iso("14°")),
        ),
        columns=2,
    ),
    Callout(
        "تغييرات منذ النسخة السابقة",
        (
            (
                "تقديم فتح الأبواب إلى الساعة ",
                Span(iso("16:30"), bold=True),
                " عوض " + iso("17:00") + ".",
            ),
            "إغلاق المدرج الجنوبي الأعلى (القطاع D1) بقرار من اللجنة المحلية.",
            "تعزيز نقطة التفتيش " + iso("PC 3") + " بفرقة من التدخل السريع.",
        ),
    ),
)

SITUATION: tuple[Block, ...] = (
    Heading("الوضعية العامة", number="1"),
    Paragraph(
        (
            "تجرى المباراة في ظرف يتسم بمنافسة قوية، وينتظر حضور جماهيري ",
            Span("كثيف", bold=True),
            ". وقد سجلت في آخر ",
            Span("خمس", bold=True),
            " مواجهات ثلاث حوادث رشق بالحجارة خارج الملعب (محيط محطة القطار) ",
            "وحادث اقتحام واحد لرقعة الملعب. يتولى العميد الإقليمي قيادة العملية ",
            "من مركز القيادة (PC Alpha 2)، وتوضع فرقة التدخل السريع رهن إشارته ",
            "ابتداء من الساعة ",
            iso("15:00"),
            ".",
        ),
        align=Align.JUSTIFY,
    ),
    Paragraph(
        (
            "مجموعات الأنصار «Ultras Delta 07» حاضرة بكثافة، وعلاقتها بمجموعة «Red "
            "Lions» عدائية."
        ),
        bullet="•",
    ),
    Paragraph(
        "تصل الحافلات عبر الطريق السيار "
        + iso("A3")
        + " ويتم استقبالها عند محطة الأداء.",
        bullet="•",
    ),
    Heading("المباريات الأخيرة بين الفريقين", 2),
    Table(
        (
            Column("التاريخ", keep=True),
            Column("المباراة", 2),
            Column("النتيجة", keep=True, align=Align.CENTER),
            Column("الأحداث", 3),
            Column("الخطر", 1.4),
        ),
        (
            Row(
                (
                    iso("14/03/2026"),
                    "نجم الساحل – الأمل الرياضي",
                    iso("2 – 1"),
                    "لا شيء يذكر",
                    Cell("منخفض", level=Level.LOW),
                )
            ),
            Row(
                (
                    iso("22/10/2025"),
                    "الأمل الرياضي – نجم الساحل",
                    iso("0 – 0"),
                    "رشق حافلة الفريق الزائر بالحجارة، توقيف "
                    + iso("12")
                    + " شخصا من بينهم "
                    + iso("5")
                    + " قاصرين",
                    Cell("مرتفع", level=Level.HIGH),
                ),
                RowKind.WARN,
            ),
            Row(
                (
                    iso("05/04/2025"),
                    "نجم الساحل – الأمل الرياضي",
                    iso("3 – 2"),
                    "اقتحام رقعة الملعب بعد نهاية المباراة وإصابة "
                    + iso("3")
                    + " من عناصر الأمن",
                    Cell("حرج", level=Level.CRITICAL),
                ),
                RowKind.ALERT,
            ),
        ),
        caption="آخر ثلاث مواجهات",
    ),
)

PLAN: tuple[Block, ...] = (
    Heading("الجدول الزمني", number="2"),
    TimelineStrip(
        tuple(
            Moment(iso(t), w, t == "20:00")
            for t, w in (
                ("13:00", "تجمع القوات"),
                ("14:30", "أخذ المراكز"),
                ("16:30", "فتح الأبواب"),
                ("17:45", "وصول حافلة الفريق الزائر"),
                ("18:15", "وصول قافلة الأنصار"),
                ("20:00", "انطلاق المباراة"),
                ("20:45", "نهاية الشوط الأول"),
                ("21:50", "نهاية المباراة"),
                ("22:20", "خروج الجمهور الزائر"),
                ("23:30", "رفع الترتيب"),
            )
        )
    ),
    KeepTogether(
        (
            Heading("مخطط القطاعات", 2),
            stadium(
                (
                    "رقعة الملعب",
                    "المنصة الشرفية",
                    "مدرج المكانة",
                    "الشمال",
                    "الجنوب",
                ),
                (
                    "الجمهور المحلي",
                    "الجمهور الزائر",
                    "عموم الجمهور",
                    "المنصة الرسمية",
                    "مغلق",
                ),
            ),
        )
    ),
)

END: tuple[Block, ...] = (
    Columns(
        (
            (
                Heading("الأشياء الممنوعة", 2),
                Paragraph("الشهب الاصطناعية والليزر", bullet="✗"),
                Paragraph("القارورات والمواد الصلبة", bullet="✗"),
                Paragraph("اللافتات غير المرخصة", bullet="✗"),
            ),
            (
                Heading("المسموح به", 2),
                Paragraph("الأعلام بدون عمود", bullet="✓"),
                Paragraph("الطبول المصرح بها (عدد " + iso("4") + ")", bullet="✓"),
            ),
        )
    ),
    Heading("إطار قانوني", 3),
    Paragraph(
        "يطبق القانون رقم "
        + iso("09.09")
        + (
            " المتعلق بتتميم مجموعة القانون الجنائي. قال القائد: «حَافِظُوا عَلَى "
            "ضَبْطِ النَّفْسِ» في كل الظروف."
        )
    ),
    Callout("الوثيقة سرية", ("تُتلف هذه الوثيقة بعد انتهاء المهمة.",), Tone.ACCENT),
    Spacer(2),
    SignatureBlock(
        (
            Signature("أعدّه", "رئيس خلية الأمن الرياضي", "الدار البيضاء"),
            Signature("اطلع عليه"),
            Signature("صادق عليه", "والي الأمن"),
        )
    ),
)


def arabic(rows: int = 80) -> Document:
    """A briefing in Arabic with all blocks and a roll of `rows` detachments."""
    return Document(
        "إحاطة أمنية خاصة بمباراة لكرة القدم",
        "ar",
        (*AT_A_GLANCE, *SITUATION, *PLAN, *_organisation(rows), *END),
        subtitle=(
            Span("الأمل الرياضي – نجم الساحل", bold=True),
            "\nالسبت " + iso("28/11/2026") + " – " + iso("20:00"),
        ),
        issuer=(
            "المديرية العامة للأمن الوطني",
            "ولاية أمن المدينة",
            "خلية الأمن الرياضي",
        ),
        marking="توزيع محدود",
        reference=(
            "أمر رقم " + iso("27/2026"),
            "النسخة " + iso("3"),
            "نسخة رقم " + iso("4/20"),
            "حرر في " + iso("26/11/2026 18:40"),
        ),
        footer=(
            "أمر رقم " + iso("27/2026"),
            "النسخة " + iso("3"),
            "طبع في " + iso("26/11/2026 18:40"),
            "تتلف بعد " + iso("30/11/2026"),
        ),
        page_of="صفحة {page} من {pages}",
    )


def _organisation(rows: int) -> tuple[Block, ...]:
    return (
        Heading("التنظيم والمفارز", number="3"),
        Paragraph(
            (
                "يبين الجدول الآتي توزيع المفارز على القطاعات وقنوات الاتصال. المفارز "
                "بدون رئيس مشار إليها باللون والعلامة."
            ),
            small=True,
        ),
        detachments(rows),
    )
