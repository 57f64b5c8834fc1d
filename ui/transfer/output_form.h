// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/output_shape.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QWidget>

namespace joinery::ui {

/// The format of an export and what can be chosen of it.
class OutputForm : public QWidget
{
    Q_OBJECT
public:
    explicit OutputForm(QWidget *parent = nullptr);

    void setTable(const QString &name) { m_table->setText(name); } ///< in INSERT statements
    transfer::OutputFormat format() const;
    void setFormat(transfer::OutputFormat format);
    /// Texts only: a workbook is no text.
    bool isText() const { return format() != transfer::OutputFormat::Xlsx; }
    transfer::OutputShape shape() const;
    QString mistake() const;

Q_SIGNALS:
    void changed();

private:
    void showOptions();

    QComboBox *m_format;
    QComboBox *m_delimiter;
    QComboBox *m_encoding;
    QLineEdit *m_null;
    QLineEdit *m_table;
    QCheckBox *m_header;
    QList<std::pair<QWidget *, QList<transfer::OutputFormat>>> m_options; ///< and for which formats they are
};

} // namespace joinery::ui
