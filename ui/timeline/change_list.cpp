// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/change_list.h"

#include "core/operation/apply.h"
#include "core/operation/describe.h"
#include "ui/common/operation_text.h"
#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMap>

namespace joinery::ui {

namespace {

enum class Sign { Added, Changed, Removed };

Sign signOf(const operation::Operation &operation)
{
    const QString kind = operation::kind(operation);
    if (kind.startsWith(QLatin1String("create")) || kind.startsWith(QLatin1String("add")))
        return Sign::Added;
    return kind.startsWith(QLatin1String("drop")) ? Sign::Removed : Sign::Changed;
}

QWidget *lineFor(const operation::Operation &operation, QWidget *parent)
{
    const Colors &colors = theme().colors();
    struct Look
    {
        QString icon;
        QColor color, soft;
    };
    const Sign sign = signOf(operation);
    const Look look = sign == Sign::Added   ? Look{QStringLiteral("plus"), colors.added, colors.addedSoft}
                    : sign == Sign::Removed ? Look{QStringLiteral("minus"), colors.deleted, colors.deletedSoft}
                                            : Look{QStringLiteral("edit"), colors.changed, colors.changedSoft};
    auto *line = new QFrame(parent);
    line->setStyleSheet(QStringLiteral("QFrame { background: %1; } QLabel { color: %2; }").arg(look.soft.name(), look.color.name()));
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(2 * metrics::kUnit, metrics::kUnit, 2 * metrics::kUnit, metrics::kUnit);
    auto *sign16 = new QLabel(line);
    sign16->setPixmap(icon(look.icon, look.color).pixmap(14, 14));
    sign16->setFixedWidth(18);
    auto *words = new QLabel(operationText(operation), line);
    words->setWordWrap(true);
    // Names may be longer than the Inspector is wide: they break at their parts instead of widening it.
    words->setText(words->text().replace(u'_', QStringLiteral("_\u200b")).replace(u'.', QStringLiteral(".\u200b")));
    words->setAccessibleName(operationText(operation));
    layout->addWidget(sign16, 0, Qt::AlignTop);
    layout->addWidget(words, 1);
    return line;
}

} // namespace

ChangeList::ChangeList(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(2 * metrics::kUnit);
}

void ChangeList::show(const operation::Operations &operations)
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    QStringList order;
    QMap<QString, std::vector<const operation::Operation *>> byTable;
    for (const operation::Operation &operation : operations) {
        const QString table = operation::affectedTable(operation).toString();
        if (!byTable.contains(table))
            order.append(table);
        byTable[table].push_back(&operation);
    }
    for (const QString &table : order) {
        auto *card = new QFrame(this);
        card->setProperty("role", QStringLiteral("card"));
        auto *layout = new QVBoxLayout(card);
        layout->setContentsMargins(1, 1, 1, 1);
        layout->setSpacing(1);
        if (!table.isEmpty()) {
            auto *head = new QWidget(card);
            auto *row = new QHBoxLayout(head);
            row->setContentsMargins(2 * metrics::kUnit, 6, 2 * metrics::kUnit, 4);
            auto *picture = new QLabel(head);
            picture->setPixmap(icon(QStringLiteral("table")).pixmap(16, 16));
            auto *name = new QLabel(table, head);
            QFont bold = name->font();
            bold.setWeight(QFont::DemiBold);
            name->setFont(bold);
            row->addWidget(picture);
            row->addWidget(name, 1);
            layout->addWidget(head);
        }
        for (const operation::Operation *operation : byTable.value(table))
            layout->addWidget(lineFor(*operation, card));
        m_layout->addWidget(card);
    }
}

} // namespace joinery::ui
