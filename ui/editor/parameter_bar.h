// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/value.h"
#include "ui/common/page_bar.h"

#include <QHash>
#include <QJsonObject>

namespace joinery::ui {

/// A field for each parameter of the statement at the caret (:since, $1, and ?, which count from 1); hidden where it has
/// none. What was typed stays for the next statement that uses the name.
class ParameterBar : public PageBar
{
    Q_OBJECT
public:
    explicit ParameterBar(QWidget *parent = nullptr);

    /// Names as sql::parameterNames gives them; `numberSign` stands before the numbered ones.
    void showNames(const QStringList &names, QChar numberSign);
    /// Numbers as numbers, the word NULL as null, everything else as text whose type the server finds.
    QHash<QString, driver::Value> values() const;

    QJsonObject state() const;
    void restore(const QJsonObject &state);

Q_SIGNALS:
    void edited();

private:
    QChar m_sign;
    QStringList m_names;
    QHash<QString, QString> m_texts;
};

} // namespace joinery::ui
