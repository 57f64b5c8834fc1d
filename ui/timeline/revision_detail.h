// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/revision_jobs.h"
#include "ui/common/sql_text.h"

#include <QButtonGroup>
#include <QLabel>
#include <QTabBar>

namespace joinery::ui {

/// One revision in words and in SQL, for every engine and both ways.
class RevisionDetail : public QWidget
{
    Q_OBJECT
public:
    explicit RevisionDetail(QWidget *parent = nullptr);

    /// `subtitle`: id, parents, where it is pending. The engine that was chosen last stays chosen.
    void showHead(const QString &title, const QString &subtitle);
    void showText(const worker::RevisionText &text);
    void showFailure(const QString &message);
    void clear();
    /// The engine of the connected database comes first into view.
    void preferDialect(const QString &dialect);

private:
    void showSql();
    void retranslate();
    QLabel *m_title;
    QLabel *m_subtitle;
    QTabBar *m_engines;
    QTabBar *m_direction;
    SqlText *m_sql;
    worker::RevisionText m_text;
    QString m_preferred;
};

} // namespace joinery::ui
