// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace joinery::ui {

/// The exact SQL of a commit, before it, with what the database is going to refuse. Accepted by "Commit to <name>".
class PreviewDialog : public QDialog
{
    Q_OBJECT
public:
    struct Content
    {
        QString summary;
        QString script;
        QStringList warnings;
        QString connection; ///< its name
        QString dialect;    ///< whose words are highlighted
    };
    PreviewDialog(const Content &content, QWidget *parent);
};

} // namespace joinery::ui
