// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/parameter_bar.h"

#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>

namespace joinery::ui {

namespace {

driver::Value valueOf(const QString &text)
{
    static const QRegularExpression integer(QStringLiteral("^[+-]?\\d{1,18}$"));
    if (text.compare(QLatin1String("null"), Qt::CaseInsensitive) == 0)
        return driver::Value::null();
    if (integer.match(text).hasMatch())
        return driver::Value::integer(text.toLongLong());
    return driver::Value::lexical(text.toUtf8());
}

} // namespace

ParameterBar::ParameterBar(QWidget *parent) : PageBar(parent)
{
    hide();
}

void ParameterBar::showNames(const QStringList &names, QChar numberSign)
{
    if (names == m_names && numberSign == m_sign)
        return;
    m_names = names;
    m_sign = numberSign;
    while (QLayoutItem *item = row().takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString &name : names) {
        const QString written = (name.front().isDigit() ? numberSign : QChar(u':')) + name;
        auto *label = new QLabel(written, this);
        label->setProperty("role", QStringLiteral("dim"));
        label->setFont(theme().monospaced());
        auto *field = new QLineEdit(m_texts.value(name), this);
        field->setFont(theme().monospaced());
        field->setPlaceholderText(QStringLiteral("NULL"));
        field->setAccessibleName(tr("Value of %1").arg(written));
        field->setMaximumWidth(180);
        label->setBuddy(field);
        connect(field, &QLineEdit::textChanged, this, [this, name](const QString &text) {
            m_texts.insert(name, text);
            Q_EMIT edited();
        });
        row().addWidget(label);
        row().addWidget(field);
    }
    row().addStretch();
    setVisible(!names.isEmpty());
}

QHash<QString, driver::Value> ParameterBar::values() const
{
    QHash<QString, driver::Value> values;
    for (const QString &name : m_names)
        values.insert(name, m_texts.value(name).isEmpty() ? driver::Value::null() : valueOf(m_texts.value(name)));
    return values;
}

QJsonObject ParameterBar::state() const
{
    QJsonObject state;
    for (auto text = m_texts.begin(); text != m_texts.end(); ++text)
        state.insert(text.key(), text.value());
    return state;
}

void ParameterBar::restore(const QJsonObject &state)
{
    for (auto text = state.begin(); text != state.end(); ++text)
        m_texts.insert(text.key(), text.value().toString());
}

} // namespace joinery::ui
