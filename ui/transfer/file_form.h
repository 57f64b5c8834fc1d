// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/import_jobs.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>

namespace joinery::ui {

class PreviewModel;

/// Which file, how it is to be read, and what its first rows are when it is read so.
class FileForm : public QWidget
{
    Q_OBJECT
public:
    explicit FileForm(QWidget *parent = nullptr);

    void setPath(const QString &path);
    QString path() const { return m_path->text(); }
    bool isScript() const; ///< SQL: statements, no rows
    /// What was read last; null while it is read and where it cannot be.
    const std::optional<worker::ImportPreview> &preview() const { return m_preview; }

Q_SIGNALS:
    void previewChanged();

private:
    QWidget *buildShape();
    void read(bool asGuessed);
    void show(Result<worker::ImportPreview> preview);
    void showShape();
    void showScript();
    transfer::FileShape shape() const;
    void say(const QString &text, bool isError);

    QLineEdit *m_path;
    QWidget *m_shape;
    QWidget *m_csvOnly;
    QComboBox *m_format;
    QComboBox *m_delimiter;
    QComboBox *m_encoding;
    QComboBox *m_quote;
    QComboBox *m_decimal;
    QLineEdit *m_null;
    QCheckBox *m_header;
    PreviewModel *m_model;
    QTableView *m_table;
    QLabel *m_said;
    worker::Job m_job;
    quint64 m_generation = 0;
    bool m_showing = false; ///< the controls follow a guess
    transfer::FileShape m_read; ///< what the file was read with last
    std::optional<worker::ImportPreview> m_preview;
};

} // namespace joinery::ui
