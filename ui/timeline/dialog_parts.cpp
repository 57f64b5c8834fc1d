// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/dialog_parts.h"

#include "ui/common/theme.h"

namespace joinery::ui {

QLabel *note(const QColor &color, const QColor &ground, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setStyleSheet(QStringLiteral("QLabel { color: %1; background: %2; border-radius: 4px; padding: 8px; }")
                             .arg(color.name(), ground.name()));
    label->hide();
    return label;
}

QString wholeText(const Error &error)
{
    QStringList words{error.message};
    if (!error.detail.isEmpty())
        words.append(error.detail);
    if (!error.statement.isEmpty())
        words.append(error.statement);
    return words.join(u'\n');
}

QVBoxLayout *dialogLayout(QWidget *dialog)
{
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(4 * metrics::kUnit, 4 * metrics::kUnit, 4 * metrics::kUnit, 4 * metrics::kUnit);
    layout->setSpacing(2 * metrics::kUnit);
    return layout;
}

} // namespace joinery::ui
