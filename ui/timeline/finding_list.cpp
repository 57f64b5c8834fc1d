// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/finding_list.h"

#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

#include <algorithm>

namespace joinery::ui {

namespace {

constexpr int kMostHeight = 180;

struct Look
{
    QString word;
    QString icon;
    QColor color;
};

Look lookOf(const migration::LintFinding &each)
{
    const Colors &colors = theme().colors();
    if (!each.allowed.isEmpty())
        return {FindingList::tr("allowed"), QStringLiteral("check"), colors.dim};
    switch (each.finding.severity) {
    case Severity::Error: return {FindingList::tr("error"), QStringLiteral("error"), colors.deleted};
    case Severity::Warning: return {FindingList::tr("warning"), QStringLiteral("warning"), colors.changed};
    case Severity::Info: return {FindingList::tr("note"), QStringLiteral("info"), colors.dim};
    }
    Q_UNREACHABLE();
}

QLabel *text(const QString &words, const char *role, QWidget *parent)
{
    auto *label = new QLabel(words, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    if (role)
        label->setProperty("role", QString::fromLatin1(role));
    return label;
}

QWidget *lineFor(const migration::LintFinding &each, QWidget *parent)
{
    const Look look = lookOf(each);
    auto *line = new QWidget(parent);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * metrics::kUnit);
    auto *sign = new QLabel(line);
    sign->setPixmap(icon(look.icon, look.color).pixmap(16, 16));
    sign->setAccessibleName(look.word);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    QString message = each.finding.object.isEmpty() ? each.finding.message : QString(each.finding.object % u": " % each.finding.message);
    if (each.count)
        message += u' ' % FindingList::tr("Rows: %1.").arg(QLocale().toString(*each.count));
    words->addWidget(text(message, nullptr, line));
    if (!each.samples.isEmpty())
        words->addWidget(text(FindingList::tr("for example %1").arg(each.samples.join(QStringLiteral("; "))), "dim", line));
    if (!each.allowed.isEmpty())
        words->addWidget(text(FindingList::tr("allowed because: %1").arg(each.allowed), "dim", line));
    else if (!each.finding.fix.isEmpty())
        words->addWidget(text(each.finding.fix, "dim", line));
    auto *code = text(each.finding.code, "dim", line);
    code->setWordWrap(false);
    code->setToolTip(FindingList::tr("%1, in revision %2").arg(look.word, each.revision));
    layout->addWidget(sign, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    layout->addWidget(code, 0, Qt::AlignTop);
    return line;
}

int rank(const migration::LintFinding &each) { return each.allowed.isEmpty() ? -int(each.finding.severity) : 1; }

} // namespace

FindingList::FindingList(QWidget *parent) : QScrollArea(parent), m_body(new QWidget(this)), m_layout(new QVBoxLayout(m_body))
{
    setAccessibleName(tr("What is to be known before it runs"));
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_layout->setContentsMargins(2 * metrics::kUnit, 2 * metrics::kUnit, 2 * metrics::kUnit, 2 * metrics::kUnit);
    m_layout->setSpacing(2 * metrics::kUnit);
    setWidget(m_body);
    hide();
}

void FindingList::show(const migration::LintFindings &findings)
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    migration::LintFindings ordered = findings;
    std::ranges::stable_sort(ordered, {}, rank);
    for (const migration::LintFinding &each : ordered)
        m_layout->addWidget(lineFor(each, m_body));
    m_layout->addStretch();
    setVisible(!findings.empty());
    updateGeometry();
}

QSize FindingList::sizeHint() const
{
    const int width = std::max(200, viewport()->width());
    const int height = m_layout->hasHeightForWidth() ? m_layout->heightForWidth(width) : m_layout->sizeHint().height();
    return {QScrollArea::sizeHint().width(), std::min(kMostHeight, height + 2 * frameWidth())};
}

void FindingList::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        updateGeometry();
}

} // namespace joinery::ui
