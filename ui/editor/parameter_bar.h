// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/value.h"

#include <QFrame>
#include <QHash>
#include <QJsonObject>

class QHBoxLayout;
class QLineEdit;

namespace joinery::ui {

/// A field for each named parameter (:since) of the statement at the caret; hidden where it has none. What was typed
/// stays for the next statement that uses the name.
class ParameterBar : public QFrame
{
    Q_OBJECT
public:
    explicit ParameterBar(QWidget *parent = nullptr);

    void showNames(const QStringList &names);
    /// Numbers as numbers, the word NULL as null, everything else as text whose type the server finds.
    QHash<QString, driver::Value> values() const;

    QJsonObject state() const;
    void restore(const QJsonObject &state);

Q_SIGNALS:
    void edited();

private:
    QHBoxLayout *m_row;
    QStringList m_names;
    QHash<QString, QString> m_texts;
};

} // namespace joinery::ui
